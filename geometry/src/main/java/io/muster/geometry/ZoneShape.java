package io.muster.geometry;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The outline of a zone, without floor and height: a polygon with holes, several of them, or a circle. Immutable, and sound by
 * construction: what crosses itself or encloses nothing is refused.
 *
 * <p>Containment is decided exactly for the coordinates as they are, without a tolerance: a point is on the edge of a polygon if it lies
 * on it in exact arithmetic, on that of a circle if its rounded distance to the centre equals the radius. Tolerances are the business of
 * whoever knows the accuracy of a fix, and {@link #signedDistanceMetres} is there for them.
 *
 * <p>{@link #locate} and {@link #signedDistanceMetres} allocate nothing in the ordinary case and take time in proportion to the number
 * of corners.
 */
public final class ZoneShape {
    /**
     * No coordinate of an outline may be farther from 0 than this. It is beyond everything on Earth in any projected system, and near
     * enough for exact arithmetic.
     */
    static final double FARTHEST_METRES = 1e9;

    private final Outline outline;

    private ZoneShape(Outline outline) {
        this.outline = outline;
    }

    /**
     * A polygon.
     *
     * @param rings the first is the shell, all others are holes; a point is {x, y} in metres, further numbers are ignored; the closing
     *     point and the direction of a ring do not matter
     * @throws InvalidShapeException naming the reason and the place
     */
    public static ZoneShape polygon(List<List<double[]>> rings) {
        return multiPolygon(List.of(rings));
    }

    /**
     * Several polygons that count as one zone. They may touch in single points.
     *
     * @param polygons each as in {@link #polygon}
     * @throws InvalidShapeException naming the reason and the place, also if polygons overlap or share a stretch of edge
     */
    public static ZoneShape multiPolygon(List<List<List<double[]>>> polygons) {
        return new ZoneShape(PolygonReader.read(polygons));
    }

    /**
     * A circle, decided as such and not as a polygon.
     *
     * @throws InvalidShapeException if a number is not finite or the radius not above 0
     */
    public static ZoneShape circle(double x, double y, double radiusMetres) {
        return new ZoneShape(CircleOutline.of(x, y, radiusMetres));
    }

    /**
     * Where the point is.
     *
     * @throws IllegalArgumentException if a coordinate is NaN
     */
    public Containment locate(double x, double y) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            throw new IllegalArgumentException("a coordinate is not a number: (" + x + ", " + y + ")");
        }
        return outline.locate(x, y);
    }

    /**
     * Metres to the nearest point of the outline, holes included: negative inside, 0 on the edge, positive outside. Never NaN, never
     * negative zero; the sign is that of {@link #locate} without exception.
     *
     * @throws IllegalArgumentException if a coordinate is NaN
     */
    public double signedDistanceMetres(double x, double y) {
        Containment containment = locate(x, y);
        if (containment == Containment.ON_EDGE) {
            return 0;
        }
        // A distance may underflow to 0 beside an edge; the exact containment is the one to be believed.
        double distance = Math.max(outline.distanceToEdge(x, y), Double.MIN_VALUE);
        return containment == Containment.INSIDE ? -distance : distance;
    }

    /** Square metres, without the holes; above 0. */
    public double areaSquareMetres() {
        return outline.area();
    }

    /** Centre of gravity {x, y}; may lie outside of a bent outline. A new array for every call. */
    public double[] centroid() {
        return outline.centroid();
    }

    /** {least x, least y, greatest x, greatest y}; a new array for every call. */
    public double[] bounds() {
        return outline.bounds();
    }

    /**
     * Polygons, rings (shell first), points {x, y}; each ring closed, its last point repeating the first. A circle becomes one ring of 64
     * points on its edge (and the closing one): for drawing, not for deciding. Deep copies.
     */
    public List<List<List<double[]>>> polygons() {
        return outline.polygons();
    }

    /** Whether this is a circle with a {@link #radius}. */
    public boolean isCircle() {
        return outline instanceof CircleOutline;
    }

    /** Radius in metres of a circle, whose centre is the {@link #centroid}; empty for polygons. */
    public OptionalDouble radius() {
        return outline instanceof CircleOutline circle
                ? OptionalDouble.of(circle.radiusMetres())
                : OptionalDouble.empty();
    }

    /** Equal if both have the same corners in the same order, or are the same circle. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ZoneShape that && outline.equals(that.outline);
    }

    @Override
    public int hashCode() {
        return outline.hashCode();
    }

    @Override
    public String toString() {
        return "ZoneShape[" + outline + "]";
    }
}
