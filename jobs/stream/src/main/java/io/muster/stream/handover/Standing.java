package io.muster.stream.handover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Times;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.Clearance;
import io.muster.stream.output.OutputRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The alarms that this job has told, beside those that an earlier writer left. Looks at records by (alarm id, seq) alone, so it does not depend on how
 * alarms are made. No clock: everything is decided by how far time in the log has come.
 *
 * <pre>
 *   left open, told by this job (also as restored)           this job's word counts; nothing to do
 *   left open, not told until time is well past its last     withdrawn: cleared by system, seq above the old one
 *   left closed, not told                                    forgotten (tombstone) 24 h after it was closed
 *   withdrawn, and told after all                            goes on with numbers above the withdrawal
 * </pre>
 */
final class Standing {
    static final String REASON = "withdrawn after restart";

    /** Open alarms are told every 5 s (AQ 3064.3 7.3.1); one that was not told for two such intervals is not told any more. */
    static final long GRACE_MILLIS = 2 * 5_000;

    /** As the alarm stage does. A little later than it, since that knows of acknowledgements and we do not. */
    static final long FORGET_MILLIS = 24 * 3_600_000L + GRACE_MILLIS;

    /** One that an earlier writer left, and until when this job may still tell it itself. */
    private record Left(Alarm alarm, long dueMillis) {}

    private final Map<String, Left> left = new TreeMap<>();
    private final Map<String, OutputRecord> open = new TreeMap<>();
    /** What this job withdrew and may tell after all, until it is forgotten: {@link Withdrawn}. */
    private final Map<String, Withdrawn> withdrawn = new TreeMap<>();

    /** Restored ones of which more was told than the checkpoint knows: the log tells that again, and until then the older word would be news. */
    private final Set<String> toldFurther = new HashSet<>();

    private long nextDueMillis = Long.MAX_VALUE;

    /**
     * @param earlier what earlier writers left
     * @param restored the open alarms of this job's own past, as last told: they are told by it, so nothing of them is left
     * @param withdrawnBefore what this job's own past withdrew
     */
    Standing(Collection<Alarm> earlier, Collection<OutputRecord> restored, Collection<Withdrawn> withdrawnBefore) {
        Map<String, Long> reported = new HashMap<>();
        for (Alarm each : earlier) {
            reported.merge(each.site(), lastToldMillis(each), Math::max);
        }
        for (Alarm each : earlier) {
            long newest = reported.getOrDefault(each.site(), lastToldMillis(each));
            leave(each, isClosed(each) ? closedMillis(each) + FORGET_MILLIS : newest + GRACE_MILLIS);
        }
        for (OutputRecord each : restored) {
            open.put(id(each), each);
            Left known = left.remove(id(each));
            if (known != null && known.alarm().seq() > each.seq()) {
                toldFurther.add(id(each));
            }
        }
        withdrawnBefore.forEach(each -> withdrawn.put(key(each.site(), each.alarmId()), each));
    }

    /** What is open now, as last told: to be kept for the next restore. */
    List<OutputRecord> open() {
        return new ArrayList<>(open.values());
    }

    /** What was withdrawn and is not forgotten yet: to be kept, too. */
    List<Withdrawn> withdrawn() {
        return new ArrayList<>(withdrawn.values());
    }

    /**
     * What is told again at once after a restore. Not what was acknowledged or cleared between the checkpoint and the failure: an older word of a newer
     * writer would ring again.
     */
    List<OutputRecord> again() {
        return open.values().stream()
                .filter(each -> !toldFurther.contains(id(each)))
                .toList();
    }

    /** This job tells something of an alarm; returns what goes out. */
    OutputRecord tell(OutputRecord record) {
        String id = id(record);
        left.remove(id);
        Withdrawn before = withdrawn.get(id);
        OutputRecord told = before == null ? record : renumbered(record, before.seq());
        if (told.topic().equals(TopicKind.ALARM_STATES.wire())) {
            if (isOpen(told.value())) {
                open.put(id, told);
            } else {
                open.remove(id);
            }
            if (told.value() == null) {
                withdrawn.remove(id);
            }
        }
        return told;
    }

