package io.muster.launcher.record;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How far time has passed in every partition, so that what arrived before that can be put in its final order. Pure: times are arguments.
 *
 * <p>A consumer hands over partitions in no order, so a record may be written only when no partition can bring an earlier one any more. Two things say
 * so of a partition. What was read of it: the broker stamps records as it appends them, so nothing behind a record arrived before it; where a job runs,
 * its ticks say this each 250 ms. And, where nothing comes, that it was read to its end: what is appended after the question "where do you end?" arrives
 * after everything that somebody had read {@link #GRACE_MILLIS} before the question. The clock of this machine only measures how long that is; it is
 * never compared with a broker's. The second covers brokers whose clocks differ a little, and records that wait for a replica before they can be seen.
 * The same reasoning holds for topics that nobody knows of yet: the question is "which topics are there?".
 */
final class Passage {
    /** How much longer ago something must have been read than a question was asked for it to count for the answer. */
    static final long GRACE_MILLIS = 1_000;

    /** Before everything. */
    static final long NOTHING = Long.MIN_VALUE;

    private static final long REMEMBER_EACH_MILLIS = 50;

    private record ReadAt(long nowMillis, long newestMillis) {}

    private final Map<String, Long> partitions = new HashMap<>();
    private final Deque<ReadAt> past = new ArrayDeque<>();
    private long newest = NOTHING;
    private long lastReadMillis;
    private long newestBeforeGrace = NOTHING;
    private long topics = NOTHING;

    /** A partition that takes part from now on. One that is known stays as it is. */
    void follow(String partition) {
        partitions.putIfAbsent(partition, NOTHING);
    }

    /**
     * A record of a partition was read.
     *
     * @param stampMillis what the broker stamped it with
     * @param nowMillis a clock of this machine that only grows
     * @return its arrival: the running maximum of the partition, since a broker's clock may be set back
     */
    long read(String partition, long stampMillis, long nowMillis) {
        long arrival = Math.max(stampMillis, partitions.getOrDefault(partition, NOTHING));
        partitions.put(partition, arrival);
        if (arrival > newest) {
            newest = arrival;
        }
        lastReadMillis = nowMillis;
        ReadAt last = past.peekLast();
        if (last == null || nowMillis - last.nowMillis() >= REMEMBER_EACH_MILLIS) {
            past.addLast(new ReadAt(nowMillis, newest));
        }
        return arrival;
    }

    /** What the answer to a question that is asked now will mean: nothing that is not known then arrived before this. */
    long bound(long nowMillis) {
        while (!past.isEmpty() && past.element().nowMillis() <= nowMillis - GRACE_MILLIS) {
            newestBeforeGrace = past.remove().newestMillis();
        }
        if (newest != NOTHING && lastReadMillis <= nowMillis - GRACE_MILLIS) {
            newestBeforeGrace = newest;
        }
        return newestBeforeGrace == NOTHING ? NOTHING : newestBeforeGrace + 1;
    }

    /** The partition was read to the end that it had when the question with this bound was asked. */
    void atEnd(String partition, long bound) {
        partitions.merge(partition, bound, Math::max);
    }

    /** Every topic that was there when the question with this bound was asked is followed. */
    void allTopicsKnown(long bound) {
        topics = Math.max(topics, bound);
    }

    /** Everything that arrived before this has been read. */
    long passed() {
        long passed = topics;
        for (long each : partitions.values()) {
            passed = Math.min(passed, each);
        }
        return passed;
    }

    /** How far one partition has passed. */
    long passed(String partition) {
        return partitions.getOrDefault(partition, NOTHING);
    }

    /** The newest arrival that was read; {@link #NOTHING} before the first. */
    long newest() {
        return newest;
    }
}
