package io.muster.launcher.feed;

import io.muster.launcher.report.Spread;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** When one tag was seen. */
final class TagTimes {
    private static final int REMEMBERED = 4_096;

    private record Report(long generatedMillis, String beacon) {}

    private final Set<Report> reports = new HashSet<>();
    private long[] generated = new long[16];
    private int count;
    private long newestGenerated = Long.MIN_VALUE;
    private long newestArrival = Long.MIN_VALUE;

    /** How a report stands to those before it. */
    enum Order {
        NEW,
        OUT_OF_ORDER,
        DUPLICATE
    }

    /** @param generatedMillis by the vendor's clock */
    Order take(long generatedMillis, String beacon, long arrivalMillis) {
        newestArrival = Math.max(newestArrival, arrivalMillis);
        if (!reports.add(new Report(generatedMillis, beacon))) {
            return Order.DUPLICATE;
        }
        if (reports.size() > REMEMBERED) {
            // A repetition of something that old is out of order too.
            reports.clear();
        }
        if (count == generated.length) {
            generated = Arrays.copyOf(generated, count * 2);
        }
        generated[count++] = generatedMillis;
        boolean behind = generatedMillis < newestGenerated;
        newestGenerated = Math.max(newestGenerated, generatedMillis);
        return behind ? Order.OUT_OF_ORDER : Order.NEW;
    }

    /**
     * Adds the times from one report to the next by the vendor's clock, whatever the order in which they came. The silence since the last one counts too
     * where it is longer than each of those: who falls silent does not look better than who is slow.
     *
     * @return the longest
     */
    long addGaps(Spread gaps, long endArrivalMillis) {
        long[] sorted = Arrays.copyOf(generated, count);
        Arrays.sort(sorted);
        long longest = 0;
        for (int i = 1; i < sorted.length; i++) {
            long gap = sorted[i] - sorted[i - 1];
            if (gap > 0) {
                gaps.add(gap);
                longest = Math.max(longest, gap);
            }
        }
        long silent = endArrivalMillis - newestArrival;
        if (silent > longest) {
            gaps.add(silent);
            longest = silent;
        }
        return longest;
    }

    long silentMillis(long endArrivalMillis) {
        return endArrivalMillis - newestArrival;
    }
}
