package io.muster.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.MinimumBoundingCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

final class DiscsTest {
    private static Disc around(String points) {
        return Discs.smallestEnclosing(Shapes.ring(points));
    }

    @Test
    void knownDiscs() {
        assertEquals(new Disc(3, 4, 0), around("3 4"));
        assertEquals(new Disc(3, 4, 0), around("3 4, 3 4, 3 4"));
        assertEquals(new Disc(3, 4, 5), around("0 0, 6 8"));
        assertEquals(new Disc(3, 4, 5), around("0 0, 6 8, 6 0"), "a right angle lies on the disc of its long side");
        assertEquals(new Disc(5, 0, 5), around("0 0, 1 0, 2 0, 10 0, 4 0, 7 0"), "people in a row");
        assertEquals(new Disc(1, 1, Math.sqrt(2)), around("0 0, 2 0, 2 2, 0 2, 1 1"));
    }

    @Test
    void refusesNobodyAndNowhere() {
        assertThrows(IllegalArgumentException.class, () -> Discs.smallestEnclosing(List.of()));
        assertThrows(IllegalArgumentException.class, () -> around("0 0, NaN 1"));
        assertThrows(IllegalArgumentException.class, () -> around("0 0, 1 Infinity"));
    }

    @Test
    void isAsSmallAsBruteForceFinds() {
        Random random = Shapes.random("DiscsTest.brute");
        for (int round = 0; round < 600; round++) {
            List<double[]> points =
                    randomPoints(random, 2 + random.nextInt(9), round % 3 == 0, round % 2 == 0 ? 0 : 4e6);
            Disc disc = Discs.smallestEnclosing(points);
            String what = "seed " + Shapes.SEED + " round " + round;
            for (double[] point : points) {
                assertTrue(distance(disc, point) <= disc.radiusMetres(), what);
            }
            assertEquals(bruteRadius(points), disc.radiusMetres(), 1e-7, what);
        }
    }

    @Test
    void isAsSmallAsJtsFindsForCrowds() {
        Random random = Shapes.random("DiscsTest.jts");
        for (int round = 0; round < 30; round++) {
            List<double[]> points = randomPoints(random, 300, round % 3 == 0, 0);
            Coordinate[] coordinates =
                    points.stream().map(p -> new Coordinate(p[0], p[1])).toArray(Coordinate[]::new);
            double expected = new MinimumBoundingCircle(new GeometryFactory().createMultiPointFromCoords(coordinates))
                    .getRadius();
            assertEquals(
                    expected,
                    Discs.smallestEnclosing(points).radiusMetres(),
                    1e-7,
                    "seed " + Shapes.SEED + " round " + round);
        }
    }

    @Test
    void theOrderOfThePeopleDoesNotMatter() {
        Random random = Shapes.random("DiscsTest.order");
        for (int round = 0; round < 100; round++) {
            List<double[]> points = randomPoints(random, 12, round % 2 == 0, 0);
            Disc disc = Discs.smallestEnclosing(points);
            points.add(points.get(3).clone());
            Collections.shuffle(points, random);
            assertEquals(disc, Discs.smallestEnclosing(points), "seed " + Shapes.SEED + " round " + round);
        }
    }

    /** On a coarse grid, with many in line and on one circle, or anywhere. */
    private static List<double[]> randomPoints(Random random, int count, boolean grid, double offset) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = grid ? random.nextInt(6) : random.nextDouble() * 15;
            double y = grid ? random.nextInt(6) : random.nextDouble() * 15;
            points.add(new double[] {offset + x, offset + y});
        }
        return points;
    }

    /** The smallest of all discs over two points and through three that holds everybody. */
    private static double bruteRadius(List<double[]> points) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] a : points) {
            for (double[] b : points) {
                least = Math.min(least, radiusFrom((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, points));
                for (double[] c : points) {
                    double bx = b[0] - a[0];
                    double by = b[1] - a[1];
                    double cx = c[0] - a[0];
                    double cy = c[1] - a[1];
                    double d = 2 * (bx * cy - by * cx);
                    if (Math.abs(d) > 1e-9) {
                        double ux = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / d;
                        double uy = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / d;
                        least = Math.min(least, radiusFrom(a[0] + ux, a[1] + uy, points));
                    }
                }
            }
        }
        return least;
    }

    /** Any centre gives a disc that holds everybody, so the best of the candidates is the answer. */
    private static double radiusFrom(double x, double y, List<double[]> points) {
        return points.stream()
                .mapToDouble(point -> distance(new Disc(x, y, 0), point))
                .max()
                .orElseThrow();
    }

    private static double distance(Disc disc, double[] point) {
        double dx = point[0] - disc.x();
        double dy = point[1] - disc.y();
        return Math.sqrt(dx * dx + dy * dy);
    }
}
