package io.muster.console.hub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.geometry.SiteFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * omlox Zones, which are areas of positioning systems and no safety zones: the local frame of the site, and each beacon of the plan. Where the plan has no
 * origin, they cannot be placed on Earth as omlox demands, and say so ({@code incomplete_configuration}).
 */
final class Zones {
    /** How far apart the ground control points are, metres: about as large as a plant. */
    private static final double[][] CONTROL_POINTS = {{0, 0}, {500, 0}, {500, 500}, {0, 500}};

    static String siteZoneId(String site) {
        return Ids.uuid5(site, "zone");
    }

    static List<ObjectNode> of(String site, Plan plan) {
        List<ObjectNode> zones = new ArrayList<>();
        zones.add(siteZone(site, plan));
        for (PlanFence each : plan.fences()) {
            if (each.role() == Role.BEACON) {
                zones.add(beacon(site, each, plan.frame()));
            }
        }
        return zones;
    }

    private static ObjectNode siteZone(String site, Plan plan) {
        ObjectNode zone = Json.object();
        zone.put("id", siteZoneId(site));
        zone.put("type", "uwb");
        zone.put("foreign_id", site);
        zone.put("name", plan.name().isEmpty() ? site : plan.name());
        zone.put("site", site);
        zone.put("incomplete_configuration", !plan.frame().hasOrigin());
        if (plan.frame().hasOrigin()) {
            ArrayNode points = zone.putArray("ground_control_points");
            for (double[] each : CONTROL_POINTS) {
                double[] lonLat = plan.frame().toLonLat(each[0], each[1]);
                points.add(point(lonLat)).add(point(each));
            }
        }
        return zone;
    }

    private static ObjectNode beacon(String site, PlanFence fence, SiteFrame frame) {
        ObjectNode zone = Json.object();
        zone.put("id", fence.id());
        zone.put("type", "ibeacon");
        zone.put("foreign_id", fence.foreignId());
        zone.put("name", fence.name());
        zone.put("site", site);
        if (fence.zone().floor() != null) {
            zone.put("floor", fence.zone().floor());
        }
        zone.put("incomplete_configuration", !frame.hasOrigin());
        if (frame.hasOrigin()) {
            double[] centre = fence.zone().shape().centroid();
            zone.set("position", point(frame.toLonLat(centre[0], centre[1])));
        }
        fence.zone().shape().radius().ifPresent(radius -> zone.put("radius", radius));
        return zone;
    }

    private static ObjectNode point(double[] numbers) {
        ObjectNode point = Json.object().put("type", "Point");
        point.putArray("coordinates").add(numbers[0]).add(numbers[1]);
        return point;
    }

    private Zones() {}
}
