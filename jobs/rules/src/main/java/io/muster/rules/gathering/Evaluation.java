package io.muster.rules.gathering;

import org.jspecify.annotations.Nullable;

/**
 * The model was evaluated for a floor: what the legal limits of cycle and delay are measured on (PD-3).
 *
 * <p>The last one before a floor falls silent says that nobody is there.
 *
 * @param newestFixMillis event time of the newest fix that took part; null = nobody is there
 * @param people how many took part
 */
public record Evaluation(
        String site,
        double floor,
        long timeMillis,
        @Nullable Long newestFixMillis,
        int people,
        long seq) {}
