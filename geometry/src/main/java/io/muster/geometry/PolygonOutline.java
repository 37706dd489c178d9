package io.muster.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/**
 * Polygons as a flat array of their rings' corners, checked before by {@link PolygonReader}. Since they neither cross nor overlap, a point
 * is inside if a ray from it meets an odd number of edges, whichever ring they belong to.
 */
final class PolygonOutline implements Outline {
    private static final int MISSED = 0;
    private static final int CROSSED = 1;
    private static final int ON_IT = 2;

    /** From there a plant is a dot, and squares of coordinates would overflow. */
    private static final double FAR_METRES = 1e100;

    /** polygon, ring, then x, y, x, y, …; every ring closed. */
    private final double[][][] rings;

    private final double minX;
    private final double minY;
    private final double maxX;
    private final double maxY;
    private final double area;
    private final double centroidX;
    private final double centroidY;

    /**
     * @param rings polygon, ring, then x, y, x, y, …; every ring closed; not copied
     * @param centroid {x, y}
     */
    PolygonOutline(double[][][] rings, double area, double[] centroid) {
        this.rings = rings;
        this.area = area;
        this.centroidX = centroid[0];
        this.centroidY = centroid[1];
        double leastX = Double.POSITIVE_INFINITY;
        double leastY = Double.POSITIVE_INFINITY;
        double greatestX = Double.NEGATIVE_INFINITY;
        double greatestY = Double.NEGATIVE_INFINITY;
        for (double[][] polygon : rings) {
            for (int i = 0; i < polygon[0].length; i += 2) {
                leastX = Math.min(leastX, polygon[0][i]);
                greatestX = Math.max(greatestX, polygon[0][i]);
                leastY = Math.min(leastY, polygon[0][i + 1]);
                greatestY = Math.max(greatestY, polygon[0][i + 1]);
            }
        }
        this.minX = leastX;
        this.minY = leastY;
        this.maxX = greatestX;
        this.maxY = greatestY;
    }

    @Override
    public Containment locate(double x, double y) {
        if (x < minX || x > maxX || y < minY || y > maxY) {
            return Containment.OUTSIDE;
        }
        boolean inside = false;
        for (double[][] polygon : rings) {
            for (double[] ring : polygon) {
                for (int i = 0; i + 3 < ring.length; i += 2) {
                    int met = meet(ring[i], ring[i + 1], ring[i + 2], ring[i + 3], x, y);
                    if (met == ON_IT) {
                        return Containment.ON_EDGE;
                    }
                    inside ^= met == CROSSED;
                }
            }
        }
        return inside ? Containment.INSIDE : Containment.OUTSIDE;
    }

    /**
     * What a ray from the point to the right does with the edge from a to b. An edge owns its lower end and not its upper one, so that a
     * ray through a corner is counted once.
     */
    private static int meet(double ax, double ay, double bx, double by, double x, double y) {
        if (ax < x && bx < x) {
            return MISSED;
        }
        if (x == bx && y == by) {
            return ON_IT;
        }
        if (ay == y && by == y) {
            return Math.min(ax, bx) <= x && x <= Math.max(ax, bx) ? ON_IT : MISSED;
        }
        if ((ay > y && by <= y) || (by > y && ay <= y)) {
            int side = CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, x, y);
            if (side == 0) {
                return ON_IT;
            }
            return (by < ay ? -side : side) > 0 ? CROSSED : MISSED;
        }
        return MISSED;
    }

    @Override
    public double distanceToEdge(double x, double y) {
        if (!(Math.abs(x) < FAR_METRES && Math.abs(y) < FAR_METRES)) {
            return StrictMath.hypot(x - centroidX, y - centroidY);
        }
        double least = Double.POSITIVE_INFINITY;
        for (double[][] polygon : rings) {
            for (double[] ring : polygon) {
                for (int i = 0; i + 3 < ring.length; i += 2) {
                    least = Math.min(least, squareToEdge(ring[i], ring[i + 1], ring[i + 2], ring[i + 3], x, y));
                }
            }
        }
        return Math.sqrt(least);
    }

    private static double squareToEdge(double ax, double ay, double bx, double by, double x, double y) {
        double ex = bx - ax;
        double ey = by - ay;
        double length2 = ex * ex + ey * ey;
        double dx = x - ax;
        double dy = y - ay;
        double along = dx * ex + dy * ey;
        if (along <= 0 || length2 == 0) {
            return dx * dx + dy * dy;
        }
        if (along >= length2) {
            double fx = x - bx;
            double fy = y - by;
            return fx * fx + fy * fy;
        }
        // Beside the edge: the cross product keeps its precision where a foot point would be rounded first.
        double across = dx * ey - dy * ex;
        return across * across / length2;
    }

    @Override
    public double area() {
        return area;
    }

    @Override
    public double[] centroid() {
        return new double[] {centroidX, centroidY};
    }

    @Override
    public double[] bounds() {
        return new double[] {minX, minY, maxX, maxY};
    }

    @Override
    public List<List<List<double[]>>> polygons() {
        List<List<List<double[]>>> copy = new ArrayList<>(rings.length);
        for (double[][] polygon : rings) {
            List<List<double[]>> copiedRings = new ArrayList<>(polygon.length);
            for (double[] ring : polygon) {
                List<double[]> points = new ArrayList<>(ring.length / 2);
                for (int i = 0; i < ring.length; i += 2) {
                    points.add(new double[] {ring[i], ring[i + 1]});
                }
                copiedRings.add(points);
            }
            copy.add(copiedRings);
        }
        return copy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PolygonOutline that && Arrays.deepEquals(rings, that.rings);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rings);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(rings);
    }
}
