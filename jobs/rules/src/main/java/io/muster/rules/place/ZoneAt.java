package io.muster.rules.place;

/**
 * A zone at or near a position, with the tolerances that hold there for this technology.
 *
 * @param signedDistanceMetres to the outline: negative inside, 0 on the edge, positive outside; the edge counts as inside
 * @param gatheringExempt as {@link io.muster.rules.plan.ZoneRule#gatheringExempt()}
 * @param entryConfirmCount >= 1
 * @param toleranceTimeoutMillis -1 = never
 * @param staleAfterMillis -1 = never
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
        long staleAfterMillis) {

    /** The edge counts as inside. */
    public boolean inside() {
        return signedDistanceMetres <= 0;
    }
}
