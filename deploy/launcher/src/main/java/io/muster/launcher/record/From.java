package io.muster.launcher.record;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where a recording begins.
 *
 * @param moment null = now, or with {@code beginning} the first record that is still kept
 */
public record From(@Nullable Instant moment, boolean beginning) {
    public static final From NOW = new From(null, false);
    public static final From BEGINNING = new From(null, true);

    /**
     * {@code now}, {@code beginning}, or an ISO 8601 time with its offset.
     *
     * @throws IllegalArgumentException with one line that says what was expected
     */
    public static From parse(String text) {
        if (text.equals("now")) {
            return NOW;
        }
        if (text.equals("beginning")) {
            return BEGINNING;
        }
        try {
            return new From(OffsetDateTime.parse(text).toInstant(), false);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "expected beginning or a time such as 2026-03-01T08:00:00+08:00, was '" + text + "'", e);
        }
    }

    /** So long before now. */
    public static From ago(Duration duration, Instant now) {
        return new From(now.minus(duration), false);
    }

    boolean isNow() {
        return moment == null && !beginning;
    }
}
