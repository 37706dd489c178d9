package io.muster.simulator.truth;

import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Level;
import io.muster.contract.value.Subject;
import io.muster.contract.value.TruthLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alarm that must be raised, or may be, in simulated time: a {@link TruthLine} before it gets the wire form.
 *
 * @param dueMillis an alarm later than this is late
 * @param endMillis {@link #OPEN} = never
 * @param trackableIds who takes part, sorted
 * @param level highest level that is sure; null where the kind has none
 * @param tolerated an alarm may match but need not
 */
record Happening(
        AlarmKind kind,
        Subject subject,
        long onsetMillis,
        long dueMillis,
        long endMillis,
        List<String> trackableIds,
        @Nullable Level level,
        boolean tolerated) {
    static final long OPEN = Long.MAX_VALUE;
    /** An alarm must be readable this long after the moment from which the rule may raise it. */
    static final long ALLOWANCE_MILLIS = 5_000;

    /** By onset; what begins together in an order that is always the same. */
    static final Comparator<Happening> ORDER = Comparator.comparingLong(Happening::onsetMillis)
            .thenComparing(Happening::kind)
            .thenComparing(happening -> happening.subject().id())
            .thenComparing(Happening::tolerated)
            .thenComparingLong(Happening::endMillis);

    Happening tolerate() {
        return new Happening(kind, subject, onsetMillis, dueMillis, endMillis, trackableIds, level, true);
    }

    /**
     * As it stands at a moment: what is due later is tolerated, what ends later is still open.
     *
     * @param startMillis instant of simulated time 0 (epoch)
     */
    TruthLine asOf(long millis, long startMillis) {
        return new TruthLine(
                kind,
                subject,
                Instant.ofEpochMilli(startMillis + onsetMillis),
                Instant.ofEpochMilli(startMillis + dueMillis),
                endMillis > millis ? null : Instant.ofEpochMilli(startMillis + endMillis),
                trackableIds,
                level,
                tolerated || dueMillis > millis);
    }
}
