package io.muster.stream.compliance;

import java.util.Map;
import java.util.SortedMap;

/** Gaps between fixes of one tag, over all tags: ms, rounded up to the counting step. All 0 where none was seen. */
public record GapSummary(long count, long p50Millis, long p99Millis, long maxMillis) {

    static GapSummary of(SortedMap<Integer, Long> steps, int stepMillis) {
        long count = steps.values().stream().mapToLong(Long::longValue).sum();
        if (count == 0) {
            return new GapSummary(0, 0, 0, 0);
        }
        return new GapSummary(
                count,
                percentile(steps, stepMillis, (count + 1) / 2),
                percentile(steps, stepMillis, (long) Math.ceil(count * 0.99)),
                percentile(steps, stepMillis, count));
    }

    private static long percentile(SortedMap<Integer, Long> steps, int stepMillis, long rank) {
        long seen = 0;
        for (Map.Entry<Integer, Long> each : steps.entrySet()) {
            seen += each.getValue();
            if (seen >= rank) {
                return (each.getKey() + 1L) * stepMillis;
            }
        }
        throw new IllegalStateException("rank " + rank + " of " + seen);
    }
}
