package io.muster.stream.compliance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gaps between fixes of one tag, over all tags, ms. All 0 where none was seen. */
public record GapSummary(long count, long p50Millis, long p99Millis, long maxMillis) {

    static GapSummary of(List<Long> gapsMillis) {
        if (gapsMillis.isEmpty()) {
            return new GapSummary(0, 0, 0, 0);
        }
        List<Long> sorted = new ArrayList<>(gapsMillis);
        Collections.sort(sorted);
        return new GapSummary(
                sorted.size(), percentile(sorted, 0.5), percentile(sorted, 0.99), sorted.get(sorted.size() - 1));
    }

    /** Nearest rank. */
    private static long percentile(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
