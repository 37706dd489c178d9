package io.muster.rules.fence;

import io.muster.rules.place.ZoneAt;
import org.jspecify.annotations.Nullable;

/** What one fix says of one zone. */
enum Sighting {
    /** Inside or on the edge. */
    INSIDE,
    /** Inside or on the edge, if the floor is this one, which nobody knows. */
    PERHAPS_INSIDE,
    /** Outside by no more than the exit tolerance. */
    NEAR,
    /** Outside by more, on another floor, or the zone is gone from the plan. */
    BEYOND;

    /** @param zone null = not within reach */
    static Sighting of(@Nullable ZoneAt zone) {
        if (zone == null) {
            return BEYOND;
        }
        if (zone.inside()) {
            return zone.floorSure() ? INSIDE : PERHAPS_INSIDE;
        }
        return zone.signedDistanceMetres() <= zone.tolerances().exitToleranceMetres() ? NEAR : BEYOND;
    }
}
