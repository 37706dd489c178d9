package io.muster.geometry;

import org.jspecify.annotations.Nullable;

/**
 * A place in a plant, in the local frame of its site.
 *
 * @param xMetres finite
 * @param yMetres finite
 * @param zMetres height, finite; 0 (of either sign) means <em>not known</em>, because vendors without a height send 0
 * @param floor the floor as omlox has it (a number, mezzanines may be 1.5); finite; null means <em>not known</em>
 */
public record PlantPoint(
        double xMetres,
        double yMetres,
        double zMetres,
        @Nullable Double floor) {
    /**
     * Refuses what cannot be a place.
     *
     * @throws IllegalArgumentException if a number is NaN or infinite; the message names the component
     */
    public PlantPoint {
        Numbers.requireFinite("x", xMetres);
        Numbers.requireFinite("y", yMetres);
        Numbers.requireFinite("z", zMetres);
        if (floor != null) {
            Numbers.requireFinite("floor", floor);
        }
    }

    /** A point whose height is not known. */
    public static PlantPoint metres(double x, double y, @Nullable Double floor) {
        return new PlantPoint(x, y, 0, floor);
    }

    /** A point with a height; z = 0 means that it is not known. */
    public static PlantPoint metres(double x, double y, double z, @Nullable Double floor) {
        return new PlantPoint(x, y, z, floor);
    }

    /** Whether {@link #zMetres} says anything. */
    public boolean heightKnown() {
        return zMetres != 0;
    }

    /** Metres between the two points seen from above; floors and heights do not take part. */
    public double horizontalDistanceTo(PlantPoint other) {
        return Numbers.length(xMetres - other.xMetres, yMetres - other.yMetres);
    }
}
