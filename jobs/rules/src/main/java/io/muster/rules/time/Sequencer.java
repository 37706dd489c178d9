package io.muster.rules.time;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives every record its arrival and tells how far time has come, from the log alone.
 *
 * <p>Arrival is the broker's append time as a running maximum per partition. Time has come as far as the partition whose newest tick is
 * the oldest, less the settle and 1 ms; so a silent partition does not stop time (its ticks go on), and a backlog holds it back (the ticks
 * stand behind it).
 *
 * <p>A partition joins time at its first tick. What came before is held and ordered at that tick's arrival. A partition that is there when a
 * job starts without a past is expected: time does not begin before all of those have joined. A later one holds time still from the moment at
 * which its opening record was read until its first tick, which is sent in answer: so nothing of it can lie behind time that has passed.
 *
 * @param <R> the record as it came in
 */
public final class Sequencer<R> {

    /** Before the first moment that can be decided. */
    public static final long NOTHING_DECIDED = Long.MIN_VALUE;

    private record TickedAt(long tickMillis, String partition) {}

    private final long settleMillis;
    private final boolean joinAtFirstRecord;
    private final Map<String, PartitionTime> partitions = new HashMap<>();
    private final Map<String, List<R>> held = new LinkedHashMap<>();
    private final TreeSet<TickedAt> oldestTick =
            new TreeSet<>(Comparator.comparingLong(TickedAt::tickMillis).thenComparing(TickedAt::partition));
    private int waitedFor;
    private long watermark = NOTHING_DECIDED;

    /**
     * @param settleMillis how long people are waited for before they are put in order, >= 0
     * @param joinAtFirstRecord true for files, which are sorted by arrival: a partition takes part from its first record on
     */
    public Sequencer(long settleMillis, boolean joinAtFirstRecord) {
        if (settleMillis < 0) {
            throw new IllegalArgumentException("settle must be >= 0 ms, was " + settleMillis);
        }
        this.settleMillis = settleMillis;
        this.joinAtFirstRecord = joinAtFirstRecord;
    }

    /** A partition that is there at a start without a past: time waits for it. */
    public void expect(String partition) {
        if (!partitions.containsKey(partition)) {
            set(new PartitionTime(partition, Long.MIN_VALUE, Long.MIN_VALUE, false, true));
        }
    }

    /** A record that is no tick. Hands it on with its arrival, or holds it until its partition joins. */
    public void record(String partition, long timestampMillis, R value, BiConsumer<R, Long> out) {
        PartitionTime before = known(partition);
        PartitionTime now = arrived(before, timestampMillis);
        if (!now.joined() && joinAtFirstRecord) {
            now = new PartitionTime(partition, now.arrivalMillis(), now.arrivalMillis(), true, true);
        }
        set(now);
        if (now.joined()) {
            out.accept(value, now.arrivalMillis());
        } else {
            held.computeIfAbsent(partition, p -> new ArrayList<>()).add(value);
        }
    }

    /**
     * The opening record of a partition came out of the source.
     *
     * @return whether it is new; ticks must be sent to it from now on in either case
     */
    public boolean opening(String partition, long timestampMillis) {
        PartitionTime before = known(partition);
        if (before.opened()) {
            set(arrived(before, timestampMillis));
            return false;
        }
        PartitionTime now = arrived(before, timestampMillis);
        set(new PartitionTime(partition, now.arrivalMillis(), now.tickMillis(), false, true));
        return true;
    }

    /** A tick of one partition. A partition that has not joined joins now, and what was held of it comes out at the tick's arrival. */
    public void tick(String partition, long timestampMillis, BiConsumer<R, Long> out) {
        PartitionTime now = arrived(known(partition), timestampMillis);
        set(new PartitionTime(partition, now.arrivalMillis(), now.arrivalMillis(), true, true));
        List<R> waiting = held.remove(partition);
        if (waiting != null) {
            waiting.forEach(value -> out.accept(value, now.arrivalMillis()));
        }
        advance();
    }

    /** All partitions have come this far: a file is sorted by arrival, whatever the partition. */
    public void tickAll(long timestampMillis) {
        for (PartitionTime each : new ArrayList<>(partitions.values())) {
            PartitionTime now = arrived(each, timestampMillis);
            set(new PartitionTime(now.partition(), now.arrivalMillis(), now.arrivalMillis(), true, true));
        }
        if (partitions.isEmpty()) {
            return;
        }
        advance();
    }

    /** A partition that is no more: its topic was deleted. What was held of it comes out at the arrival of its last record. */
    public void gone(String partition, BiConsumer<R, Long> out) {
        PartitionTime last = partitions.remove(partition);
        if (last == null) {
            return;
        }
        count(last, -1);
        List<R> waiting = held.remove(partition);
        if (waiting != null) {
            waiting.forEach(value -> out.accept(value, Math.max(last.arrivalMillis(), watermark + 1)));
        }
        advance();
    }

    /** Everything ordered at or before this has come, ms since the epoch; {@link #NOTHING_DECIDED} before that. Never falls. */
    public long watermarkMillis() {
        return watermark;
    }

    public Collection<PartitionTime> partitions() {
        return partitions.values();
    }

    /** What is held, for a checkpoint: partition and record, in the order in which they came. */
    public void eachHeld(BiConsumer<String, R> visitor) {
        held.forEach((partition, values) -> values.forEach(value -> visitor.accept(partition, value)));
    }

    /** Takes up a past. */
    public void restore(Iterable<PartitionTime> past, long watermarkMillis) {
        past.forEach(this::set);
        watermark = Math.max(watermark, watermarkMillis);
    }

    public void restoreHeld(String partition, R value) {
        held.computeIfAbsent(partition, p -> new ArrayList<>()).add(value);
    }

    /** Ordering time of a fix: its own time, but not after its arrival and not more than the settle before it. */
    public static long orderingMillis(long eventMillis, long arrivalMillis, long settleMillis) {
        return Math.min(Math.max(eventMillis, arrivalMillis - settleMillis), arrivalMillis);
    }

    private PartitionTime known(String partition) {
        @Nullable PartitionTime known = partitions.get(partition);
        return known == null ? new PartitionTime(partition, Long.MIN_VALUE, Long.MIN_VALUE, false, false) : known;
    }

    private static PartitionTime arrived(PartitionTime before, long timestampMillis) {
        long arrival = Math.max(before.arrivalMillis(), timestampMillis);
        return arrival == before.arrivalMillis()
                ? before
                : new PartitionTime(before.partition(), arrival, before.tickMillis(), before.joined(), before.opened());
    }

    private void set(PartitionTime now) {
        PartitionTime before = partitions.put(now.partition(), now);
        if (before == null
                || before.tickMillis() != now.tickMillis()
                || before.joined() != now.joined()
                || before.opened() != now.opened()) {
            if (before != null) {
                count(before, -1);
            }
            count(now, 1);
        }
    }

    private void count(PartitionTime time, int by) {
        if (time.joined()) {
            TickedAt at = new TickedAt(time.tickMillis(), time.partition());
            if (by > 0) {
                oldestTick.add(at);
            } else {
                oldestTick.remove(at);
            }
        } else if (time.opened()) {
            waitedFor += by;
        }
    }

    private void advance() {
        if (waitedFor == 0 && !oldestTick.isEmpty()) {
            watermark = Math.max(watermark, oldestTick.first().tickMillis() - settleMillis - 1);
        }
    }
}
