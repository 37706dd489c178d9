package io.muster.simulator.plant;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.List;

/** Places in one fence where people stand and sit. */
final class Stands {
    static final int MOST = 50;
    private static final double DEEP_METRES = 5;
    /** Seats keep this far from the walls, more than BLE noise carries. */
    private static final double SEAT_TO_WALL_METRES = 9;
    /** Of the greatest depth, where the fence is too small for what is wanted. */
    private static final double SHARE_OF_DEPTH = 0.6;

    private static final double KEPT_METRES = 3;
    private static final int CELLS = 40;
    private static final int TRIES = 200;

    private final Region region;
    private final Walls walls;
    private final double greatestDepth;
    private final Place deepest;
    private final List<Place> stands;

    Stands(Region region, Walls walls) {
        this.region = region;
        this.walls = walls;
        double most = Double.NEGATIVE_INFINITY;
        Place middle = null;
        for (Place place : grid(0)) {
            double depth = -region.signedDistance(place.x(), place.y());
            if (depth > most + 1e-9) {
                most = depth;
                middle = place;
            }
        }
        if (middle == null || most <= 0) {
            double[] centre = region.shape().centroid();
            middle = new Place(centre[0], centre[1], region.floor());
            most = 0;
        }
        greatestDepth = most;
        deepest = middle;
        stands = spread();
    }

    /** As far apart as the fence allows, the first n always the same. */
    List<Place> first(int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " stands, not " + count);
        }
        return stands.subList(0, count);
    }

    Place seat(Draw draw) {
        double wanted = wanted(SEAT_TO_WALL_METRES);
        double[] bounds = region.bounds();
        for (int i = 0; i < TRIES; i++) {
            double x = draw.between(bounds[0], bounds[2]);
            double y = draw.between(bounds[1], bounds[3]);
            if (-region.signedDistance(x, y) >= wanted) {
                return new Place(x, y, region.floor());
            }
        }
        return deepest;
    }

    /** So deep, or what the fence allows. */
    double depth(double metres) {
        return wanted(metres);
    }

    private double wanted(double metres) {
        return Math.min(metres, greatestDepth * SHARE_OF_DEPTH);
    }

    private List<Place> spread() {
        double wanted = wanted(DEEP_METRES);
        List<Place> deep = grid(wanted).stream()
                .filter(place -> -region.signedDistance(place.x(), place.y()) >= wanted - 1e-9)
                .toList();
        List<Place> free = deep.stream()
                .filter(place -> !walls.isKept(place, KEPT_METRES, region))
                .toList();
        List<Place> candidates = !free.isEmpty() ? free : deep.isEmpty() ? List.of(deepest) : deep;
        double[] nearest = new double[candidates.size()];
        for (int i = 0; i < nearest.length; i++) {
            // The first stand is the one farthest from the middle: a corner, so that even four people stand well apart.
            nearest[i] = candidates.get(i).distanceTo(deepest);
        }
        List<Place> chosen = new ArrayList<>();
        while (chosen.size() < MOST) {
            int best = 0;
            for (int i = 1; i < nearest.length; i++) {
                if (nearest[i] > nearest[best] + 1e-9) {
                    best = i;
                }
            }
            Place next = candidates.get(best);
            boolean isFirst = chosen.isEmpty();
            chosen.add(next);
            for (int i = 0; i < nearest.length; i++) {
                double metres = candidates.get(i).distanceTo(next);
                nearest[i] = isFirst ? metres : Math.min(nearest[i], metres);
            }
        }
        return List.copyOf(chosen);
    }

    /** Evenly over the bounds, the outermost so far inside them. */
    private List<Place> grid(double inside) {
        double[] bounds = region.bounds();
        double width = bounds[2] - bounds[0] - 2 * inside;
        double height = bounds[3] - bounds[1] - 2 * inside;
        List<Place> grid = new ArrayList<>();
        for (int row = 0; row <= CELLS; row++) {
            for (int column = 0; column <= CELLS; column++) {
                grid.add(new Place(
                        bounds[0] + inside + width * column / CELLS,
                        bounds[1] + inside + height * row / CELLS,
                        region.floor()));
            }
        }
        return grid;
    }
}
