package io.muster.contract.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A cursor over JSON as machines write it: ASCII, no blanks, no escapes, plain numbers. By hand, since every fix of a shift of seven million goes
 * this way twice, and the library's strict reading costs five times as much. It judges nothing: where something is otherwise, valid or
 * not, {@link #failed()} says so from then on, and the caller asks the library.
 */
final class PlainJson {
    private static final int MOST_DEPTH = 8;
    private static final int MOST_NAMES = 64;
    /** Whole numbers of so many digits fit into a long, and into a double without a rounding. */
    private static final int MOST_DIGITS = 15;

    /** Longer ones are left to the library, which has a limit for them. */
    private static final int MOST_NUMBER = 32;

    private static final int LONGEST_TEXT = 1024;

    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final byte[] bytes;
    private final int end;
    private int at;
    private boolean failed;
    private int textFrom;
    private int textTo;

    PlainJson(byte[] bytes) {
        this.bytes = bytes;
        this.end = bytes.length;
    }

    /** Whether something was not as it is expected here; what was returned since means nothing. */
    boolean failed() {
        return failed;
    }

    int position() {
        return at;
    }

    /** Goes past exactly these bytes. */
    void literal(byte[] expected) {
        if (!tryLiteral(expected)) {
            failed = true;
        }
    }

    /** Goes past these bytes where they stand here. */
    boolean tryLiteral(byte[] expected) {
        int to = at + expected.length;
        if (failed || to > end || !Arrays.equals(bytes, at, to, expected, 0, expected.length)) {
            return false;
        }
        at = to;
        return true;
    }

    /** Goes past this byte where it stands here. */
    boolean tryByte(char expected) {
        if (failed || at >= end || bytes[at] != expected) {
            return false;
        }
        at++;
        return true;
    }

    void oneByte(char expected) {
        if (!tryByte(expected)) {
            failed = true;
        }
    }

    /** Nothing must follow. */
    void end() {
        if (at != end) {
            failed = true;
        }
    }

    boolean tryNull() {
        return tryLiteral(NULL);
    }

    /** A text; an empty one where this failed. */
    String text() {
        passText();
        return failed ? "" : Words.of(bytes, textFrom, textTo);
    }

    /** The bytes of a text. */
    byte[] textBytes() {
        passText();
        return failed ? new byte[0] : Arrays.copyOfRange(bytes, textFrom, textTo);
    }

    /** A time of the form {@code 2026-03-01T02:15:04.120Z}, ms since the epoch. */
    long time() {
        passText();
        long millis = failed ? Times.NO_PLAIN_TIME : Times.plainMillis(bytes, textFrom, textTo);
        if (millis == Times.NO_PLAIN_TIME) {
            failed = true;
        }
        return millis;
    }

    /** A whole number, 0 or more. */
    long whole() {
        int from = at;
        long value = 0;
        while (at < end && isDigit(bytes[at])) {
            value = value * 10 + (bytes[at] - '0');
            at++;
        }
        int digits = at - from;
        if (digits == 0 || digits > MOST_DIGITS || (digits > 1 && bytes[from] == '0')) {
            failed = true;
        }
        return value;
    }

    /** A number without an exponent, rounded as {@link Double#parseDouble} does: both parts of the quotient are exact. */
    double number() {
        int from = at;
        passNumber();
        if (failed) {
            return 0;
        }
        if (at - from > MOST_DIGITS) {
            return Double.parseDouble(new String(bytes, from, at - from, StandardCharsets.US_ASCII));
        }
        boolean negative = bytes[from] == '-';
        long digits = 0;
        int decimals = 0;
        boolean behindPoint = false;
        for (int i = negative ? from + 1 : from; i < at; i++) {
            if (bytes[i] == '.') {
                behindPoint = true;
            } else {
                digits = digits * 10 + (bytes[i] - '0');
                decimals += behindPoint ? 1 : 0;
            }
        }
        double value = digits / TENS[decimals];
        // A whole -0 is a whole 0; -0.0 keeps its sign.
        return negative && (digits != 0 || behindPoint) ? -value : value;
    }

    private void passNumber() {
        int start = at;
        tryByte('-');
        int from = at;
        int digits = passDigits();
        if (digits == 0 || (digits > 1 && bytes[from] == '0')) {
            failed = true;
        }
        if (tryByte('.') && passDigits() == 0) {
            failed = true;
        }
        boolean exponent = at < end && (bytes[at] == 'e' || bytes[at] == 'E');
        if (exponent || at - start > MOST_NUMBER) {
            failed = true;
        }
    }

    private int passDigits() {
        int from = at;
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        return at - from;
    }

    /** Goes past an object: well formed, without a name that stands twice. */
    void passObject() {
        if (failed || at >= end || bytes[at] != '{') {
            failed = true;
            return;
        }
        passValue(new long[MOST_NAMES], 0, 0);
    }

    /** @param used how many of {@code names} belong to the objects around */
    private void passValue(long[] names, int used, int depth) {
        if (failed || at >= end || depth > MOST_DEPTH) {
            failed = true;
            return;
        }
        switch (bytes[at]) {
            case '{' -> passMembers(names, used, depth);
            case '[' -> passElements(names, used, depth);
            case '"' -> passText();
            case 't' -> literal(TRUE);
            case 'f' -> literal(FALSE);
            case 'n' -> literal(NULL);
            default -> passNumber();
        }
    }

    private void passMembers(long[] names, int used, int depth) {
        at++;
        if (tryByte('}')) {
            return;
        }
        int last = used;
        do {
            passText();
            oneByte(':');
            if (failed || last == names.length) {
                failed = true;
                return;
            }
            long name = fingerprint();
            for (int i = used; i < last; i++) {
                if (names[i] == name) {
                    failed = true;
                    return;
                }
            }
            names[last++] = name;
            passValue(names, last, depth + 1);
        } while (tryByte(','));
        oneByte('}');
    }

    private void passElements(long[] names, int used, int depth) {
        at++;
        if (tryByte(']')) {
            return;
        }
        do {
            passValue(names, used, depth + 1);
        } while (tryByte(','));
        oneByte(']');
    }

    /** Two names that are the same have the same; that two others have it too costs only the way by the library. */
    private long fingerprint() {
        long hash = 0;
        for (int i = textFrom; i < textTo; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }

    private void passText() {
        if (!tryByte('"')) {
            failed = true;
            return;
        }
        int from = at;
        int to = from;
        while (to < end && bytes[to] != '"') {
            // Also what is no ASCII, which is negative here.
            if (bytes[to] < ' ' || bytes[to] == '\\') {
                failed = true;
                return;
            }
            to++;
        }
        if (to == end || to - from > LONGEST_TEXT) {
            failed = true;
            return;
        }
        textFrom = from;
        textTo = to;
        at = to + 1;
    }

    private static boolean isDigit(byte each) {
        return each >= '0' && each <= '9';
    }
}
