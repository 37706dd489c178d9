package io.muster.consumer;

import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.topic.Ticks;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmState;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarms that stand, from records in any order and any number. Knows no Kafka and no clock.
 *
 * <p>Per alarm the record with the greatest (writer_epoch, seq) wins, and a tombstone counts as the last word of its epoch. That is
 * a maximum, so the same records in whatever order, with whatever repetitions, make the same book:
 *
 * <pre>
 *   epoch above the one held                       apply (the same seq with other content too: a replay decided again)
 *   epoch held, seq above / equal / below          apply / refresh reported_at / drop
 *   epoch held, tombstone / anything after it      forget / drop
 *   epoch below the one held                       zombie: drop
 * </pre>
 *
 * <p>Safe for use by several threads. {@link #apply} is meant for one of them, for listeners hear changes in its order.
 */
public final class AlarmBook {
    /** Of a record without a writer_epoch: below every writer, whose epochs begin at 0. */
    public static final long NO_EPOCH = -1;

    /**
     * Tombstones remembered, so that a zombie cannot bring back what was forgotten. The oldest are let go beyond this number, which
     * is about a year of alarms of a well kept plant and some 20 MB.
     */
    static final int MAX_TOMBSTONES = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(AlarmBook.class);
    private static final Comparator<Alarm> OLDEST_FIRST =
            Comparator.comparing(Alarm::raisedAt).thenComparing(Alarm::alarmId);

    /** The alarm as its epoch told it. */
    private record Entry(Alarm alarm, long epoch) {}

    private final Map<String, Entry> entries = new HashMap<>();
    /** Alarm id to the highest epoch that buried it, in the order of burial. */
    private final Map<String, Long> tombstones = new LinkedHashMap<>();

    private final Map<AlarmOutcome, Long> outcomes = new EnumMap<>(AlarmOutcome.class);
    private final List<AlarmListener> listeners = new CopyOnWriteArrayList<>();
    private long listenerFailures;

    /** What a record did, and what there is to tell about it. */
    private record Result(AlarmOutcome outcome, @Nullable AlarmChange change) {
        static Result silent(AlarmOutcome outcome) {
            return new Result(outcome, null);
        }
    }

    /** Hears changes from now on; for what stands already see {@link #current()}. */
    public void addListener(AlarmListener listener) {
        listeners.add(listener);
    }

    /**
     * Takes one record in. Never throws for what is in the record.
     *
     * @param key the alarm id; null is unreadable
     * @param value an {@link Alarm} as JSON; null is a tombstone
     * @param writerEpoch header {@code writer_epoch} in decimal; null = {@link #NO_EPOCH}
     * @param timestampMillis epoch millis of the record in Kafka, handed to the listeners
     */
    public AlarmOutcome apply(
            @Nullable String key, byte @Nullable [] value, @Nullable String writerEpoch, long timestampMillis) {
        Result result;
        synchronized (this) {
            result = decide(key, value, writerEpoch, timestampMillis);
            outcomes.merge(result.outcome(), 1L, Long::sum);
        }
        AlarmChange change = result.change();
        if (change != null) {
            tell(change);
        }
        return result.outcome();
    }

    private Result decide(
            @Nullable String key, byte @Nullable [] value, @Nullable String writerEpoch, long timestampMillis) {
        if (Ticks.KEY.equals(key)) {
            return Result.silent(AlarmOutcome.TICK);
        }
        @Nullable Long epoch = epoch(writerEpoch);
        if (key == null || key.isBlank() || epoch == null) {
            return Result.silent(AlarmOutcome.UNREADABLE);
        }
        if (value == null) {
            return forget(key, epoch, timestampMillis);
        }
        @Nullable Alarm alarm = read(key, value);
        return alarm == null ? Result.silent(AlarmOutcome.UNREADABLE) : upsert(alarm, epoch, timestampMillis);
    }

    private static @Nullable Long epoch(@Nullable String header) {
        if (header == null) {
            return NO_EPOCH;
        }
        try {
            long epoch = Long.parseLong(header);
            return epoch < 0 ? null : epoch;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Alarm read(String key, byte[] value) {
        try {
            // Not with the limits of vendor input: the alarm of an evacuation names everybody in the plant.
            Alarm alarm = Json.readOwn(value, Alarm.class);
            return key.equals(alarm.alarmId()) ? alarm : null;
        } catch (Unreadable e) {
            return null;
        }
    }

    private Result upsert(Alarm alarm, long epoch, long timestampMillis) {
        String id = alarm.alarmId();
        @Nullable Long buried = tombstones.get(id);
        if (buried != null && epoch <= buried) {
            return Result.silent(epoch < buried ? AlarmOutcome.ZOMBIE : AlarmOutcome.OLDER);
        }
        @Nullable Entry held = entries.get(id);
        if (held != null && epoch < held.epoch()) {
            return Result.silent(AlarmOutcome.ZOMBIE);
        }
        if (held != null && epoch == held.epoch() && alarm.seq() <= held.alarm().seq()) {
            return alarm.seq() < held.alarm().seq() ? Result.silent(AlarmOutcome.OLDER) : repeat(held, alarm);
        }
        entries.put(id, new Entry(alarm, epoch));
        @Nullable Alarm before = held == null ? null : held.alarm();
        // A writer that took over tells everything again; what it confirms is no news to a wall board.
        boolean news = before == null || !Alarms.sameButReported(before, alarm);
        return new Result(
                AlarmOutcome.APPLIED,
                news ? new AlarmChange(Alarms.kindOf(before, alarm), before, alarm, epoch, timestampMillis) : null);
    }

    private Result repeat(Entry held, Alarm again) {
        if (!Alarms.sameButReported(held.alarm(), again)) {
            return Result.silent(AlarmOutcome.CONTRADICTED);
        }
        @Nullable Instant known = held.alarm().reportedAt();
        @Nullable Instant told = again.reportedAt();
        if (told != null && (known == null || told.isAfter(known))) {
            entries.put(again.alarmId(), new Entry(again, held.epoch()));
        }
        return Result.silent(AlarmOutcome.REPEATED);
    }

    private Result forget(String id, long epoch, long timestampMillis) {
        @Nullable Long buried = tombstones.get(id);
        if (buried != null && epoch <= buried) {
            return Result.silent(epoch < buried ? AlarmOutcome.ZOMBIE : AlarmOutcome.REPEATED);
        }
        @Nullable Entry held = entries.get(id);
        if (held != null && epoch < held.epoch()) {
            return Result.silent(AlarmOutcome.ZOMBIE);
        }
        bury(id, epoch);
        entries.remove(id);
        if (held == null) {
            return Result.silent(AlarmOutcome.FORGOTTEN);
        }
        AlarmChange.Kind kind = Alarms.isOpen(held.alarm()) ? AlarmChange.Kind.WITHDRAWN : AlarmChange.Kind.FORGOTTEN;
        return new Result(
                AlarmOutcome.FORGOTTEN, new AlarmChange(kind, held.alarm(), held.alarm(), epoch, timestampMillis));
    }

    private void bury(String id, long epoch) {
        tombstones.remove(id);
        tombstones.put(id, epoch);
        if (tombstones.size() > MAX_TOMBSTONES) {
            tombstones.remove(tombstones.keySet().iterator().next());
        }
    }

    private void tell(AlarmChange change) {
        for (AlarmListener listener : listeners) {
            try {
                listener.onChange(change);
            } catch (RuntimeException e) {
                // One broken display must not keep the next alarm from the others.
                LOG.error(
                        "a listener failed on {} of alarm {}",
                        change.kind(),
                        change.alarm().alarmId(),
                        e);
                synchronized (this) {
                    listenerFailures++;
                }
            }
        }
    }

    /** Every alarm held, closed ones too (about 24 h), oldest raised first. */
    public synchronized List<Alarm> current() {
        return entries.values().stream().map(Entry::alarm).sorted(OLDEST_FIRST).toList();
    }

    /** Every alarm that is not {@link AlarmState#CLEARED}, shelved and suppressed ones too, oldest raised first. */
    public synchronized List<Alarm> open() {
        return entries.values().stream()
                .map(Entry::alarm)
                .filter(Alarms::isOpen)
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** The alarm of this id, or null when the book does not hold it. */
    public synchronized @Nullable Alarm byId(String alarmId) {
        @Nullable Entry held = entries.get(alarmId);
        return held == null ? null : held.alarm();
    }

    /** The counts up to now. */
    public synchronized AlarmCounters counters() {
        return new AlarmCounters(outcomes, listenerFailures);
    }
}
