package io.muster.simulator.radio;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages by when they are due. Order is that of (time due, stream, made first), so it does not depend on how long the slices are in which they are sorted;
 * what is held up for hours costs nothing meanwhile.
 */
final class Schedule {
    /** Most messages are due so many slices ahead at the most. */
    private static final int NEAR = 8;

    private final long sliceMillis;
    private final Slice[] near = new Slice[NEAR];
    private final Map<Long, Slice> far = new HashMap<>();
    /** The number of the slice that is taken from, or filled next. */
    private long current;

    private long waiting;

    Schedule(long sliceMillis) {
        this.sliceMillis = sliceMillis;
        for (int i = 0; i < NEAR; i++) {
            near[i] = new Slice();
        }
    }

    /**
     * @param dueMillis simulated time, not before the present slice
     * @param stream among messages due at the same time, lower ones come first; below {@link Slice#MOST_STREAMS}
     */
    void put(long dueMillis, int stream, TimedMessage message) {
        long number = dueMillis / sliceMillis;
        Slice slice = number - current < NEAR
                ? near[(int) (number % NEAR)]
                : far.computeIfAbsent(number, unused -> new Slice());
        slice.add((int) (dueMillis % sliceMillis), stream, message);
        waiting++;
    }

    /** When everything is in it that is due before the end of the present slice. */
    void sort() {
        present().sort();
    }

    /** The next of the present slice, which is sorted; null = that was all. */
    @Nullable
    TimedMessage take() {
        TimedMessage message = present().take();
        if (message != null) {
            waiting--;
        }
        return message;
    }

    boolean hasMoreNow() {
        return !present().isEmpty();
    }

    /** On to the next slice, when everything of the present one is taken. */
    void advance() {
        present().clear();
        current++;
        long entering = current + NEAR - 1;
        Slice held = far.remove(entering);
        if (held != null) {
            near[(int) (entering % NEAR)] = held;
        }
    }

    long presentStartMillis() {
        return current * sliceMillis;
    }

    /** Simulated time at which the present slice ends. */
    long presentEndMillis() {
        return (current + 1) * sliceMillis;
    }

    boolean isEmpty() {
        return waiting == 0;
    }

    private Slice present() {
        return near[(int) (current % NEAR)];
    }
}
