package io.muster.stream.output;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Times;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * JSON written by hand into a buffer that is used again and again, byte for byte as the contract's codec writes it. For the one output that every
 * sample makes. Not thread-safe.
 */
final class JsonBytes {
    /** Texts that come again and again, such as tags and zones; forgotten when they have become many. */
    private static final int MOST_TEXTS = 50_000;

    private static final int LONGEST_NUMBER = 32;
    private static final int TIME_LENGTH = 24;

    /** In thousandths: below this every number of three decimals is told exactly, and without an exponent. */
    private static final double MOST_THOUSANDTHS = 9_999_999_999.0;

    private final Map<String, byte[]> texts = new HashMap<>();
    private byte[] buffer = new byte[1024];
    private int length;

    /** Bytes that are JSON already. */
    JsonBytes raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        return this;
    }

    JsonBytes raw(char ascii) {
        room(1);
        buffer[length++] = (byte) ascii;
        return this;
    }

    JsonBytes text(String text) {
        byte[] known = texts.get(text);
        if (known == null) {
            known = Json.write(text);
            if (texts.size() == MOST_TEXTS) {
                texts.clear();
            }
            texts.put(text, known);
        }
        return raw(known);
    }

    /** @param millis since the epoch, as {@link Times#isPlain} takes it */
    JsonBytes time(long millis) {
        raw('"');
        room(TIME_LENGTH);
        Times.writePlain(millis, buffer, length);
        length += TIME_LENGTH;
        return raw('"');
    }

    /** The shortest text that reads as this number again. */
    JsonBytes number(double value) {
        double thousandths = Math.rint(value * 1000);
        boolean plain = thousandths / 1000 == value && Math.abs(thousandths) <= MOST_THOUSANDTHS;
        if (!plain || (value == 0 && 1 / value < 0)) {
            return raw(NumberOutput.toString(value, true).getBytes(StandardCharsets.US_ASCII));
        }
        long rest = (long) thousandths;
        if (rest < 0) {
            raw('-');
            rest = -rest;
        }
        whole(rest / 1000);
        raw('.');
        int decimals = (int) (rest % 1000);
        raw((char) ('0' + decimals / 100));
        if (decimals % 100 != 0) {
            raw((char) ('0' + decimals / 10 % 10));
        }
        if (decimals % 10 != 0) {
            raw((char) ('0' + decimals % 10));
        }
        return this;
    }

    /** @param value 0 or more */
    JsonBytes whole(long value) {
        room(LONGEST_NUMBER);
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /** What was written; the buffer is empty then. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(buffer, length);
        length = 0;
        return taken;
    }

    private void room(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }
}
