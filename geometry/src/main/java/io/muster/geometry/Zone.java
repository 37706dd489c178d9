package io.muster.geometry;

import org.jspecify.annotations.Nullable;

/**
 * A region of the plant: an outline, on one floor or on all, between two heights or at any.
 *
 * <p>The floor decides. Height decides only where both the zone has a limit and the point a height: most vendors send z = 0, and a
 * person must not vanish from a tank pit because of it.
 *
 * @param id unique within a {@link ZoneSet}, not blank
 * @param floor finite; null = every floor
 * @param zMinMetres lowest height that still belongs to the zone, finite; null = open
 * @param zMaxMetres highest height that still belongs to the zone, finite, at least zMinMetres; null = open
 */
public record Zone(
        String id,
        ZoneShape shape,
        @Nullable Double floor,
        @Nullable Double zMinMetres,
        @Nullable Double zMaxMetres) {
    /**
     * Refuses what cannot be a zone.
     *
     * @throws IllegalArgumentException if the id is blank, a number is not finite, or zMin is above zMax
     */
    public Zone {
        if (id.isBlank()) {
            throw new IllegalArgumentException("the id of a zone must not be blank");
        }
        if (floor != null) {
            Numbers.requireFinite("floor", floor);
        }
        if (zMinMetres != null) {
            Numbers.requireFinite("z_min", zMinMetres);
        }
        if (zMaxMetres != null) {
            Numbers.requireFinite("z_max", zMaxMetres);
        }
        if (zMinMetres != null && zMaxMetres != null && zMinMetres > zMaxMetres) {
            throw new IllegalArgumentException("z_min must not be above z_max, was " + zMinMetres + " > " + zMaxMetres);
        }
    }

    /**
     * Whether the floors agree. An unknown floor of the point agrees with every zone: the person may be there, and it is for the caller
     * to count them as possible only.
     */
    public boolean onFloor(PlantPoint point) {
        Double zoneFloor = floor;
        Double pointFloor = point.floor();
        return zoneFloor == null || pointFloor == null || zoneFloor.doubleValue() == pointFloor.doubleValue();
    }

    /** Whether the heights agree; both limits belong to the zone. True if the zone has no limit or the point no height. */
    public boolean atHeight(PlantPoint point) {
        if (!point.heightKnown()) {
            return true;
        }
        double z = point.zMetres();
        return (zMinMetres == null || z >= zMinMetres) && (zMaxMetres == null || z <= zMaxMetres);
    }

    /** Where the point is; {@link Containment#OUTSIDE} on another floor or height. The edge is that of the outline only. */
    public Containment locate(PlantPoint point) {
        return onFloor(point) && atHeight(point) ? shape.locate(point.xMetres(), point.yMetres()) : Containment.OUTSIDE;
    }

    /**
     * Horizontal metres to the outline: negative inside, 0 on the edge, positive outside. Positive infinity on another floor or height,
     * since no tolerance in metres leads from there into the zone. The sign always agrees with {@link #locate}.
     */
    public double signedDistanceMetres(PlantPoint point) {
        return onFloor(point) && atHeight(point)
                ? shape.signedDistanceMetres(point.xMetres(), point.yMetres())
                : Double.POSITIVE_INFINITY;
    }
}
