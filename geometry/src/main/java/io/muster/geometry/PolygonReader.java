package io.muster.geometry;

import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Turns rings of points into an outline, or says what is wrong with them and where. The only place where JTS judges an outline. */
final class PolygonReader {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private PolygonReader() {}

    static PolygonOutline read(List<List<List<double[]>>> polygons) {
        if (polygons.isEmpty()) {
            throw InvalidShapeException.nowhere("the shape is empty: it has no polygon");
        }
        double[][][] rings = new double[polygons.size()][][];
        Polygon[] parts = new Polygon[polygons.size()];
        for (int p = 0; p < parts.length; p++) {
            rings[p] = flatten(polygons.get(p));
            parts[p] = toPolygon(rings[p]);
        }
        Geometry whole = parts.length == 1 ? parts[0] : GEOMETRIES.createMultiPolygon(parts);
        TopologyValidationError fault = new IsValidOp(whole).getValidationError();
        if (fault != null) {
            Coordinate place = fault.getCoordinate();
            String reason = inWords(fault.getErrorType());
            throw place == null
                    ? InvalidShapeException.nowhere(reason)
                    : new InvalidShapeException(reason, place.x, place.y);
        }
        Point centroid = whole.getCentroid();
        return new PolygonOutline(rings, whole.getArea(), new double[] {centroid.getX(), centroid.getY()});
    }

    private static double[][] flatten(List<List<double[]>> rings) {
        if (rings.isEmpty()) {
            throw InvalidShapeException.nowhere("the shape is empty: a polygon has no ring");
        }
        double[][] flat = new double[rings.size()][];
        for (int r = 0; r < flat.length; r++) {
            flat[r] = closed(rings.get(r), r + 1);
        }
        return flat;
    }

    /** The ring as x, y, x, y, …, closed. Rings are numbered from 1, so that a fault that has no place on the map has one in the file. */
    private static double[] closed(List<double[]> ring, int ringNumber) {
        if (ring.isEmpty()) {
            throw InvalidShapeException.nowhere("the shape is empty: ring " + ringNumber + " has no point");
        }
        for (int i = 0; i < ring.size(); i++) {
            double[] point = ring.get(i);
            String which = "point " + (i + 1) + " of ring " + ringNumber;
            if (point.length < 2) {
                throw InvalidShapeException.nowhere(which + " needs two numbers, x and y, and has " + point.length);
            }
            requireOnEarth(which, point[0], point[1]);
        }
        double[] first = ring.get(0);
        double[] last = ring.get(ring.size() - 1);
        boolean open = first[0] != last[0] || first[1] != last[1];
        double[] flat = new double[2 * (ring.size() + (open ? 1 : 0))];
        int i = 0;
        for (double[] point : ring) {
            flat[i++] = point[0];
            flat[i++] = point[1];
        }
        // Also where the ring came closed: one bit pattern, even if 0 met -0.
        flat[flat.length - 2] = first[0];
        flat[flat.length - 1] = first[1];
        requireThreeCorners(flat);
        return flat;
    }

    private static void requireThreeCorners(double[] flat) {
        long corners = 0;
        for (int i = 0; i + 2 < flat.length; i += 2) {
            if (flat[i] != flat[i + 2] || flat[i + 1] != flat[i + 3]) {
                corners++;
            }
        }
        if (corners < 3) {
            throw new InvalidShapeException("a ring needs three different points or more", flat[0], flat[1]);
        }
    }

    private static Polygon toPolygon(double[][] rings) {
        LinearRing shell = toRing(rings[0]);
        LinearRing[] holes = new LinearRing[rings.length - 1];
        for (int h = 0; h < holes.length; h++) {
            holes[h] = toRing(rings[h + 1]);
        }
        return GEOMETRIES.createPolygon(shell, holes);
    }

    private static LinearRing toRing(double[] flat) {
        Coordinate[] coordinates = new Coordinate[flat.length / 2];
        boolean line = true;
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new Coordinate(flat[2 * i], flat[2 * i + 1]);
            line = line && onOneLine(coordinates[0], coordinates, i);
        }
        if (line) {
            throw new InvalidShapeException("a ring encloses no area", flat[0], flat[1]);
        }
        return GEOMETRIES.createLinearRing(coordinates);
    }

    /** Whether point i lies on the line through the first point and the first one that differs from it. */
    private static boolean onOneLine(Coordinate first, Coordinate[] coordinates, int i) {
        for (int j = 1; j < i; j++) {
            if (!coordinates[j].equals2D(first)) {
                return Orientation.index(first, coordinates[j], coordinates[i]) == 0;
            }
        }
        return true;
    }

    static void requireOnEarth(String which, double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new InvalidShapeException(which + " is not finite", x, y);
        }
        if (Math.abs(x) > ZoneShape.FARTHEST_METRES || Math.abs(y) > ZoneShape.FARTHEST_METRES) {
            throw new InvalidShapeException(which + " is farther than 1e9 m from 0", x, y);
        }
    }

    private static String inWords(int errorType) {
        return switch (errorType) {
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "a hole lies outside the shell";
            case TopologyValidationError.NESTED_HOLES -> "a hole lies within another hole";
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "the holes cut the shape in two";
            case TopologyValidationError.SELF_INTERSECTION -> "edges cross or lie upon each other";
            case TopologyValidationError.RING_SELF_INTERSECTION -> "a ring touches itself";
            case TopologyValidationError.NESTED_SHELLS -> "a polygon lies within another one";
            case TopologyValidationError.DUPLICATE_RINGS -> "a ring occurs twice";
            case TopologyValidationError.TOO_FEW_POINTS -> "a ring needs three different points or more";
            default -> TopologyValidationError.errMsg[errorType];
        };
    }
}
