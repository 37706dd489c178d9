package io.muster.rules.place;

/**
 * A zone at or near a position, with the tolerances that hold there for this technology.
 *
 * @param signedDistanceMetres to the outline: negative inside, 0 on the edge, positive outside; the edge counts as inside
 * @param gatheringExempt as {@link io.muster.rules.plan.ZoneRule#gatheringExempt()}
 * @param entryConfirmCount fixes in a row inside that make an entry, >= 1; 1 = the first one does
 * @param entryConfirmMillis how long inside makes an entry, in event time; -1 = only the count does
 * @param exitToleranceMetres outside by up to this is still near, >= 0
 * @param toleranceTimeoutMillis how long a person may be near; 0 = not at all; -1 = for ever
 * @param exitDelayMillis how long beyond the tolerance makes an exit; 0 = the first fix does
 * @param staleAfterMillis silence for longer than this makes a person stale; -1 = never
 * @param floorSure whether the floor decides for sure: the position's floor is known, or the zone is on every floor
 */
public record ZoneAt(
        String fenceId,
        double signedDistanceMetres,
        boolean gatheringExempt,
        int entryConfirmCount,
        long entryConfirmMillis,
        double exitToleranceMetres,
        long toleranceTimeoutMillis,
        long exitDelayMillis,
        long staleAfterMillis,
        boolean floorSure) {

    /** The edge counts as inside. */
    public boolean inside() {
        return signedDistanceMetres <= 0;
    }
}
