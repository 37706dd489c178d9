package io.muster.contract.topic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Marks of the job in its own input partitions: key and header {@code muster-tick}, a value of zero bytes. */
public final class Ticks {
    public static final String KEY = "muster-tick";

    /** Header value: time has come this far. */
    public static final String TICK = "tick";

    /** Header value: this partition was found, ticks will follow. */
    public static final String OPEN = "open";

    private static final byte[] KEY_BYTES = KEY.getBytes(StandardCharsets.UTF_8);

    public static byte[] key() {
        return KEY_BYTES.clone();
    }

    public static boolean isKey(byte @Nullable [] key) {
        return key != null && key.length == KEY_BYTES.length && Arrays.equals(key, KEY_BYTES);
    }

    /** Both the key and the header must be there. */
    public static boolean isTick(byte @Nullable [] key, Map<String, String> headers) {
        return isKey(key) && headers.containsKey(Headers.TICK);
    }

    /** The same for readers that have looked for the header themselves. */
    public static boolean isTick(byte @Nullable [] key, boolean hasTickHeader) {
        return hasTickHeader && isKey(key);
    }

    private Ticks() {}
}
