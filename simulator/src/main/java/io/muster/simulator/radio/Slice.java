package io.muster.simulator.radio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Messages that are due within one short stretch of time: put in as they are made, taken out in order. Nothing is allocated for a message. */
final class Slice {
    /** In a key: 17 bits for the time within the slice, 22 for the stream, 24 for the place in the list, which keeps what a stream made first first. */
    static final int MOST_STREAMS = 1 << 22;

    static final int LONGEST_MILLIS = 1 << 17;
    private static final int MOST_MESSAGES = 1 << 24;

    private @Nullable TimedMessage[] messages = new TimedMessage[64];
    private long[] keys = new long[64];
    private int size;
    private int taken;

    void add(int millisWithin, int stream, TimedMessage message) {
        if (size == messages.length) {
            if (size == MOST_MESSAGES) {
                throw new IllegalStateException("more than " + MOST_MESSAGES + " messages are due at once");
            }
            messages = Arrays.copyOf(messages, size * 2);
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size] = ((long) millisWithin << 46) | ((long) stream << 24) | size;
        messages[size++] = message;
    }

    void sort() {
        Arrays.sort(keys, 0, size);
    }

    /** The next one; null = that was all. */
    @Nullable
    TimedMessage take() {
        if (taken == size) {
            return null;
        }
        int place = (int) keys[taken++] & (MOST_MESSAGES - 1);
        TimedMessage message = messages[place];
        messages[place] = null;
        return message;
    }

    boolean isEmpty() {
        return taken == size;
    }

    /** Begins anew. */
    void clear() {
        size = 0;
        taken = 0;
    }
}
