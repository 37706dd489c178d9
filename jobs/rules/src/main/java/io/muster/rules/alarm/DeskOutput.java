package io.muster.rules.alarm;

import org.jspecify.annotations.Nullable;

/**
 * What the desk tells; exactly one is there.
 *
 * @param forgotten an alarm that has been closed for so long that its current state is to be forgotten
 * @param forgottenMillis when; 0 where nothing is forgotten
 */
public record DeskOutput(
        @Nullable AlarmChange change,
        @Nullable Tombstone forgotten,
        long forgottenMillis,
        @Nullable RefusedCommand refusal) {

    public static DeskOutput of(AlarmChange change) {
        return new DeskOutput(change, null, 0, null);
    }

    static DeskOutput forgotten(Tombstone tombstone, long nowMillis) {
        return new DeskOutput(null, tombstone, nowMillis, null);
    }

    static DeskOutput refused(RefusedCommand refusal) {
        return new DeskOutput(null, null, 0, refusal);
    }
}
