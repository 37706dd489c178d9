package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measured sampling gap, delay and compute cycle of a site (AQ 3064.3; 10 s / 5 s / 30 s): the value of {@code compliance}.
 *
 * @param site site id
 * @param seq number of this record under its key, from 1; with the writer epoch it decides which of two is newer
 * @param evaluatedAt ordering time of the evaluation
 * @param newestFixAt the newest fix that the evaluation used; null = none
 * @param delayMs from the newest fix's event time to the moment at which the job has the result; the way to the broker is not in it, and is seen
 *     from the record's own timestamp; null = no fix is newer than those of the evaluations before, or a file
 * @param cycleMs from the evaluation before to this one; null = the first one, or nobody took part in the one before
 * @param windowDelayMs of the occupancy windows that ended since the evaluation before, the longest; null = none ended in which anybody was heard
 * @param windowCycleMs of the occupancy windows, the longest since the evaluation before; null = none, as after windows in which nobody was
 * @param slowestTags the longest gaps, one for a tag, longest first, at most 5
 * @param delays of the gathering model, over five minutes
 * @param cycles of the gathering model, over five minutes
 * @param windowDelays of the occupancy windows, over five minutes
 * @param windowCycles of the occupancy windows, over five minutes
 * @param late fixes more than 5 s behind
 * @param coverage how each zone with people is heard
 * @param verdict by the limits of this profile: 99 % of the sampling gaps, and each delay and cycle of this record
 * @param verdicts the same by the limits of each law, whatever profile runs: {@code aq3064}, {@code henan2024}
 */
public record Compliance(
        String site,
        long seq,
        String profile,
        Instant windowStart,
        Instant windowEnd,
        Instant evaluatedAt,
        @Nullable Instant newestFixAt,
        @Nullable Long delayMs,
        @Nullable Long cycleMs,
        @Nullable Long windowDelayMs,
        @Nullable Long windowCycleMs,
        @Nullable SamplingGap samplingGap,
        List<TagGap> slowestTags,
        @Nullable Spread delays,
        @Nullable Spread cycles,
        @Nullable Spread windowDelays,
        @Nullable Spread windowCycles,
        long late,
        long rejected,
        long clockFaults,
        long unknownTags,
        List<Coverage> coverage,
        Limits limits,
        Verdict verdict,
        Map<String, Verdict> verdicts) {
    public Compliance {
        Required.field("site", site);
        Required.field("profile", profile);
        Required.field("window_start", windowStart);
        Required.field("window_end", windowEnd);
        Required.field("evaluated_at", evaluatedAt);
        coverage = Required.list(coverage);
        Required.field("limits", limits);
        slowestTags = Required.list(slowestTags);
        Required.field("verdict", verdict);
        verdicts = Required.sorted(verdicts);
    }
}
