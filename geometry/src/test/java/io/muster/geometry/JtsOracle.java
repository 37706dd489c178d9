package io.muster.geometry;

import java.util.List;
import org.locationtech.jts.algorithm.PointLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Containment and distance by JTS, for polygons, and by the formula for circles. */
final class JtsOracle {
    static final double ROUNDING_METRES = 1e-9;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final ZoneShape shape;
    private final Geometry geometry;

    private JtsOracle(ZoneShape shape, Geometry geometry) {
        this.shape = shape;
        this.geometry = geometry;
    }

    static JtsOracle of(ZoneShape shape) {
        return new JtsOracle(
                shape,
                GEOMETRIES.createMultiPolygon(
                        shape.polygons().stream().map(JtsOracle::polygon).toArray(Polygon[]::new)));
    }

    private static Polygon polygon(List<List<double[]>> rings) {
        LinearRing[] all = rings.stream()
                .map(ring -> GEOMETRIES.createLinearRing(
                        ring.stream().map(p -> new Coordinate(p[0], p[1])).toArray(Coordinate[]::new)))
                .toArray(LinearRing[]::new);
        LinearRing[] holes = new LinearRing[all.length - 1];
        System.arraycopy(all, 1, holes, 0, holes.length);
        return GEOMETRIES.createPolygon(all[0], holes);
    }

    /** Floor and height, written down once more. */
    static boolean placed(Zone zone, PlantPoint point) {
        Double floor = zone.floor();
        Double low = zone.zMinMetres();
        Double high = zone.zMaxMetres();
        boolean onFloor = floor == null || point.floor() == null || floor.equals(point.floor());
        boolean tooLow = low != null && point.zMetres() != 0 && point.zMetres() < low;
        boolean tooHigh = high != null && point.zMetres() != 0 && point.zMetres() > high;
        return onFloor && !tooLow && !tooHigh;
    }

    Containment locate(PlantPoint point) {
        if (shape.isCircle()) {
            double out = fromCentre(point) - shape.radius().orElseThrow();
            return out < 0 ? Containment.INSIDE : out > 0 ? Containment.OUTSIDE : Containment.ON_EDGE;
        }
        int location = new PointLocator().locate(new Coordinate(point.xMetres(), point.yMetres()), geometry);
        return location == Location.INTERIOR
                ? Containment.INSIDE
                : location == Location.BOUNDARY ? Containment.ON_EDGE : Containment.OUTSIDE;
    }

    /** Without sign. */
    double distance(PlantPoint point) {
        if (shape.isCircle()) {
            return Math.abs(fromCentre(point) - shape.radius().orElseThrow());
        }
        return geometry.getBoundary()
                .distance(GEOMETRIES.createPoint(new Coordinate(point.xMetres(), point.yMetres())));
    }

    private double fromCentre(PlantPoint point) {
        double[] centre = shape.centroid();
        double dx = point.xMetres() - centre[0];
        double dy = point.yMetres() - centre[1];
        return Math.sqrt(dx * dx + dy * dy);
    }
}
