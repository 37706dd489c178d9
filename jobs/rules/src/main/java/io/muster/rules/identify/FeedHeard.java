package io.muster.rules.identify;

import io.muster.rules.Ordered;

/**
 * The first record that a partition of a vendor brought within a span of {@link #SPAN_MILLIS}, whatever it said: spans are cut from the epoch on, so
 * which records these are rests on the partition alone.
 *
 * @param timeMillis its arrival, ms since the epoch
 */
public record FeedHeard(String site, String vendor, long timeMillis, String origin, int partition, long offset)
        implements Ordered {
    /** A feed is told to be alive at most this often for each partition, ms. */
    public static final long SPAN_MILLIS = 2_000;

    @Override
    public long eventMillis() {
        return timeMillis;
    }
}
