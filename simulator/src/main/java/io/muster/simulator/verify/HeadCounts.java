package io.muster.simulator.verify;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Head counts as a reader of {@code zone-occupancy} saw them, fence by fence: confirmed and stale, never possible. Not safe for several threads. */
public final class HeadCounts {
    private final NavigableMap<String, Series> byFence = new TreeMap<>();
    private final NavigableMap<String, String> names = new TreeMap<>();

    /** Steps of one fence; a later one at the same moment replaces the earlier. */
    private static final class Series {
        private long[] millis = new long[64];
        private int[] counts = new int[64];
        private int size;
        private boolean sorted = true;

        void add(long at, int count) {
            if (size == millis.length) {
                millis = Arrays.copyOf(millis, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            sorted &= size == 0 || millis[size - 1] <= at;
            millis[size] = at;
            counts[size++] = count;
        }

        int at(long moment) {
            if (!sorted) {
                sort();
            }
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (millis[middle] <= moment) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == 0 ? 0 : counts[low - 1];
        }

        private void sort() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, index -> index);
            Arrays.sort(order, (one, other) -> Long.compare(millis[one], millis[other]));
            long[] at = new long[size];
            int[] count = new int[size];
            for (int i = 0; i < size; i++) {
                at[i] = millis[order[i]];
                count[i] = counts[order[i]];
            }
            millis = at;
            counts = count;
            sorted = true;
        }
    }

    /**
     * One record.
     *
     * @param readableMillis from when on a reader knew it, epoch
     * @param name of the fence; null = not known
     */
    public void add(String fenceId, long readableMillis, int confirmed, int stale, @Nullable String name) {
        byFence.computeIfAbsent(fenceId, id -> new Series()).add(readableMillis, confirmed + stale);
        if (name != null) {
            names.put(fenceId, name);
        }
    }

    public boolean isEmpty() {
        return byFence.isEmpty();
    }

    /** What a reader saw at that moment; 0 before the first record. */
    int at(String fenceId, long moment) {
        Series series = byFence.get(fenceId);
        return series == null ? 0 : series.at(moment);
    }

    Iterable<String> fences() {
        return byFence.keySet();
    }

    /** Names of fences, as far as records tell them. */
    public Map<String, String> names() {
        return names;
    }

    /** Earliest and latest record; null where there is none. */
    long @Nullable [] range() {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Series series : byFence.values()) {
            for (int i = 0; i < series.size; i++) {
                first = Math.min(first, series.millis[i]);
                last = Math.max(last, series.millis[i]);
            }
        }
        return last == Long.MIN_VALUE ? null : new long[] {first, last};
    }
}
