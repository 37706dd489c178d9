package io.muster.rules.identify;

/**
 * How far a vendor's clock is trusted.
 *
 * @param lateMillis further behind its arrival than this a fix is marked late
 * @param aheadMillis further ahead of its arrival than this a fix takes its arrival as its own time
 * @param behindMillis a tag whose last {@code behindCount} fixes are all further behind than this takes arrival as its own time
 * @param behindCount >= 1
 */
public record ClockOptions(long lateMillis, long aheadMillis, long behindMillis, int behindCount) {

    public static ClockOptions standard() {
        return new ClockOptions(5_000, 2_000, 60_000, 10);
    }
}
