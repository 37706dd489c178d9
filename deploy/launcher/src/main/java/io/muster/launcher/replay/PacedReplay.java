package io.muster.launcher.replay;

import io.muster.simulator.Pacer;
import io.muster.stream.input.Control;
import io.muster.stream.input.RawRecord;
import io.muster.stream.replay.ReplayFaults;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands an input on in its own time, with ticks in place of the recorded ones: one at its beginning, so that every partition takes part in time before its
 * first record; one each 250 ms of recorded time; and one at the last arrival + settle + 1 ms, so that everything up to that arrival is decided.
 */
final class PacedReplay {
    private static final long TICK_MILLIS = 250;

    /** Where an input comes from: sorted by arrival. */
    interface Input {
        @Nullable
        RawRecord next() throws ReplayFaults;
    }

    /** Where it goes to. */
    interface Log {
        /** @param millis its arrival, 0 or more */
        void record(RawRecord record, long millis);

        /** Into every input partition. */
        void tick(long millis);
    }

    /** Told after every record: how many, and the arrival of the last. */
    interface Told {
        void records(long count, long millis);
    }

    private final Log log;
    private final double speed;
    private final Pacer pacer;
    private final BooleanSupplier stop;
    private long begin = Long.MIN_VALUE;
    private long ticked;
    private long last;
    private long records;

    /**
     * @param speed recorded seconds in a second; 0 = as fast as it goes. Between records, ticks go on where time is waited for, and are left out
     *     where it is not: they would say nothing that the next one does not say
     */
    PacedReplay(Log log, double speed, Pacer pacer, BooleanSupplier stop) {
        this.log = log;
        this.speed = speed;
        this.pacer = pacer;
        this.stop = stop;
    }

    /** @return whether the input came to its end; false = stopped before, with everything so far decided all the same */
    boolean run(Input input, long settleMillis, Told told) throws ReplayFaults {
        RawRecord next = input.next();
        while (next != null) {
            long millis = Math.max(0, next.timestampMillis());
            if (begin == Long.MIN_VALUE) {
                begin = millis;
                last = millis;
                tick(millis);
            }
            if (!advance(millis)) {
                tick(last + settleMillis + 1);
                return false;
            }
            if (next.control() == Control.RECORD) {
                log.record(next, millis);
                records++;
                told.records(records, millis);
            }
            if (next.control() == Control.TICK_ALL) {
                if (millis > ticked) {
                    tick(millis);
                }
            } else {
                last = Math.max(last, millis);
            }
            next = input.next();
        }
        return true;
    }

    long records() {
        return records;
    }

    /** Arrival of the first record; {@link Long#MIN_VALUE} before it. */
    long beginMillis() {
        return begin;
    }

    /** Arrival of the last record or recorded tick. */
    long lastMillis() {
        return last;
    }

    private boolean advance(long millis) {
        if (speed > 0) {
            while (ticked + TICK_MILLIS <= millis) {
                if (!due(ticked + TICK_MILLIS)) {
                    return false;
                }
                tick(ticked + TICK_MILLIS);
            }
        } else if (millis - ticked >= TICK_MILLIS) {
            tick(millis);
        }
        return due(millis);
    }

    private boolean due(long millis) {
        do {
            if (stop.getAsBoolean()) {
                return false;
            }
        } while (!pacer.awaitDue(millis - begin));
        return true;
    }

    private void tick(long millis) {
        ticked = millis;
        log.tick(millis);
    }
}
