package io.muster.geometry;

import java.util.ArrayList;
import java.util.List;

/** A circle. */
record CircleOutline(double x, double y, double radiusMetres) implements Outline {
    private static final int CORNERS = 64;

    static CircleOutline of(double x, double y, double radiusMetres) {
        PolygonReader.requireOnEarth("the centre of the circle", x, y);
        if (!(radiusMetres > 0 && radiusMetres <= ZoneShape.FARTHEST_METRES)) {
            throw new InvalidShapeException(
                    "the radius must be above 0 and at most 1e9 m, was " + radiusMetres + ", of the circle", x, y);
        }
        return new CircleOutline(x, y, radiusMetres);
    }

    @Override
    public Containment locate(double px, double py) {
        double outward = Numbers.length(px - x, py - y) - radiusMetres;
        if (outward < 0) {
            return Containment.INSIDE;
        }
        return outward > 0 ? Containment.OUTSIDE : Containment.ON_EDGE;
    }

    @Override
    public double distanceToEdge(double px, double py) {
        return Math.abs(Numbers.length(px - x, py - y) - radiusMetres);
    }

    @Override
    public double area() {
        return Math.PI * radiusMetres * radiusMetres;
    }

    @Override
    public double[] centroid() {
        return new double[] {x, y};
    }

    @Override
    public double[] bounds() {
        return new double[] {x - radiusMetres, y - radiusMetres, x + radiusMetres, y + radiusMetres};
    }

    @Override
    public List<List<List<double[]>>> polygons() {
        List<double[]> ring = new ArrayList<>(CORNERS + 1);
        for (int i = 0; i <= CORNERS; i++) {
            // The last point is the first one, bit for bit, which the angle of a full turn would not give.
            double angle = 2 * Math.PI * (i % CORNERS) / CORNERS;
            ring.add(new double[] {x + radiusMetres * StrictMath.cos(angle), y + radiusMetres * StrictMath.sin(angle)});
        }
        return List.of(List.of(ring));
    }
}