    /** Time in the log has come this far; returns what goes out. */
    List<OutputRecord> timeHasCome(long watermarkMillis) {
        if (watermarkMillis < nextDueMillis) {
            return List.of();
        }
        List<OutputRecord> out = new ArrayList<>();
        List<Left> due = left.values().stream()
                .filter(each -> each.dueMillis() <= watermarkMillis)
                .toList();
        nextDueMillis = Long.MAX_VALUE;
        left.values().removeAll(due);
        left.values().forEach(each -> nextDueMillis = Math.min(nextDueMillis, each.dueMillis()));
        for (Left each : due) {
            if (isClosed(each.alarm())) {
                withdrawn.remove(key(each.alarm().site(), each.alarm().alarmId()));
                out.add(record(
                        each.alarm(),
                        TopicKind.ALARM_STATES,
                        null,
                        each.dueMillis(),
                        each.alarm().seq()));
            } else {
                withdraw(each, out);
            }
        }
        return out;
    }

    private void withdraw(Left each, List<OutputRecord> out) {
        Alarm alarm = each.alarm();
        long seq = alarm.seq() + 1;
        Instant at = Instant.ofEpochMilli(each.dueMillis());
        ObjectNode value = Json.tree(alarm);
        value.put("seq", seq);
        value.put("state", AlarmState.CLEARED.wire());
        value.set("cleared", Json.tree(new Clearance(at, "system", REASON)));
        value.put("reported_at", Times.write(at));
        byte[] bytes = Json.write(value);
        out.add(record(alarm, TopicKind.ALARMS, bytes, each.dueMillis(), seq));
        out.add(record(alarm, TopicKind.ALARM_STATES, bytes, each.dueMillis(), seq));
        withdrawn.put(key(alarm.site(), alarm.alarmId()), new Withdrawn(alarm.site(), alarm.alarmId(), seq));
        leave(closed(alarm, value), each.dueMillis() + FORGET_MILLIS);
    }

    private static Alarm closed(Alarm before, ObjectNode now) {
        try {
            return Json.readOwn(Json.write(now), Alarm.class);
        } catch (Unreadable e) {
            throw new IllegalStateException("alarm " + before.alarmId() + " cannot be read again", e);
        }
    }

    private void leave(Alarm alarm, long dueMillis) {
        left.put(key(alarm.site(), alarm.alarmId()), new Left(alarm, dueMillis));
        nextDueMillis = Math.min(nextDueMillis, dueMillis);
    }

    /** Within one writer numbers only grow: whoever has the withdrawal would take a smaller one for an old record. */
    private static OutputRecord renumbered(OutputRecord record, long above) {
        long seq = record.seq() + above;
        ObjectNode value = tree(record.value());
        byte[] bytes = record.value();
        if (value != null) {
            value.put("seq", seq);
            bytes = Json.write(value);
        }
        return new OutputRecord(
                record.site(),
                record.topic(),
                record.key(),
                record.rawKey(),
                bytes,
                record.headers(),
                record.timeMillis(),
                seq);
    }

    private static OutputRecord record(
            Alarm alarm, TopicKind topic, byte @Nullable [] value, long timeMillis, long seq) {
        return new OutputRecord(alarm.site(), topic.wire(), alarm.alarmId(), null, value, Map.of(), timeMillis, seq);
    }

    private static boolean isOpen(byte @Nullable [] value) {
        ObjectNode alarm = tree(value);
        return alarm != null && !alarm.path("state").asText().equals(AlarmState.CLEARED.wire());
    }

    private static @Nullable ObjectNode tree(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            return Json.readOwn(value, ObjectNode.class);
        } catch (Unreadable e) {
            throw new IllegalStateException("an alarm of our own cannot be read", e);
        }
    }

    private static boolean isClosed(Alarm alarm) {
        return alarm.state() == AlarmState.CLEARED;
    }

    private static long closedMillis(Alarm alarm) {
        return alarm.cleared() == null
                ? lastToldMillis(alarm)
                : alarm.cleared().at().toEpochMilli();
    }

    private static long lastToldMillis(Alarm alarm) {
        return (alarm.reportedAt() == null ? alarm.raisedAt() : alarm.reportedAt()).toEpochMilli();
    }

    private static String id(OutputRecord record) {
        return key(record.site(), String.valueOf(record.key()));
    }

    private static String key(String site, String alarmId) {
        return site + "|" + alarmId;
    }
}
