package io.muster.contract.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Tells UTF-8 from everything else before a JSON parser guesses. */
final class Utf8 {

    /** @throws Unreadable {@link Reason#WRONG_CHARSET} where a byte sequence is no UTF-8, or a zero byte shows UTF-16 or UTF-32 */
    static void check(byte[] bytes) throws Unreadable {
        boolean ascii = true;
        for (byte each : bytes) {
            if (each == 0) {
                throw new Unreadable(Reason.WRONG_CHARSET, "expected UTF-8, found a zero byte");
            }
            ascii &= each > 0;
        }
        if (!ascii) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            } catch (CharacterCodingException e) {
                throw new Unreadable(Reason.WRONG_CHARSET, "expected UTF-8, " + e.getMessage());
            }
        }
    }

    private Utf8() {}
}
