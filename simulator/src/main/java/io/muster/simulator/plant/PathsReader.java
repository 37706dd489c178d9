package io.muster.simulator.plant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.geometry.FrameException;
import io.muster.simulator.movement.PathNetwork;
import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ways of a plant: a GeoJSON FeatureCollection of LineStrings in the coordinates of the plan. A line has {@code floor} (0 where it has none), or is
 * a stair and has {@code stair: [from floor, to floor]}: its first point is on the one, its last point on the other. Points of a floor that are nearer than
 * 0.5 m are one.
 */
final class PathsReader {
    private static final double SAME_METRES = 0.5;
    private static final int HIGHEST_FLOOR = 1_000;

    private final String fileName;
    private final Plan plan;
    private final PathNetwork network = new PathNetwork();
    private final List<Place> known = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int feature;

    private PathsReader(String fileName, Plan plan) {
        this.fileName = fileName;
        this.plan = plan;
    }

    /** @throws PlanFaults with every fault, each with the number of its feature, counted from 1 */
    static PathNetwork read(String fileName, byte[] geoJson, Plan plan) throws PlanFaults {
        PathsReader reader = new PathsReader(fileName, plan);
        reader.read(geoJson);
        if (!reader.faults.isEmpty()) {
            throw new PlanFaults(reader.faults);
        }
        return reader.network;
    }

    private void read(byte[] geoJson) {
        ObjectNode root;
        try {
            root = Json.planTree(geoJson);
        } catch (Unreadable e) {
            faults.add(fileName + ": " + e.reason().wire() + ": " + e.detail());
            return;
        }
        JsonNode features = root.path("features");
        if (!root.path("type").asText("").equals("FeatureCollection") || !features.isArray()) {
            faults.add(fileName + ": expected a FeatureCollection of LineStrings");
            return;
        }
        for (JsonNode each : features) {
            feature++;
            line(each);
        }
        if (faults.isEmpty() && network.nodes().isEmpty()) {
            faults.add(fileName + ": expected at least one LineString");
        }
    }

    private void line(JsonNode each) {
        JsonNode geometry = each.path("geometry");
        String type = geometry.path("type").asText("");
        JsonNode points = geometry.path("coordinates");
        if (!type.equals("LineString")) {
            fault("geometry", "a LineString", type.isEmpty() ? "nothing" : type);
            return;
        }
        if (points.size() < 2) {
            fault("geometry", "two points or more", Integer.toString(points.size()));
            return;
        }
        int[] floors = floors(each.path("properties"), points.size());
        if (floors == null) {
            return;
        }
        List<Place> chain = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Place place = place(points.get(i), floors[i]);
            if (place == null) {
                return;
            }
            chain.add(place);
        }
        network.connect(chain);
    }

    /** The floor of each point; null where there is a fault, which is noted. */
    private int @Nullable [] floors(JsonNode properties, int points) {
        int[] floors = new int[points];
        JsonNode stair = properties.get("stair");
        JsonNode floor = properties.get("floor");
        if (stair != null && !stair.isNull()) {
            if (stair.size() != 2 || !isFloor(stair.get(0)) || !isFloor(stair.get(1))) {
                fault("properties.stair", "[from floor, to floor], whole numbers", stair.toString());
                return null;
            }
            java.util.Arrays.fill(floors, stair.get(0).intValue());
            floors[points - 1] = stair.get(1).intValue();
            return floors;
        }
        if (floor != null && !floor.isNull()) {
            if (!isFloor(floor)) {
                fault("properties.floor", "a whole number", floor.toString());
                return null;
            }
            java.util.Arrays.fill(floors, floor.intValue());
        }
        return floors;
    }

    private static boolean isFloor(JsonNode node) {
        return node.isNumber()
                && node.doubleValue() == Math.rint(node.doubleValue())
                && Math.abs(node.doubleValue()) <= HIGHEST_FLOOR;
    }

    private @Nullable Place place(JsonNode point, int floor) {
        if (!point.isArray()
                || point.size() < 2
                || !point.get(0).isNumber()
                || !point.get(1).isNumber()) {
            fault("geometry", "points of two or three numbers", point.toString());
            return null;
        }
        double[] local;
        try {
            local = plan.frame()
                    .toLocal(
                            plan.crs(), point.get(0).doubleValue(), point.get(1).doubleValue());
        } catch (FrameException e) {
            faults.add(where() + "geometry: " + e.getMessage());
            return null;
        }
        Place place = new Place(local[0], local[1], floor);
        for (Place other : known) {
            if (other.floor() == floor && other.distanceTo(place) <= SAME_METRES) {
                return other;
            }
        }
        known.add(place);
        return place;
    }

    private void fault(String field, String expected, String was) {
        faults.add(where() + field + ": expected " + expected + ", was " + was);
    }

    private String where() {
        return fileName + ": feature " + feature + " ";
    }
}
