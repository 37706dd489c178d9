package io.muster.launcher.report;

import java.util.Arrays;

/** Measured values, all kept, since there are few enough of them: exact percentiles by nearest rank. */
public final class Spread {
    private long[] values = new long[64];
    private int count;

    public void add(long value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = value;
    }

    public Spread copy() {
        Spread copy = new Spread();
        copy.values = Arrays.copyOf(values, values.length);
        copy.count = count;
        return copy;
    }

    public int count() {
        return count;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** The smallest value that {@code percent} of all are not above; {@code percent} above 0, at most 100. Not of an empty spread. */
    public long percentile(double percent) {
        if (count == 0 || !(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("percentile " + percent + " of " + count + " values");
        }
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(percent / 100 * count) - 1];
    }

    /** The newest value. Not of an empty spread. */
    public long last() {
        return values[count - 1];
    }

    public long max() {
        return percentile(100);
    }
}
