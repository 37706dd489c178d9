package io.muster.contract.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/** Times on the wire: ISO 8601, written in UTC with exactly milliseconds. */
public final class Times {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** What a vendor's broken clock may say and a database still takes: years 0000 to 9999. */
    private static final Instant FIRST =
            OffsetDateTime.of(0, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant();

    private static final Instant LAST = OffsetDateTime.of(9999, 12, 31, 23, 59, 59, 999_000_000, ZoneOffset.UTC)
            .toInstant();

    /** {@code 2026-03-01T02:15:04.120Z}; what is finer than a millisecond is cut off. */
    public static String write(Instant time) {
        return MILLIS.format(time.truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * Any ISO 8601 time with an offset, cut to milliseconds.
     *
     * @throws DateTimeException where it is none, has no offset, or its year is not from 0000 to 9999
     */
    public static Instant read(String text) {
        Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new DateTimeException("the year must be from 0000 to 9999");
        }
        return time;
    }

    private Times() {}
}
