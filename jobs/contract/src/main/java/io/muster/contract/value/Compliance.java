package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measured sampling gap, delay and compute cycle of a site (AQ 3064.3; 10 s / 5 s / 30 s): the value of {@code compliance}.
 *
 * @param site site id
 * @param seq number of this record under its key, from 1; with the writer epoch it decides which of two is newer
 * @param evaluatedAt ordering time of the evaluation
 * @param newestFixAt the newest fix that the evaluation used; null = none
 * @param delayMs evaluation minus newest fix; what the broker adds is seen from the record's own timestamp
 * @param cycleMs since the evaluation before
 * @param late fixes more than 5 s behind
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
        @Nullable SamplingGap samplingGap,
        long late,
        long rejected,
        long clockFaults,
        long unknownTags,
        List<Coverage> coverage,
        Limits limits,
        Verdict verdict) {
    public Compliance {
        Required.field("site", site);
        Required.field("profile", profile);
        Required.field("window_start", windowStart);
        Required.field("window_end", windowEnd);
        Required.field("evaluated_at", evaluatedAt);
        coverage = Required.list(coverage);
        Required.field("limits", limits);
        Required.field("verdict", verdict);
    }
}
