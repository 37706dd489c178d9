package io.muster.stream.compliance;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered from one evaluation to the next; the rolling values go five minutes back.
 *
 * <p>A cycle is counted from one evaluation to the next, and from one end of windows to the next, while anybody is there. After one that found
 * nobody there is nothing to compute until somebody comes: from there on no cycle is counted.
 *
 * @param lastEvaluatedMillis ordering time of the evaluation told last; null = none yet
 * @param seq of the record told last
 * @param delays from the newest fix to the result, of the gathering model; empty where no clock is asked (files)
 * @param cycles between evaluations of the gathering model
 * @param windowDelays from the newest fix to the result, of the occupancy windows
 * @param windowCycles between ends of occupancy windows
 * @param lastWindowMillis where the next cycle of the windows began, their newest end; null = none ended yet, or they were empty
 * @param cycleFromMillis where the next cycle of the model began, the evaluation told last; null = none yet, or nobody took part in it
 * @param newestFixMillis the newest fix that any evaluation had; null = none yet
 * @param windowDelayMillis the longest of the windows that ended since the evaluation told last; null = none
 * @param windowCycleMillis the longest of the windows that ended since the evaluation told last; null = none
 */
public record ComplianceState(
        @Nullable Long lastEvaluatedMillis,
        long seq,
        Rolling delays,
        Rolling cycles,
        Rolling windowDelays,
        Rolling windowCycles,
        @Nullable Long lastWindowMillis,
        @Nullable Long cycleFromMillis,
        @Nullable Long newestFixMillis,
        @Nullable Long windowDelayMillis,
        @Nullable Long windowCycleMillis) {
    static final ComplianceState NOTHING = new ComplianceState(
            null, 0, Rolling.NOTHING, Rolling.NOTHING, Rolling.NOTHING, Rolling.NOTHING, null, null, null, null, null);

    public ComplianceState {
        delays = delays == null ? Rolling.NOTHING : delays;
        cycles = cycles == null ? Rolling.NOTHING : cycles;
        windowDelays = windowDelays == null ? Rolling.NOTHING : windowDelays;
        windowCycles = windowCycles == null ? Rolling.NOTHING : windowCycles;
    }

    /** Windows have ended. They are told with the next evaluation. */
    ComplianceState windowed(long endMillis, @Nullable Long delayMillis, boolean somebody) {
        // One that comes after others of the same end begins no cycle.
        Long cycle = since(lastWindowMillis, endMillis);
        return new ComplianceState(
                lastEvaluatedMillis,
                seq,
                delays,
                cycles,
                with(windowDelays, endMillis, delayMillis),
                with(windowCycles, endMillis, cycle),
                somebody ? (Long) endMillis : null,
                cycleFromMillis,
                newestFixMillis,
                longer(windowDelayMillis, delayMillis),
                longer(windowCycleMillis, cycle));
    }

    /** Whether no evaluation has had this fix yet: of one that stays the newest, because people fall silent, only the first result came after a delay. */
    boolean isNew(long fixMillis) {
        return newestFixMillis == null || fixMillis > newestFixMillis;
    }

    /**
     * The model was evaluated, and the windows of before are told.
     *
     * @param newestMillis null = nobody took part
     */
    ComplianceState evaluated(long timeMillis, @Nullable Long delayMillis, @Nullable Long newestMillis) {
        return new ComplianceState(
                timeMillis,
                seq + 1,
                with(delays, timeMillis, delayMillis),
                with(cycles, timeMillis, cycleUntil(timeMillis)),
                windowDelays.at(timeMillis),
                windowCycles.at(timeMillis),
                lastWindowMillis,
                newestMillis == null ? null : (Long) timeMillis,
                newestMillis != null && isNew(newestMillis) ? newestMillis : newestFixMillis,
                null,
                null);
    }

    /** @return null = no cycle ends then */
    @Nullable
    Long cycleUntil(long timeMillis) {
        return since(cycleFromMillis, timeMillis);
    }

    private static @Nullable Long since(@Nullable Long fromMillis, long untilMillis) {
        return fromMillis == null || untilMillis <= fromMillis ? null : (Long) (untilMillis - fromMillis);
    }

    private static Rolling with(Rolling rolling, long timeMillis, @Nullable Long valueMillis) {
        return valueMillis == null ? rolling.at(timeMillis) : rolling.with(timeMillis, valueMillis);
    }

    private static @Nullable Long longer(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }
}
