package io.muster.simulator.radio;

/**
 * A stretch of simulated time.
 *
 * @param fromMillis belongs to it
 * @param untilMillis does not belong to it; after {@code fromMillis}
 */
public record Interval(long fromMillis, long untilMillis) {

    public boolean contains(long millis) {
        return millis >= fromMillis && millis < untilMillis;
    }

    /** Whether the two share a moment. */
    public boolean overlaps(long from, long until) {
        return fromMillis < until && from < untilMillis;
    }
}
