package io.muster.consumer;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many records had which outcome since the book was made.
 *
 * @param outcomes every outcome, 0 where there was none
 * @param listenerFailures calls of a listener that threw
 */
public record AlarmCounters(Map<AlarmOutcome, Long> outcomes, long listenerFailures) {
    public AlarmCounters {
        Map<AlarmOutcome, Long> all = new EnumMap<>(AlarmOutcome.class);
        for (AlarmOutcome outcome : AlarmOutcome.values()) {
            all.put(outcome, outcomes.getOrDefault(outcome, 0L));
        }
        outcomes = Map.copyOf(all);
    }

    /** Records with this outcome. */
    public long of(AlarmOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** Records applied, whatever came of them. */
    public long total() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }
}
