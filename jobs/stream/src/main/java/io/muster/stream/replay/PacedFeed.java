package io.muster.stream.replay;

import io.muster.contract.topic.TopicKind;
import io.muster.stream.input.RawRecord;
import java.util.Iterator;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Gives each record when its arrival is due: recorded time runs so many times as fast as the clock. What comes out of the topology does not depend on
 * it, since nothing there looks at a clock. Plans and people wait for nothing: a recording opens with them, however old they are.
 */
final class PacedFeed implements Iterator<RawRecord> {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Iterator<RawRecord> feed;
    private final double speed;
    private final LongSupplier nanoClock;
    private final LongConsumer waitNanos;
    private long firstMillis = Long.MIN_VALUE;
    private long startedNanos;

    /** @param speed recorded seconds in a second, > 0 */
    PacedFeed(Iterator<RawRecord> feed, double speed) {
        this(feed, speed, System::nanoTime, LockSupport::parkNanos);
    }

    PacedFeed(Iterator<RawRecord> feed, double speed, LongSupplier nanoClock, LongConsumer waitNanos) {
        this.feed = feed;
        this.speed = speed;
        this.nanoClock = nanoClock;
        this.waitNanos = waitNanos;
    }

    @Override
    public boolean hasNext() {
        return feed.hasNext();
    }

    @Override
    public RawRecord next() {
        RawRecord record = feed.next();
        if (record.kind() != TopicKind.PLANS && record.kind() != TopicKind.TRACKABLES) {
            await(record.timestampMillis());
        }
        return record;
    }

    private void await(long millis) {
        if (firstMillis == Long.MIN_VALUE) {
            firstMillis = millis;
            startedNanos = nanoClock.getAsLong();
        }
        double dueNanos = (millis - firstMillis) / speed * NANOS_PER_MILLI;
        double left = dueNanos - (nanoClock.getAsLong() - startedNanos);
        while (left > 0) {
            waitNanos.accept((long) Math.ceil(left));
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the replay was stopped");
            }
            left = dueNanos - (nanoClock.getAsLong() - startedNanos);
        }
    }
}
