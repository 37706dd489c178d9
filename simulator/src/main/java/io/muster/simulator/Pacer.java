package io.muster.simulator;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Holds messages back until their moment: simulated time runs {@code speed} times as fast as the clock, from the moment the pacer was made. A run that fell
 * behind (slow broker) catches up as fast as it can.
 */
public final class Pacer {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final double speed;
    private final LongSupplier nanoClock;
    private final LongConsumer waitNanos;
    private final long startNanos;

    /** @param speed simulated seconds per real second; 0 = never waits */
    public Pacer(double speed) {
        this(speed, System::nanoTime, LockSupport::parkNanos);
    }

    Pacer(double speed, LongSupplier nanoClock, LongConsumer waitNanos) {
        this.speed = speed;
        this.nanoClock = nanoClock;
        this.waitNanos = waitNanos;
        this.startNanos = nanoClock.getAsLong();
    }

    /**
     * Waits a little, if {@code simulatedMillis} is not yet due.
     *
     * @return true if it is due; false if the caller should ask again (so that it can look whether it is to stop)
     */
    public boolean awaitDue(long simulatedMillis) {
        if (speed == 0) {
            return true;
        }
        double dueNanos = simulatedMillis / speed * NANOS_PER_MILLI;
        double left = dueNanos - (nanoClock.getAsLong() - startNanos);
        if (left <= 0) {
            return true;
        }
        waitNanos.accept((long) Math.min(left, 20.0 * NANOS_PER_MILLI));
        return false;
    }
}
