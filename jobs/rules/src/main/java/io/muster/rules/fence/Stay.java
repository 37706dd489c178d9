package io.muster.rules.fence;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one person and one zone.
 *
 * @param told what subscribers know: ABSENT, POSSIBLE, CONFIRMED or STALE
 * @param sinceMillis event time of the first fix inside
 * @param surelyInside fixes in a row inside, on a floor that is sure, towards the confirmation of the entry
 * @param surelySinceMillis event time of the first of them
 * @param floor at the last fix inside whose floor was known; null = none was
 * @param outSinceMillis ordering time of the first fix outside since the last one inside; null while inside
 * @param exitAtMillis ordering time at which, without a further word, this is an exit; null = not at all
 * @param staleAtMillis ordering time at which, without a further word, this is stale; null = not at all
 * @param toleranceTimeoutMillis as it was when the zone was last within reach; -1 = never
 * @param exitDelayMillis as it was when the zone was last within reach
 * @param staleAfterMillis as it was when the zone was last within reach; -1 = never
 */
public record Stay(
        String fenceId,
        Phase phase,
        Presence told,
        long sinceMillis,
        int surelyInside,
        long surelySinceMillis,
        @Nullable Double floor,
        @Nullable Long outSinceMillis,
        @Nullable Long exitAtMillis,
        @Nullable Long staleAtMillis,
        long toleranceTimeoutMillis,
        long exitDelayMillis,
        long staleAfterMillis) {

    public Stay {
        phase = phase == null ? Phase.ENTERING : phase;
        told = told == null ? Presence.ABSENT : told;
    }
}
