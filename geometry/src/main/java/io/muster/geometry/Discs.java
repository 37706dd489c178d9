package io.muster.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Discs around groups of points. */
public final class Discs {
    /** Points this close to a disc, in proportion to its radius, do not make it larger: rounding must not keep the search going. */
    private static final double ROUNDING = 1e-12;

    private Discs() {}

    /**
     * The smallest disc that contains all points (Welzl 1991, in its iterative form). The answer depends on the set of points only,
     * neither on their order nor on repetitions: members of a group come in any order, and an alarm must not differ for it.
     *
     * @param points {x, y} in metres, finite; at least one
     * @return a disc whose radius is the distance from its centre to the farthest point; 0 for a single place
     * @throws IllegalArgumentException if there is no point or a coordinate is not finite
     */
    public static Disc smallestEnclosing(List<double[]> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a disc needs a point to enclose");
        }
        double[][] p = inOwnOrder(points);
        Disc disc = new Disc(p[0][0], p[0][1], 0);
        for (int i = 1; i < p.length; i++) {
            if (misses(disc, p[i])) {
                disc = through(p, i);
            }
        }
        return reaching(disc, p);
    }

    /** Smallest disc around the points before i with point i on its edge. */
    private static Disc through(double[][] p, int i) {
        Disc disc = new Disc(p[i][0], p[i][1], 0);
        for (int j = 0; j < i; j++) {
            if (misses(disc, p[j])) {
                disc = through(p, i, j);
            }
        }
        return disc;
    }

    /** Smallest disc around the points before j with points i and j on its edge. */
    private static Disc through(double[][] p, int i, int j) {
        Disc disc = across(p[i], p[j]);
        for (int k = 0; k < j; k++) {
            if (misses(disc, p[k])) {
                disc = around(p[i], p[j], p[k]);
            }
        }
        return disc;
    }

    private static Disc across(double[] a, double[] b) {
        double x = a[0] + (b[0] - a[0]) / 2;
        double y = a[1] + (b[1] - a[1]) / 2;
        return new Disc(x, y, Math.max(distance(x, y, a), distance(x, y, b)));
    }

    /** The circle through three points; of three on a line, the disc of the two farthest. */
    private static Disc around(double[] a, double[] b, double[] c) {
        // Seen from a, so that coordinates of millions of metres do not eat the digits of a group of a few.
        double bx = b[0] - a[0];
        double by = b[1] - a[1];
        double cx = c[0] - a[0];
        double cy = c[1] - a[1];
        double b2 = bx * bx + by * by;
        double c2 = cx * cx + cy * cy;
        double twiceArea = bx * cy - by * cx;
        double x = a[0] + (cy * b2 - by * c2) / (2 * twiceArea);
        double y = a[1] + (bx * c2 - cx * b2) / (2 * twiceArea);
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return widest(across(a, b), across(a, c), across(b, c));
        }
        return new Disc(x, y, Math.max(distance(x, y, a), Math.max(distance(x, y, b), distance(x, y, c))));
    }

    private static Disc widest(Disc one, Disc two, Disc three) {
        Disc wider = one.radiusMetres() >= two.radiusMetres() ? one : two;
        return wider.radiusMetres() >= three.radiusMetres() ? wider : three;
    }

    private static boolean misses(Disc disc, double[] point) {
        return distance(disc.x(), disc.y(), point) > disc.radiusMetres() * (1 + ROUNDING);
    }

    private static Disc reaching(Disc disc, double[][] points) {
        double radius = 0;
        for (double[] point : points) {
            radius = Math.max(radius, distance(disc.x(), disc.y(), point));
        }
        return new Disc(disc.x(), disc.y(), radius);
    }

    private static double distance(double x, double y, double[] point) {
        return Numbers.length(point[0] - x, point[1] - y);
    }

    /**
     * Sorted, without repetitions, then shuffled by a fixed rule. The shuffle makes the expected time linear: a sorted row of points is
     * the worst case of the search.
     */
    private static double[][] inOwnOrder(List<double[]> points) {
        List<double[]> sorted = new ArrayList<>(points.size());
        for (double[] point : points) {
            // Adding 0 turns -0 into 0.
            sorted.add(
                    new double[] {Numbers.requireFinite("x", point[0]) + 0.0, Numbers.requireFinite("y", point[1]) + 0.0
                    });
        }
        sorted.sort(Comparator.<double[]>comparingDouble(point -> point[0]).thenComparingDouble(point -> point[1]));
        List<double[]> distinct = new ArrayList<>(sorted.size());
        for (double[] point : sorted) {
            double[] before = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
            if (before == null || before[0] != point[0] || before[1] != point[1]) {
                distinct.add(point);
            }
        }
        double[][] order = distinct.toArray(new double[0][]);
        long random = 0x5DEECE66DL;
        for (int i = order.length - 1; i > 0; i--) {
            random = random * 6364136223846793005L + 1442695040888963407L;
            int j = (int) ((random >>> 33) % (i + 1));
            double[] moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }
}
