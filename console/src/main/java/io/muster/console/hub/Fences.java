package io.muster.console.hub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.geometry.SiteFrame;
import io.muster.geometry.ZoneShape;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fences of the plan as omlox has them. */
final class Fences {
    /** Fields of an omlox Fence that stand at its top, not in its properties. */
    private static final Set<String> TOP = Set.of(
            "id",
            "radius",
            "extrusion",
            "floor",
            "foreign_id",
            "name",
            "timeout",
            "exit_tolerance",
            "tolerance_timeout",
            "exit_delay",
            "crs",
            "zone_id",
            "elevation_ref");

    /** Those that stand now; beacons are {@link Zones}. */
    static List<PlanFence> standing(Plan plan, Instant now) {
        return plan.fences().stream()
                .filter(each -> each.role() != Role.BEACON)
                .filter(each -> each.validFrom() == null || !now.isBefore(each.validFrom()))
                .filter(each -> each.validUntil() == null || now.isBefore(each.validUntil()))
                .toList();
    }

    static ObjectNode of(String site, PlanFence fence, Projection projection) {
        ObjectNode out = Json.object();
        ZoneShape shape = fence.zone().shape();
        out.put("id", fence.id());
        List<List<List<double[]>>> polygons = shape.polygons();
        out.set("region", shape.isCircle() ? centre(shape, projection) : polygon(polygons, projection));
        shape.radius().ifPresent(radius -> out.put("radius", radius));
        if (fence.properties().path("extrusion").isNumber()) {
            out.set("extrusion", fence.properties().get("extrusion"));
        }
        put(out, "floor", fence.zone().floor());
        out.put("foreign_id", fence.foreignId());
        out.put("name", fence.name());
        put(out, "timeout", fence.timeoutMillis());
        put(out, "exit_tolerance", fence.exitToleranceMetres());
        put(out, "tolerance_timeout", fence.toleranceTimeoutMillis());
        put(out, "exit_delay", fence.exitDelayMillis());
        out.put("crs", projection.shapes());
        if (projection.shapes().equals(SiteFrame.LOCAL)) {
            out.put("zone_id", Zones.siteZoneId(site));
        }
        ObjectNode properties = fence.properties().deepCopy();
        properties.remove(TOP);
        if (polygons.size() > 1) {
            properties.put("parts", polygons.size());
        }
        out.set("properties", properties);
        return out;
    }

    private static void put(ObjectNode out, String field, @Nullable Number value) {
        if (value instanceof Long whole) {
            out.put(field, whole);
        } else if (value != null) {
            out.put(field, value.doubleValue());
        }
    }

    private static ObjectNode centre(ZoneShape shape, Projection projection) {
        double[] centre = shape.centroid();
        double[] there = projection.point(centre[0], centre[1]);
        ObjectNode point = Json.object().put("type", "Point");
        point.putArray("coordinates").add(there[0]).add(there[1]);
        return point;
    }

    /** omlox has no fence of several polygons: the largest stands for all, and {@code properties.parts} says how many there are. */
    private static ObjectNode polygon(List<List<List<double[]>>> polygons, Projection projection) {
        List<List<double[]>> largest = polygons.size() == 1
                ? polygons.get(0)
                : polygons.stream()
                        .max(Comparator.comparingDouble(
                                each -> ZoneShape.polygon(each).areaSquareMetres()))
                        .orElseThrow();
        ObjectNode polygon = Json.object().put("type", "Polygon");
        ArrayNode rings = polygon.putArray("coordinates");
        for (List<double[]> ring : largest) {
            ArrayNode points = rings.addArray();
            for (double[] each : ring) {
                double[] there = projection.point(each[0], each[1]);
                points.addArray().add(there[0]).add(there[1]);
            }
        }
        return polygon;
    }

    private Fences() {}
}
