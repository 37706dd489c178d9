package io.muster.geometry;

/**
 * Who decides about people on the edge. An enum with a single constant, so that the choice is written where it is used and a second
 * rule would have to be a decision, not a changed comparison.
 */
public enum EdgeRule {
    /**
     * The rule of the product: a person exactly on the outline is in the zone. Doubt never removes a person from a count, and the rim of
     * a hole counts for the same reason. Two zones that share a wall therefore both contain somebody who stands on it.
     */
    EDGE_COUNTS_AS_INSIDE;

    /**
     * Whether a point placed like this belongs to the zone.
     *
     * @return true for {@link Containment#INSIDE} and {@link Containment#ON_EDGE}
     */
    public boolean contains(Containment containment) {
        return containment != Containment.OUTSIDE;
    }
}
