package io.muster.contract.codec;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Texts that come again and again, such as tags and topics, as one object each: it is made once, and so is its hash. A word that falls on the place
 * of another replaces it, so this never grows.
 */
final class Words {
    private static final int PLACES = 1 << 13;
    private static final int LONGEST = 64;
    /** Threads may overwrite each other's words; a text is immutable, so each sees a whole one or none. */
    private static final @Nullable String[] KNOWN = new @Nullable String[PLACES];

    /** ASCII bytes as a text. */
    static String of(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return made(bytes, from, to);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        String known = KNOWN[place];
        if (known != null && same(known, bytes, from, to)) {
            return known;
        }
        String made = made(bytes, from, to);
        KNOWN[place] = made;
        return made;
    }

    private static boolean same(String known, byte[] bytes, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (known.charAt(i - from) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String made(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private Words() {}
}
