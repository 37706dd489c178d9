package io.muster.geometry;

import java.util.List;

/** What a kind of outline must be able to say. Coordinates and lengths in metres, never NaN; infinity is far away. */
sealed interface Outline permits CircleOutline, PolygonOutline {
    Containment locate(double x, double y);

    /** Not negative, not NaN. */
    double distanceToEdge(double x, double y);

    double area();

    double[] centroid();

    double[] bounds();

    List<List<List<double[]>>> polygons();
}
