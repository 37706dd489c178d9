package io.muster.simulator.truth;

import io.muster.contract.value.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of truth in simulated time, before it gets the wire form.
 *
 * @param subject fence id; for a gathering an id of our own
 * @param dueMillis an alarm later than this is late
 * @param endMillis {@link Long#MAX_VALUE} = not ended yet
 * @param trackableIds who takes part
 * @param level highest level; null for over-capacity
 * @param tolerated an alarm may match but need not
 */
record Fact(
        Kind kind,
        String subject,
        long onsetMillis,
        long dueMillis,
        long endMillis,
        List<String> trackableIds,
        @Nullable Level level,
        boolean tolerated) {

    enum Kind {
        OVER_CAPACITY,
        GATHERING
    }

    /** An alarm must be readable this long after the moment from which the rule may raise it. */
    static final long ALLOWANCE_MILLIS = 5_000;
    /** A gathering is one when it has lasted longer than this (AQ 3064.3 3.5). */
    static final long GATHERING_MILLIS = 60_000;

    static Fact overCapacity(String fenceId, long onset, long end, List<String> trackableIds, boolean tolerated) {
        return new Fact(
                Kind.OVER_CAPACITY, fenceId, onset, onset + ALLOWANCE_MILLIS, end, trackableIds, null, tolerated);
    }

    static Fact gathering(String id, long onset, long end, List<String> trackableIds, int most, boolean tolerated) {
        return new Fact(
                Kind.GATHERING,
                id,
                onset,
                onset + GATHERING_MILLIS + ALLOWANCE_MILLIS,
                end,
                trackableIds,
                level(most),
                tolerated);
    }

    /** AQ 3064.3 5.2.3: 3 yellow, 4 to 6 orange, 7 and more red. */
    private static Level level(int people) {
        return people >= 7 ? Level.RED : people >= 4 ? Level.ORANGE : Level.YELLOW;
    }

    /** As it stands at a moment: what is due later is tolerated, what ends later is still open. */
    Fact asOf(long millis) {
        return new Fact(
                kind,
                subject,
                onsetMillis,
                dueMillis,
                endMillis > millis ? Long.MAX_VALUE : endMillis,
                trackableIds,
                level,
                tolerated || dueMillis > millis);
    }
}
