package io.muster.console.api;

import io.muster.contract.codec.Times;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a caller gave, checked. */
final class Given {
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_ROWS = 5_000;

    static String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new BadRequest(field + " must be given");
        }
        return checked(field, value);
    }

    static @Nullable String textOrNull(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : checked(field, value);
    }

    private static String checked(String field, String value) {
        if (value.length() > LONGEST_TEXT) {
            throw new BadRequest(field + " has at most " + LONGEST_TEXT + " characters, was " + value.length());
        }
        if (value.indexOf('\0') >= 0) {
            throw new BadRequest(field + " must not hold a NUL");
        }
        return value;
    }

    static @Nullable Instant timeOrNull(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Times.read(value);
        } catch (DateTimeException e) {
            throw new BadRequest(field + " must be an ISO 8601 time with offset, was '" + value + "'");
        }
    }

    /** By its name in the tz database, since the database and we read offsets in opposite ways. */
    static ZoneId timeZone(String field, String value) {
        boolean known = ZoneId.getAvailableZoneIds().contains(value) && !value.startsWith("SystemV/");
        if (!known) {
            throw new BadRequest(field + " must be a time zone such as Asia/Shanghai, was '" + value + "'");
        }
        return ZoneId.of(value);
    }

    /** @param longest how far the two may be apart */
    static Span span(@Nullable String from, @Nullable String to, Duration otherwise, Duration longest) {
        Instant end = timeOrNull("to", to);
        Instant start = timeOrNull("from", from);
        Instant until = end == null ? Instant.now().plusSeconds(60) : end;
        Instant since = start == null ? until.minus(otherwise) : start;
        if (!since.isBefore(until)) {
            throw new BadRequest("from must be before to");
        }
        if (Duration.between(since, until).compareTo(longest) > 0) {
            throw new BadRequest("from and to may be " + longest.toHours() + " h apart at most");
        }
        return new Span(since, until);
    }

    static int limit(@Nullable Integer limit, int otherwise) {
        if (limit == null) {
            return otherwise;
        }
        if (limit < 1 || limit > MOST_ROWS) {
            throw new BadRequest("limit must be from 1 to " + MOST_ROWS + ", was " + limit);
        }
        return limit;
    }

    /** From inclusive, to exclusive. */
    record Span(Instant from, Instant to) {}

    private Given() {}
}
