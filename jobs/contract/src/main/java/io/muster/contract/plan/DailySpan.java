package io.muster.contract.plan;

import org.jspecify.annotations.Nullable;

/**
 * A time of every day, by the wall clock of the plan's {@code time_zone}; one that ends before it begins goes over midnight.
 *
 * @param fromMinute of the day, 0 to 1439
 * @param untilMinute of the day, exclusive, 0 to 1440; other than {@code fromMinute}
 */
public record DailySpan(int fromMinute, int untilMinute) {
    private static final int DAY = 24 * 60;

    /** @return null where the text is not {@code HH:MM-HH:MM} with two different moments of the day, 00:00 to 24:00 */
    static @Nullable DailySpan read(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length != 2) {
            return null;
        }
        int from = minute(parts[0].strip());
        int until = minute(parts[1].strip());
        return from < 0 || until < 0 || from == until || from == DAY ? null : new DailySpan(from, until);
    }

    private static int minute(String text) {
        if (!text.matches("[0-2]\\d:[0-5]\\d")) {
            return -1;
        }
        int minute = Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
        return minute > DAY ? -1 : minute;
    }
}
