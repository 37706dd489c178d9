package io.muster.rules.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.geometry.Zone;
import io.muster.geometry.ZoneShape;
import io.muster.rules.Seeds;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random convex zones and pairs of fixes, against every way around by the corners. */
class PassagesTwinTest {
    /** Where the twin and the rule may differ by how finely they look, nothing is said. */
    private static final double UNSURE_METRES = 0.3;

    @Test
    void crossedIsWhatHasNoOtherWay() {
        int crossed = 0;
        int around = 0;
        for (long seed = 1; seed <= Seeds.upTo(2_000, 1_000); seed++) {
            Random random = new Random(seed);
            List<double[]> ring = ring(random);
            double[] from = {random.nextDouble() * 60 - 30, random.nextDouble() * 60 - 30};
            double[] to = {random.nextDouble() * 60 - 30, random.nextDouble() * 60 - 30};
            double error = 0.3 + random.nextDouble() * 3;
            double depth = depth(ring, from, to);
            double way = shortestWay(ring, from, to);
            // As long as the way around takes, more or less.
            long millis = Math.min(9_900, 300 + Math.round(way * (0.5 + random.nextDouble()) / 3 * 1_000));
            double reach = 3 * millis / 1000.0 + error + 0.3;
            boolean outside = distance(ring, from) > 0 && distance(ring, to) > 0;
            if (Math.abs(depth - error) < UNSURE_METRES || Math.abs(way - reach) < UNSURE_METRES) {
                continue;
            }
            boolean expected = outside && depth > error && way > reach;
            Zone zone = new Zone("z", ZoneShape.polygon(List.of(ring)), 0.0, null, null);
            boolean told = !Passages.between(at(1_000, from, error), at(1_000 + millis, to, 0.3), List.of(zone))
                    .isEmpty();
            assertEquals(expected, told, "seed " + seed + ": depth " + depth + " way " + way + " reach " + reach);
            crossed += expected ? 1 : 0;
            around += outside && depth > error && !expected ? 1 : 0;
        }
        assertTrue(crossed > 60 && around > 5, crossed + " crossed, " + around + " went around");
    }

    /** Corners on an ellipse, so that they are convex, in the order of their angles. */
    private static List<double[]> ring(Random random) {
        List<Double> angles = new ArrayList<>();
        for (int i = 3 + random.nextInt(4); i > 0; i--) {
            angles.add(random.nextDouble() * 2 * Math.PI);
        }
        angles.sort(Comparator.naturalOrder());
        double wide = 4 + random.nextDouble() * 12;
        double high = 4 + random.nextDouble() * 12;
        double x = random.nextDouble() * 10 - 5;
        double y = random.nextDouble() * 10 - 5;
        return angles.stream()
                .map(each -> new double[] {x + wide * Math.cos(each), y + high * Math.sin(each)})
                .toList();
    }

    private static Position at(long millis, double[] place, double error) {
        return new Position(
                "plant",
                "wang",
                Who.of(null, "01"),
                "T7",
                Technology.UWB,
                place[0],
                place[1],
                0,
                0.0,
                error,
                null,
                millis,
                millis,
                1,
                List.of());
    }

    /** The deepest that the straight line goes. */
    private static double depth(List<double[]> ring, double[] from, double[] to) {
        double depth = 0;
        for (int step = 0; step <= 200; step++) {
            double share = step / 200.0;
            double[] on = {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])};
            depth = Math.max(depth, -distance(ring, on));
        }
        return depth;
    }

    /** From the edge; below 0 inside. */
    private static double distance(List<double[]> ring, double[] at) {
        double nearest = Double.MAX_VALUE;
        boolean inside = true;
        for (int i = 0; i < ring.size(); i++) {
            double[] p = ring.get(i);
            double[] q = ring.get((i + 1) % ring.size());
            double dx = q[0] - p[0];
            double dy = q[1] - p[1];
            double share = ((at[0] - p[0]) * dx + (at[1] - p[1]) * dy) / (dx * dx + dy * dy);
            double on = Math.max(0, Math.min(1, share));
            nearest = Math.min(nearest, Math.hypot(at[0] - p[0] - on * dx, at[1] - p[1] - on * dy));
            inside &= dx * (at[1] - p[1]) - dy * (at[0] - p[0]) >= 0;
        }
        return inside ? -nearest : nearest;
    }

    /** To a corner that can be seen, along the edge either way, and from a corner that can be seen. */
    private static double shortestWay(List<double[]> ring, double[] from, double[] to) {
        if (depth(ring, from, to) < 1e-9) {
            return apart(from, to);
        }
        double shortest = Double.MAX_VALUE;
        int size = ring.size();
        List<Boolean> sees =
                ring.stream().map(corner -> depth(ring, corner, to) <= 1e-9).toList();
        for (int i = 0; i < size; i++) {
            if (depth(ring, from, ring.get(i)) > 1e-9) {
                continue;
            }
            for (int direction : new int[] {1, size - 1}) {
                double length = apart(from, ring.get(i));
                int corner = i;
                for (int walked = 0; walked < size; walked++) {
                    if (sees.get(corner)) {
                        shortest = Math.min(shortest, length + apart(ring.get(corner), to));
                    }
                    int next = (corner + direction) % size;
                    length += apart(ring.get(corner), ring.get(next));
                    corner = next;
                }
            }
        }
        return shortest;
    }

    private static double apart(double[] one, double[] other) {
        return Math.hypot(one[0] - other[0], one[1] - other[1]);
    }
}
