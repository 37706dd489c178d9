package io.muster.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class ZoneShapeTest {
    private static String refusal(Executable building) {
        return String.valueOf(
                assertThrows(InvalidShapeException.class, building).getMessage());
    }

    @Test
    void refusesAnOutlineThatCrossesItself() {
        InvalidShapeException refused =
                assertThrows(InvalidShapeException.class, () -> Shapes.polygon("0 0, 10 10, 10 0, 0 10"));
        assertEquals("edges cross or lie upon each other", refused.reason());
        assertTrue(refused.hasPlace());
        assertEquals(5, refused.x());
        assertEquals(5, refused.y());
        assertEquals("edges cross or lie upon each other at (5.0, 5.0)", refused.getMessage());
        assertEquals(
                "a ring touches itself at (5.0, 0.0)",
                refusal(() -> Shapes.polygon("0 0, 5 0, 8 5, 2 5, 5 0, 10 0, 10 10, 0 10")));
    }

    @Test
    void refusesWhatIsEmpty() {
        assertEquals("the shape is empty: it has no polygon", refusal(() -> ZoneShape.multiPolygon(List.of())));
        assertEquals("the shape is empty: a polygon has no ring", refusal(() -> ZoneShape.polygon(List.of())));
        assertEquals("the shape is empty: ring 1 has no point", refusal(() -> ZoneShape.polygon(List.of(List.of()))));
        assertFalse(assertThrows(InvalidShapeException.class, () -> ZoneShape.polygon(List.of()))
                .hasPlace());
    }

    @Test
    void refusesTooFewPointsAndNoArea() {
        assertEquals(
                "a ring needs three different points or more at (1.0, 2.0)", refusal(() -> Shapes.polygon("1 2, 3 4")));
        assertEquals(
                "a ring needs three different points or more at (1.0, 2.0)",
                refusal(() -> Shapes.polygon("1 2, 3 4, 3 4, 1 2")));
        assertEquals("a ring encloses no area at (1.0, 1.0)", refusal(() -> Shapes.polygon("1 1, 2 2, 3 3, 7 7")));
        assertEquals("a ring encloses no area at (1.0, 1.0)", refusal(() -> Shapes.polygon("1 1, 2 2, 1 1, 2 2")));
    }

    @Test
    void refusesNumbersThatAreNoPlace() {
        assertEquals("point 3 of ring 1 is not finite at (NaN, 8.0)", refusal(() -> Shapes.polygon("0 0, 9 0, NaN 8")));
        assertEquals(
                "point 1 of ring 2 is not finite at (Infinity, 2.0)",
                refusal(() -> Shapes.polygon("0 0, 9 0, 0 9", "Infinity 2, 2 1, 1 1")));
        assertEquals(
                "point 2 of ring 1 is farther than 1e9 m from 0 at (1.1E9, 0.0)",
                refusal(() -> Shapes.polygon("0 0, 1.1e9 0, 0 9")));
        assertEquals("point 2 of ring 1 is not finite", refusal(() -> Shapes.polygon("0 0, NaN NaN, 0 9")));
        assertEquals(
                "point 2 of ring 1 needs two numbers, x and y, and has 1",
                refusal(() -> ZoneShape.polygon(
                        List.of(List.of(new double[] {0, 0}, new double[] {1}, new double[] {0, 1})))));
    }

    @Test
    void refusesHolesThatAreNone() {
        String shell = "0 0, 10 0, 10 10, 0 10";
        assertEquals(
                "a hole lies outside the shell at (20.0, 20.0)",
                refusal(() -> Shapes.polygon(shell, "20 20, 22 20, 22 22, 20 22")));
        assertEquals(
                "edges cross or lie upon each other at (10.0, 4.0)",
                refusal(() -> Shapes.polygon(shell, "8 4, 12 4, 12 6, 8 6")));
        assertEquals(
                "a hole lies within another hole at (4.0, 4.0)",
                refusal(() -> Shapes.polygon(shell, "2 2, 8 2, 8 8, 2 8", "4 4, 6 4, 6 6, 4 6")));
    }

    @Test
    void refusesPolygonsThatOverlap() {
        assertEquals(
                "edges cross or lie upon each other at (10.0, 5.0)",
                refusal(() -> ZoneShape.multiPolygon(
                        List.of(Shapes.rings("0 0, 10 0, 10 10, 0 10"), Shapes.rings("5 5, 15 5, 15 15, 5 15")))));
        assertEquals(
                "a polygon lies within another one at (2.0, 2.0)",
                refusal(() -> ZoneShape.multiPolygon(
                        List.of(Shapes.rings("0 0, 10 0, 10 10, 0 10"), Shapes.rings("2 2, 4 2, 4 4, 2 4")))));
    }

    @Test
    void refusesCirclesWithoutRadiusOrCentre() {
        for (double radius : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "the radius must be above 0 and at most 1e9 m, was " + radius + ", of the circle at (1.0, 2.0)",
                    refusal(() -> ZoneShape.circle(1, 2, radius)));
        }
        assertEquals(
                "the centre of the circle is not finite at (NaN, 2.0)",
                refusal(() -> ZoneShape.circle(Double.NaN, 2, 1)));
    }

    @Test
    void closingPointDirectionAndRepeatedCornersDoNotMatter() {
        for (String ring :
                List.of("0 0, 4 0, 4 3", "0 0, 4 0, 4 3, 0 0", "4 3, 4 0, 0 0", "0 0, 4 0, 4 0, 4 3, 4 3, 0 0")) {
            ZoneShape shape = Shapes.polygon(ring);
            assertEquals(6, shape.areaSquareMetres(), ring);
            assertEquals(Containment.INSIDE, shape.locate(3, 1), ring);
            assertEquals(Containment.ON_EDGE, shape.locate(2, 1.5), ring);
            assertEquals(Containment.OUTSIDE, shape.locate(1, 1), ring);
        }
    }

    @Test
    void measuresAPolygonWithAHole() {
        ZoneShape shape = Shapes.polygon("0 0, 10 0, 10 10, 0 10", "6 0, 8 2, 6 4, 4 2");
        assertEquals(92, shape.areaSquareMetres());
        assertArrayEquals(new double[] {0, 0, 10, 10}, shape.bounds());
        assertEquals((100 * 5 - 8 * 6) / 92.0, shape.centroid()[0], 1e-12);
        assertEquals((100 * 5 - 8 * 2) / 92.0, shape.centroid()[1], 1e-12);
        assertEquals(Containment.ON_EDGE, shape.locate(6, 0), "where the hole touches the wall");
        assertEquals(Containment.OUTSIDE, shape.locate(6, 2));
        assertEquals(Math.sqrt(2), shape.signedDistanceMetres(6, 2), 1e-12);
        assertFalse(shape.isCircle());
        assertTrue(shape.radius().isEmpty());
    }

    @Test
    void measuresACircle() {
        ZoneShape shape = ZoneShape.circle(100, 50, 5);
        assertTrue(shape.isCircle());
        assertEquals(5, shape.radius().orElseThrow());
        assertArrayEquals(new double[] {100, 50}, shape.centroid());
        assertArrayEquals(new double[] {95, 45, 105, 55}, shape.bounds());
        assertEquals(78.53981633974483, shape.areaSquareMetres(), 1e-12);
        assertEquals(Containment.ON_EDGE, shape.locate(103, 54));
        assertEquals(Containment.INSIDE, shape.locate(102.99, 54));
        assertEquals(Containment.OUTSIDE, shape.locate(103.01, 54));
        assertEquals(-5, shape.signedDistanceMetres(100, 50));
        assertEquals(8, shape.signedDistanceMetres(105, 62));
        List<double[]> drawn = shape.polygons().get(0).get(0);
        assertEquals(65, drawn.size());
        assertArrayEquals(drawn.get(0), drawn.get(64));
    }

    @Test
    void twoIslandsAreOneZone() {
        ZoneShape shape = ZoneShape.multiPolygon(List.of(
                Shapes.rings("0 0, 10 0, 10 10, 0 10", "2 2, 8 2, 8 8, 2 8"),
                Shapes.rings("10 10, 20 10, 20 20, 10 20")));
        assertEquals(164, shape.areaSquareMetres());
        assertEquals(Containment.ON_EDGE, shape.locate(10, 10), "they may touch in a point");
        assertEquals(Containment.INSIDE, shape.locate(15, 15));
        assertEquals(Containment.OUTSIDE, shape.locate(5, 5));
        assertEquals(2, shape.polygons().size());
        assertEquals(2, shape.polygons().get(0).size());
        assertEquals(shape, ZoneShape.multiPolygon(shape.polygons()), "what it tells builds it again");
    }

    @Test
    void whatItHandsOutIsACopy() {
        ZoneShape shape = Shapes.rectangle(0, 0, 4, 4);
        shape.polygons().get(0).get(0).get(0)[0] = 99;
        shape.bounds()[0] = 99;
        shape.centroid()[0] = 99;
        assertEquals(Shapes.rectangle(0, 0, 4, 4), shape);
        assertEquals(Shapes.rectangle(0, 0, 4, 4).hashCode(), shape.hashCode());
        assertNotEquals(Shapes.rectangle(0, 0, 4, 5), shape);
        assertNotEquals(ZoneShape.circle(2, 2, 2), shape);
        assertArrayEquals(new double[] {0, 0, 4, 4}, shape.bounds());
        assertArrayEquals(new double[] {2, 2}, shape.centroid());
    }

    @Test
    void aPointThatIsNoneIsRefusedAndOneFarAwayIsOutside() {
        for (ZoneShape shape : List.of(Shapes.rectangle(0, 0, 4, 4), ZoneShape.circle(0, 0, 4))) {
            assertThrows(IllegalArgumentException.class, () -> shape.locate(Double.NaN, 1));
            assertThrows(IllegalArgumentException.class, () -> shape.signedDistanceMetres(1, Double.NaN));
            for (double far : new double[] {1e99, 1e101, 1e200, Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
                assertEquals(Containment.OUTSIDE, shape.locate(-far, far));
                assertTrue(shape.signedDistanceMetres(-far, far) >= far, () -> "at " + far);
                assertTrue(shape.signedDistanceMetres(-far, far) <= far * 1.5, () -> "at " + far);
            }
        }
    }

    @Test
    void theSignOfTheDistanceIsTheContainment() {
        Random random = Shapes.random("ZoneShapeTest.sign");
        for (int i = 0; i < 300; i++) {
            ZoneShape shape = Shapes.star(random, 4e6, 3e6, 20, 7, true);
            List<double[]> ring = shape.polygons().get(0).get(random.nextInt(2));
            double[] a = ring.get(2);
            double[] b = ring.get(3);
            double t = random.nextDouble();
            double x = a[0] + t * (b[0] - a[0]);
            double y = a[1] + t * (b[1] - a[1]);
            for (double off : new double[] {0, Math.ulp(x), -Math.ulp(x), 1e-6, -1e-6}) {
                Containment containment = shape.locate(x + off, y);
                double signed = shape.signedDistanceMetres(x + off, y);
                String what = "seed " + Shapes.SEED + " (" + (x + off) + ", " + y + ") " + containment;
                double sign = containment == Containment.INSIDE ? -1 : containment == Containment.ON_EDGE ? 0 : 1;
                assertEquals(sign, Math.signum(signed), what);
                assertEquals(JtsOracle.of(shape).locate(PlantPoint.metres(x + off, y, null)), containment, what);
            }
        }
    }
}
