package io.muster.geometry;

import java.util.List;

/** Finds the zones at a point. Implementations are immutable and may be read from many threads. */
public interface ZoneLocator {
    /**
     * Zones that contain the point or whose outline is at most the reach away, on its floor and at its height (a point with an unknown
     * floor is on all of them). The reach is what tells a person who has just left from one who is far off.
     *
     * @param reachMetres finite, at least 0; an outline at exactly the reach is within it
     * @return sorted by zone id ({@link String#compareTo}), so that the same point gives the same list on every machine; unmodifiable
     * @throws IllegalArgumentException if the reach is negative or not finite
     */
    List<ZoneHit> locate(PlantPoint point, double reachMetres);

    /** Fast for many zones; agrees with {@link #bruteForce} in every answer. */
    static ZoneLocator indexed(ZoneSet zones) {
        return new IndexedZoneLocator(zones);
    }

    /** Asks every zone. The proof of the index, and quick enough for a handful of zones. */
    static ZoneLocator bruteForce(ZoneSet zones) {
        return new BruteForceZoneLocator(zones);
    }
}
