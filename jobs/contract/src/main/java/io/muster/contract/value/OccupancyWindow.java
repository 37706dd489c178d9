package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A zone over one compute cycle: the value of {@code occupancy-windows}.
 *
 * @param fenceId UUID
 * @param site site id
 * @param seq number of this record under its key, from 1; with the writer epoch it decides which of two is newer
 * @param windowStart inclusive
 * @param windowEnd exclusive
 * @param samples taken in the zone
 * @param countMean weighted by time
 * @param personSeconds integral of the count
 * @param limit null = none
 * @param verdict over where the limit was exceeded at any time
 * @param planVersion plan version in force at the decision
 */
public record OccupancyWindow(
        String fenceId,
        String site,
        long seq,
        Instant windowStart,
        Instant windowEnd,
        long samples,
        int countMin,
        double countMean,
        int countMax,
        double personSeconds,
        @Nullable Integer limit,
        Verdict verdict,
        @Nullable String planVersion) {
    public OccupancyWindow {
        Required.field("fence_id", fenceId);
        Required.field("site", site);
        Required.field("window_start", windowStart);
        Required.field("window_end", windowEnd);
        Required.field("verdict", verdict);
    }
}
