package io.muster.stream.compliance;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered from one evaluation to the next; the rolling values go five minutes back.
 *
 * @param lastEvaluatedMillis ordering time of the evaluation told last; null = none yet
 * @param seq of the record told last
 * @param delays from the newest fix to the result, of the gathering model; empty where no clock is asked (files)
 * @param cycles between evaluations of the gathering model
 * @param windowDelays from the newest fix to the result, of the occupancy windows
 * @param windowCycles between ends of occupancy windows
 * @param lastWindowMillis the newest end of a window; null = none yet
 */
public record ComplianceState(
        @Nullable Long lastEvaluatedMillis,
        long seq,
        Rolling delays,
        Rolling cycles,
        Rolling windowDelays,
        Rolling windowCycles,
        @Nullable Long lastWindowMillis) {
    static final ComplianceState NOTHING =
            new ComplianceState(null, 0, Rolling.NOTHING, Rolling.NOTHING, Rolling.NOTHING, Rolling.NOTHING, null);

    public ComplianceState {
        delays = delays == null ? Rolling.NOTHING : delays;
        cycles = cycles == null ? Rolling.NOTHING : cycles;
        windowDelays = windowDelays == null ? Rolling.NOTHING : windowDelays;
        windowCycles = windowCycles == null ? Rolling.NOTHING : windowCycles;
    }
}
