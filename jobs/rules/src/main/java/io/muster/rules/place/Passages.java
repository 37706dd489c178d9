package io.muster.rules.place;

import io.muster.geometry.PlantPoint;
import io.muster.geometry.Zone;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Mark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The zones that somebody must have crossed between two fixes.
 *
 * <p>Told only where there is no other way: the straight line lies inside by more than both fixes may err, and the shorter way around the zone is longer than
 * a person hurries in that time. So nobody who turns a corner between two fixes is said to have been inside, and a strip that people run across
 * between two fixes is seen. A zone with a bay in which one of the fixes lies is left out: the way around it is not known.
 */
final class Passages {
    /** Fixes farther apart say too little of the way. */
    private static final long LONGEST_MILLIS = 10_000;
    /** A person who hurries. */
    private static final double HURRY_METRES_PER_SECOND = 3;

    private static final double STEP_METRES = 0.25;

    private Passages() {}

    /** @param zones of which crossings matter, and that are there; sorted by id */
    static List<Zone> between(@Nullable Position before, Position now, List<Zone> zones) {
        if (before == null || zones.isEmpty() || !isSound(before, now)) {
            return List.of();
        }
        List<Zone> crossed = new ArrayList<>();
        for (Zone zone : zones) {
            if (isNear(zone, before, now) && isCrossed(zone, before, now)) {
                crossed.add(zone);
            }
        }
        return crossed;
    }

    /** @param zone that was crossed */
    static Passage of(Zone zone, ZoneTraits traits, Position before, Position now) {
        double first = 1;
        double last = 0;
        double deepest = 0;
        double at = 0;
        int steps = steps(before, now);
        for (int step = 0; step <= steps; step++) {
            double share = (double) step / steps;
            double distance = distance(zone, before, now, share);
            if (distance <= 0) {
                first = Math.min(first, share);
                last = Math.max(last, share);
            }
            if (distance < deepest) {
                deepest = distance;
                at = share;
            }
        }
        long millis = now.eventMillis() - before.eventMillis();
        return new Passage(
                zone.id(),
                traits,
                before.eventMillis() + Math.round(first * millis),
                before.eventMillis() + Math.round(last * millis),
                before.x() + at * (now.x() - before.x()),
                before.y() + at * (now.y() - before.y()));
    }

    private static boolean isSound(Position before, Position now) {
        long millis = now.eventMillis() - before.eventMillis();
        Double floor = now.floor();
        return millis > 0
                && millis <= LONGEST_MILLIS
                && floor != null
                && floor.equals(before.floor())
                && !before.marks().contains(Mark.JUMP)
                && !now.marks().contains(Mark.JUMP);
    }

    private static boolean isNear(Zone zone, Position a, Position b) {
        double[] box = zone.shape().bounds();
        return Math.max(a.x(), b.x()) >= box[0]
                && Math.max(a.y(), b.y()) >= box[1]
                && Math.min(a.x(), b.x()) <= box[2]
                && Math.min(a.y(), b.y()) <= box[3];
    }

    private static boolean isCrossed(Zone zone, Position a, Position b) {
        if (distance(zone, a, b, 0) <= 0 || distance(zone, a, b, 1) <= 0) {
            return false;
        }
        double error = Math.max(a.accuracyMetres(), b.accuracyMetres());
        int steps = steps(a, b);
        double deepest = 0;
        for (int step = 1; step < steps; step++) {
            deepest = Math.min(deepest, distance(zone, a, b, (double) step / steps));
        }
        if (deepest > -error) {
            return false;
        }
        double seconds = (b.eventMillis() - a.eventMillis()) / 1000.0;
        return around(zone, a, b) > HURRY_METRES_PER_SECOND * seconds + a.accuracyMetres() + b.accuracyMetres();
    }

    private static int steps(Position a, Position b) {
        return Math.max(2, (int) Math.ceil(Math.hypot(b.x() - a.x(), b.y() - a.y()) / STEP_METRES));
    }

    private static double distance(Zone zone, Position a, Position b, double share) {
        return zone.signedDistanceMetres(PlantPoint.metres(
                a.x() + share * (b.x() - a.x()),
                a.y() + share * (b.y() - a.y()),
                a.z() + share * (b.z() - a.z()),
                a.floor()));
    }

    /** The shorter way around the zone, along the convex hull of it and both places; 0 where one of them lies within that hull. */
    private static double around(Zone zone, Position a, Position b) {
        List<double[]> points = new ArrayList<>();
        zone.shape().polygons().forEach(polygon -> points.addAll(polygon.get(0)));
        double[] from = {a.x(), a.y()};
        double[] to = {b.x(), b.y()};
        points.add(from);
        points.add(to);
        List<double[]> hull = hull(points);
        int i = indexOf(hull, from);
        int j = indexOf(hull, to);
        if (i < 0 || j < 0) {
            return 0;
        }
        double all = length(hull, 0, hull.size());
        double one = i < j ? length(hull, i, j) : length(hull, j, i);
        return Math.min(one, all - one);
    }

    private static int indexOf(List<double[]> hull, double[] point) {
        for (int i = 0; i < hull.size(); i++) {
            if (hull.get(i)[0] == point[0] && hull.get(i)[1] == point[1]) {
                return i;
            }
        }
        return -1;
    }

    private static double length(List<double[]> hull, int from, int to) {
        double length = 0;
        for (int i = from; i < to; i++) {
            double[] p = hull.get(i);
            double[] q = hull.get((i + 1) % hull.size());
            length += Math.hypot(q[0] - p[0], q[1] - p[1]);
        }
        return length;
    }

    /** Andrew's monotone chain. */
    private static List<double[]> hull(List<double[]> points) {
        List<double[]> sorted = new ArrayList<>(points);
        sorted.sort((p, q) -> p[0] != q[0] ? Double.compare(p[0], q[0]) : Double.compare(p[1], q[1]));
        List<double[]> hull = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            int start = hull.size();
            for (double[] point : sorted) {
                while (hull.size() >= start + 2
                        && turn(hull.get(hull.size() - 2), hull.get(hull.size() - 1), point) <= 0) {
                    hull.remove(hull.size() - 1);
                }
                hull.add(point);
            }
            hull.remove(hull.size() - 1);
            java.util.Collections.reverse(sorted);
        }
        return hull;
    }

    private static double turn(double[] o, double[] p, double[] q) {
        return (p[0] - o[0]) * (q[1] - o[1]) - (p[1] - o[1]) * (q[0] - o[0]);
    }
}
