package io.muster.rules.place;

/**
 * A zone at or near a position, with the tolerances that hold there for this technology.
 *
 * @param signedDistanceMetres to the outline: negative inside, 0 on the edge, positive outside; the edge counts as inside
 * @param gatheringExempt as {@link io.muster.rules.plan.ZoneRule#gatheringExempt()}
 * @param tolerances the profile's and the fence's own, for this technology
 * @param floorSure whether the floor decides for sure: the position's floor is known, or the zone is on every floor
 * @param traits what else the fence stage must know of the zone
 */
public record ZoneAt(
        String fenceId,
        double signedDistanceMetres,
        boolean gatheringExempt,
        Tolerances tolerances,
        boolean floorSure,
        ZoneTraits traits) {

    /** The edge counts as inside. */
    public boolean inside() {
        return signedDistanceMetres <= 0;
    }
}
