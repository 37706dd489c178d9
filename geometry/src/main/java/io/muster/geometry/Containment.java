package io.muster.geometry;

/** Where a point is, seen from a zone. The edge has a name of its own, since the wall is where people stand. */
public enum Containment {
    /** Strictly within the outline. */
    INSIDE,
    /** Exactly on the outline or on the rim of a hole. What that means for a count is an {@link EdgeRule}. */
    ON_EDGE,
    /** Strictly outside the outline, in a hole, on another floor, or above or below the zone. */
    OUTSIDE
}
