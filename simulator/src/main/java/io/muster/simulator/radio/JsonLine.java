package io.muster.simulator.radio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes small JSON documents into one reused buffer: the generator makes up to 100,000 a second, and an object mapper would be most of its cost. Text must be
 * ASCII without characters that need escaping; tests read every kind of message back with the contract's readers.
 */
public final class JsonLine {
    private static final long DAY_MILLIS = 86_400_000L;
    private byte[] buffer = new byte[512];
    private int length;
    private long cachedDay = Long.MIN_VALUE;
    private byte[] cachedDate = new byte[0];

    public JsonLine reset() {
        length = 0;
        return this;
    }

    public JsonLine text(String ascii) {
        int size = ascii.length();
        room(size);
        for (int i = 0; i < size; i++) {
            buffer[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** Metres to the millimetre, as a JSON library writes the number: one decimal at least, no trailing zeros beyond it. */
    public JsonLine metres(double value) {
        long milli = Math.round(value * 1000);
        room(24);
        if (milli < 0) {
            buffer[length++] = '-';
            milli = -milli;
        }
        unsigned(milli / 1000);
        buffer[length++] = '.';
        digits((int) (milli % 1000), 3);
        while (buffer[length - 1] == '0' && buffer[length - 2] != '.') {
            length--;
        }
        return this;
    }

    /** ISO 8601 UTC with milliseconds. */
    public JsonLine time(long epochMillis) {
        long day = Math.floorDiv(epochMillis, DAY_MILLIS);
        if (day != cachedDay) {
            cachedDay = day;
            cachedDate = (java.time.LocalDate.ofEpochDay(day) + "T").getBytes(StandardCharsets.US_ASCII);
        }
        int millis = (int) Math.floorMod(epochMillis, DAY_MILLIS);
        room(cachedDate.length + 13);
        System.arraycopy(cachedDate, 0, buffer, length, cachedDate.length);
        length += cachedDate.length;
        digits(millis / 3_600_000, 2);
        buffer[length++] = ':';
        digits(millis / 60_000 % 60, 2);
        buffer[length++] = ':';
        digits(millis / 1000 % 60, 2);
        buffer[length++] = '.';
        digits(millis % 1000, 3);
        buffer[length++] = 'Z';
        return this;
    }

    /** A number without decimals. */
    public JsonLine whole(long value) {
        room(24);
        if (value < 0) {
            buffer[length++] = '-';
        }
        unsigned(Math.abs(value));
        return this;
    }

    /** Bytes that are JSON already. */
    public JsonLine raw(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, buffer, length, json.length);
        length += json.length;
        return this;
    }

    public byte[] bytes() {
        return Arrays.copyOf(buffer, length);
    }

    private void unsigned(long value) {
        if (value >= 10) {
            unsigned(value / 10);
        }
        buffer[length++] = (byte) ('0' + value % 10);
    }

    private void digits(int value, int count) {
        for (int i = length + count - 1; i >= length; i--) {
            buffer[i] = (byte) ('0' + value % 10);
            value /= 10;
        }
        length += count;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(length + more, buffer.length * 2));
        }
    }
}
