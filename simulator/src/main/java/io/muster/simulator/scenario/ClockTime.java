package io.muster.simulator.scenario;

import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moments of a file as simulated time: a clock time of the plant, or a duration since the start.
 *
 * @param start simulated time 0
 */
record ClockTime(OffsetDateTime start) {
    static final long DAY_MILLIS = 86_400_000;

    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?");

    static boolean isClock(String text) {
        return CLOCK.matcher(text).matches();
    }

    /** The first such moment at or after the start; null where it is neither a clock time nor a duration. */
    @Nullable
    Long millis(String text) {
        return isClock(text) ? Long.valueOf(notBefore(text, 0)) : Quantity.millis(text);
    }

    /** The first such clock time at or after a moment, in simulated time. */
    long notBefore(String clock, long millis) {
        long ofDay = start.toLocalTime().toNanoOfDay() / 1_000_000;
        return millis + Math.floorMod(ofDay(clock) - ofDay - millis, DAY_MILLIS);
    }

    private static long ofDay(String clock) {
        Matcher matcher = CLOCK.matcher(clock);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no clock time: " + clock);
        }
        int seconds = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        return (Integer.parseInt(matcher.group(1)) * 3600L + Integer.parseInt(matcher.group(2)) * 60L + seconds) * 1000;
    }
}
