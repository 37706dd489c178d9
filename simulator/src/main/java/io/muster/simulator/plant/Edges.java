package io.muster.simulator.plant;

import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places just outside or just inside of the outline of a fence. */
final class Edges {
    private static final double STEP_METRES = 1;
    private static final double SLACK_METRES = 0.05;

    private final Walls walls;
    private final Ways ways;

    Edges(Walls walls, Ways ways) {
        this.walls = walls;
        this.ways = ways;
    }

    /** So far outside the outline (negative: inside), as near to a path as can be, in no other room, hazard unit or forbidden place. */
    Place beside(Region region, double metres) {
        List<Place> outside = new ArrayList<>();
        for (List<List<double[]>> polygon : region.shape().polygons()) {
            for (List<double[]> ring : polygon) {
                for (int i = 1; i < ring.size(); i++) {
                    along(region, ring.get(i - 1), ring.get(i), metres, outside);
                }
            }
        }
        List<Place> free = outside.stream()
                .filter(place -> !walls.isKept(place, 0, region))
                .toList();
        List<Place> candidates = free.isEmpty() ? outside : free;
        return candidates.stream()
                .min(Comparator.comparingDouble(place -> Math.rint(ways.distanceToPath(place) * 10)))
                .orElseThrow(() -> new IllegalArgumentException("there is no place " + metres + " m beside "
                        + region.fence().foreignId()));
    }

    private static void along(Region region, double[] from, double[] to, double metres, List<Place> outside) {
        double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        if (length == 0) {
            return;
        }
        double normalX = (to[1] - from[1]) / length;
        double normalY = -(to[0] - from[0]) / length;
        double offset = Math.abs(metres) + SLACK_METRES;
        // From the middle of the stretch outwards, since the first of several equally good places is taken.
        int steps = Math.max(1, (int) Math.floor(length / STEP_METRES));
        for (int i = 0; i <= steps; i++) {
            double share = 0.5 + (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) / (double) (steps + 1);
            for (int side = -1; side <= 1; side += 2) {
                double x = from[0] + (to[0] - from[0]) * share + side * normalX * offset;
                double y = from[1] + (to[1] - from[1]) * share + side * normalY * offset;
                double signed = region.signedDistance(x, y);
                if (metres < 0 ? signed <= metres : signed >= metres) {
                    outside.add(new Place(x, y, region.floor()));
                }
            }
        }
    }
}
