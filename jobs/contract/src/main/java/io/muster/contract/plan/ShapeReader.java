package io.muster.contract.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.geometry.FrameException;
import io.muster.geometry.InvalidShapeException;
import io.muster.geometry.SiteFrame;
import io.muster.geometry.ZoneShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GeoJSON geometries as shapes in local metres. */
final class ShapeReader {
    private static final String EXPECTED = "a Polygon, a MultiPolygon, or a Point with radius";

    private final SiteFrame frame;
    private final String crs;
    private final Faults faults;

    ShapeReader(SiteFrame frame, String crs, Faults faults) {
        this.frame = frame;
        this.crs = crs;
        this.faults = faults;
    }

    /** Null where there is a fault, which is noted. */
    @Nullable
    ZoneShape read(@Nullable JsonNode geometry, @Nullable Double radius) {
        String type = geometry == null ? "" : geometry.path("type").asText("");
        JsonNode coordinates = geometry == null ? null : geometry.get("coordinates");
        if (coordinates == null) {
            faults.add("geometry", EXPECTED, type.isEmpty() ? null : type);
            return null;
        }
        try {
            return switch (type) {
                case "Polygon" -> ZoneShape.polygon(rings(coordinates));
                case "MultiPolygon" -> {
                    List<List<List<double[]>>> polygons = new ArrayList<>();
                    for (JsonNode each : array(coordinates)) {
                        polygons.add(rings(each));
                    }
                    yield ZoneShape.multiPolygon(polygons);
                }
                case "Point" -> circle(coordinates, radius);
                default -> {
                    faults.add("geometry", EXPECTED, type);
                    yield null;
                }
            };
        } catch (InvalidShapeException | FrameException | NotCoordinates e) {
            faults.line("geometry: " + e.getMessage());
            return null;
        }
    }

    private @Nullable ZoneShape circle(JsonNode coordinates, @Nullable Double radius) {
        double[] centre = position(coordinates);
        if (radius == null) {
            faults.add("properties.radius", "metres above 0 for a Point", null);
            return null;
        }
        return ZoneShape.circle(centre[0], centre[1], radius);
    }

    private List<List<double[]>> rings(JsonNode coordinates) {
        List<List<double[]>> rings = new ArrayList<>();
        for (JsonNode ring : array(coordinates)) {
            List<double[]> points = new ArrayList<>();
            for (JsonNode point : array(ring)) {
                points.add(position(point));
            }
            rings.add(points);
        }
        return rings;
    }

    private double[] position(JsonNode point) {
        if (!point.isArray()
                || point.size() < 2
                || !point.get(0).isNumber()
                || !point.get(1).isNumber()) {
            throw new NotCoordinates("expected two or three numbers", point);
        }
        return frame.toLocal(crs, point.get(0).doubleValue(), point.get(1).doubleValue());
    }

    private static JsonNode array(JsonNode node) {
        if (!node.isArray()) {
            throw new NotCoordinates("expected a list of coordinates", node);
        }
        return node;
    }

    private static final class NotCoordinates extends RuntimeException {
        private static final long serialVersionUID = 1;
        private static final int LONGEST = 80;

        NotCoordinates(String expected, JsonNode was) {
            super(expected + ", was " + cut(was.toString()));
        }

        private static String cut(String text) {
            return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        }
    }
}
