package io.muster.contract.codec;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/** Times on the wire: ISO 8601, written in UTC with exactly milliseconds. */
public final class Times {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** What is no time of the form that we write. */
    static final long NO_PLAIN_TIME = Long.MIN_VALUE;

    private static final long DAY_MILLIS = 86_400_000;
    private static final int PLAIN_LENGTH = 24;
    private static final byte[] PLAIN_FORM = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.US_ASCII);
    /** What a vendor's broken clock may say and a database still takes: years 0000 to 9999. */
    private static final Instant FIRST =
            OffsetDateTime.of(0, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant();

    private static final Instant LAST = OffsetDateTime.of(9999, 12, 31, 23, 59, 59, 999_000_000, ZoneOffset.UTC)
            .toInstant();

    /** {@code 2026-03-01T02:15:04.120Z}; what is finer than a millisecond is cut off. */
    public static String write(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            return MILLIS.format(time.truncatedTo(ChronoUnit.MILLIS));
        }
        byte[] text = new byte[PLAIN_LENGTH];
        writePlain(time.toEpochMilli(), text, 0);
        return new String(text, StandardCharsets.US_ASCII);
    }

    /**
     * The same into 24 bytes of a buffer; by hand, since each of millions of positions says when.
     *
     * @param millis since the epoch, in a year from 0000 to 9999
     */
    public static void writePlain(long millis, byte[] to, int at) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(millis, DAY_MILLIS));
        int inDay = (int) Math.floorMod(millis, DAY_MILLIS);
        System.arraycopy(PLAIN_FORM, 0, to, at, PLAIN_LENGTH);
        digits(day.getYear(), to, at + 3);
        digits(day.getMonthValue(), to, at + 6);
        digits(day.getDayOfMonth(), to, at + 9);
        digits(inDay / 3_600_000, to, at + 12);
        digits(inDay / 60_000 % 60, to, at + 15);
        digits(inDay / 1000 % 60, to, at + 18);
        digits(inDay % 1000, to, at + 22);
    }

    /** Whether {@link #writePlain} can write it. */
    public static boolean isPlain(long millis) {
        return millis >= FIRST.toEpochMilli() && millis <= LAST.toEpochMilli();
    }

    private static void digits(int number, byte[] to, int lastAt) {
        int rest = number;
        for (int at = lastAt; rest > 0; at--) {
            to[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** A time of the form that we write ourselves, ms since the epoch; {@link #NO_PLAIN_TIME} where it is none, be it another time or nonsense. */
    static long plainMillis(byte[] text, int from, int to) {
        if (to - from != PLAIN_LENGTH) {
            return NO_PLAIN_TIME;
        }
        for (int i = 0; i < PLAIN_LENGTH; i++) {
            byte each = text[from + i];
            boolean right = PLAIN_FORM[i] == '0' ? each >= '0' && each <= '9' : each == PLAIN_FORM[i];
            if (!right) {
                return NO_PLAIN_TIME;
            }
        }
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        int hour = number(text, from + 11, 2);
        int minute = number(text, from + 14, 2);
        int second = number(text, from + 17, 2);
        if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
            return NO_PLAIN_TIME;
        }
        if (day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
            return NO_PLAIN_TIME;
        }
        long inDay = ((hour * 60L + minute) * 60 + second) * 1000 + number(text, from + 20, 3);
        return LocalDate.of(year, month, day).toEpochDay() * DAY_MILLIS + inDay;
    }

    private static int number(byte[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + (text[i] - '0');
        }
        return number;
    }

    /**
     * Any ISO 8601 time with an offset, cut to milliseconds.
     *
     * @throws DateTimeException where it is none, has no offset, or its year is not from 0000 to 9999
     */
    public static Instant read(String text) {
        if (text.length() == PLAIN_LENGTH) {
            // What is no Latin 1 becomes a question mark here, and so no plain time.
            long plain = plainMillis(text.getBytes(StandardCharsets.ISO_8859_1), 0, PLAIN_LENGTH);
            if (plain != NO_PLAIN_TIME) {
                return Instant.ofEpochMilli(plain);
            }
        }
        Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new DateTimeException("the year must be from 0000 to 9999");
        }
        return time;
    }

    private Times() {}
}
