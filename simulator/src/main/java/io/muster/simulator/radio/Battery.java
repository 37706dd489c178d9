package io.muster.simulator.radio;

import io.muster.simulator.chance.Draw;

/** How full the battery of one tag is: it falls by about a percent in two hours, and is charged when a fifth is left. */
final class Battery {
    /** A dying tag is empty within this time, and says so each {@link #LAST_WORDS_EVERY_MILLIS}. */
    static final long LAST_MILLIS = 600_000;

    static final long LAST_WORDS_EVERY_MILLIS = 60_000;
    private static final double HOUR_MILLIS = 3_600_000;
    private static final double LEAST_PERCENT = 20;

    private final double usedAtStart;
    private final double percentPerHour;

    Battery(Draw draw) {
        this.usedAtStart = draw.between(0.0, 60.0);
        this.percentPerHour = draw.between(0.4, 0.6);
    }

    /**
     * Percent, 1..100.
     *
     * @param millis simulated time
     * @param leftMillis until the tag falls silent for good; {@link Long#MAX_VALUE} = it does not
     */
    int percent(long millis, long leftMillis) {
        double used = usedAtStart + percentPerHour * millis / HOUR_MILLIS;
        double range = 100 - LEAST_PERCENT;
        int percent = (int) Math.ceil(100 - (used - range * Math.floor(used / range)));
        if (leftMillis > LAST_MILLIS) {
            return percent;
        }
        return (int) Math.max(1, Math.min(percent, 10 * leftMillis / LAST_MILLIS));
    }
}
