package io.muster.stream.compliance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** How times spread, ms; percentiles by nearest rank. All 0 where none was seen. */
public record TimeSpread(long count, long p50Millis, long p99Millis, long maxMillis) {
    private static final TimeSpread NOTHING = new TimeSpread(0, 0, 0, 0);

    static TimeSpread of(Collection<Long> millis) {
        if (millis.isEmpty()) {
            return NOTHING;
        }
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return new TimeSpread(
                sorted.size(), percentile(sorted, 0.5), percentile(sorted, 0.99), sorted.get(sorted.size() - 1));
    }

    private static long percentile(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
