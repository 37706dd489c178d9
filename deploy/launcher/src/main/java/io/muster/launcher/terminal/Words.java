package io.muster.launcher.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, durations and times as people read them; the same on every locale. */
public final class Words {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Words() {}

    /** {@code 12,345}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 850 ms}, {@code 2.41 s}, {@code 1 min 05 s}, {@code 2 h 03 min}. */
    public static String duration(long millis) {
        if (Math.abs(millis) < 1_000) {
            return millis + " ms";
        }
        if (Math.abs(millis) < 60_000) {
            return seconds(millis);
        }
        Duration duration = Duration.ofMillis(millis);
        return duration.toHours() == 0
                ? String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart())
                : String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
    }

    /** {@code 2.41 s}. */
    public static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.2f s", millis / 1_000.0);
    }

    /** {@code 1 person}, {@code 3 people}. */
    public static String counted(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** The time of day in the zone of this machine. */
    public static String clock(Instant time) {
        return CLOCK.format(time.atZone(ZoneId.systemDefault()));
    }

    /** Date and time of day in the zone of this machine. */
    public static String date(Instant time) {
        return DATE.format(time.atZone(ZoneId.systemDefault()));
    }
}
