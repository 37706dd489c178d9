package io.muster.console.history;

import io.muster.contract.codec.Unreadable;
import io.muster.contract.topic.TopicKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rows a record becomes. Used by one thread. */
final class RowMaker {
    /** What is remembered. */
    static final Set<TopicKind> KINDS = EnumSet.of(
            TopicKind.ALARMS,
            TopicKind.ALARM_STATES,
            TopicKind.ALARM_COMMANDS,
            TopicKind.GATHERING_EVENTS,
            TopicKind.TRACKABLE_MOTIONS,
            TopicKind.FENCE_EVENTS,
            TopicKind.ZONE_OCCUPANCY,
            TopicKind.COMPLIANCE);

    private final long intervalMillis;
    /** By person: the interval whose position was taken last. The database knows too; this spares it nine of ten. */
    private final Map<String, Long> lastSlot = new HashMap<>();
    /** By fence: what its last report said, without its numbers. */
    private final Map<String, String> lastOccupancy = new HashMap<>();

    RowMaker(Duration positionInterval) {
        this.intervalMillis = positionInterval.toMillis();
    }

    /** Forgets what it has seen, as after a batch that has to be made again. */
    void forget() {
        lastSlot.clear();
        lastOccupancy.clear();
    }

    /** Adds the rows of a record; what cannot be read becomes a reject. */
    void add(Taken record, Rows rows) {
        byte[] value = record.value();
        if (record.tick()) {
            return;
        }
        try {
            if (value == null) {
                tombstone(record, rows);
            } else {
                add(record, Document.read(value), rows);
            }
        } catch (Unreadable | IllegalArgumentException | DateTimeException e) {
            reject(record, e.toString(), rows);
        }
    }

    static void reject(Taken record, String reason, Rows rows) {
        rows.add(
                Statements.REJECT,
                record.partition().topic(),
                record.partition().partition(),
                record.offset(),
                Sql.time(record.toldAt()),
                // A text column takes no NUL, and a reason may quote what it refuses.
                reason.replace('\0', '?'),
                record.value());
    }

    private static void tombstone(Taken record, Rows rows) {
        String key = record.key();
        if (record.topic().kind() == TopicKind.ALARM_STATES && key != null) {
            rows.addNewest(
                    Statements.ALARM_TOMBSTONE,
                    key,
                    record.writerEpoch(),
                    record.offset(),
                    key,
                    record.writerEpoch(),
                    Sql.time(record.toldAt()));
            rows.addNewest(Statements.ALARM_WITHDRAWN, key, 0, 0, key);
        }
    }

    private void add(Taken record, Document value, Rows rows) {
        switch (record.topic().kind()) {
            case ALARMS -> {
                alarmChange(record, value, rows);
                alarm(record, value, rows);
            }
            case ALARM_STATES -> alarm(record, value, rows);
            case ALARM_COMMANDS -> command(record, value, rows);
            case GATHERING_EVENTS -> gathering(record, value, rows);
            case TRACKABLE_MOTIONS -> position(record, value, rows);
            case FENCE_EVENTS -> fenceEvent(record, value, rows);
            case ZONE_OCCUPANCY -> occupancy(record, value, rows);
            case COMPLIANCE -> compliance(record, value, rows);
            default ->
                throw new IllegalArgumentException(
                        "nothing is remembered of " + record.topic().full());
        }
    }

    private static void alarmChange(Taken record, Document value, Rows rows) {
        Instant raised = value.time("raised_at");
        rows.add(
                Statements.ALARM_CHANGE,
                Tables.ALARM_CHANGES,
                raised,
                value.text("alarm_id"),
                record.topic().site(),
                record.writerEpoch(),
                value.whole("seq"),
                value.text("state"),
                value.text("level"),
                Sql.time(raised),
                Sql.time(record.toldAt()),
                value.text());
    }

    private static void alarm(Taken record, Document value, Rows rows) {
        String id = value.text("alarm_id");
        long seq = value.whole("seq");
        rows.addNewest(
                Statements.ALARM,
                id,
                record.writerEpoch(),
                seq,
                id,
                record.topic().site(),
                record.writerEpoch(),
                seq,
                value.text("kind"),
                value.text("state"),
                value.text("level"),
                value.textOrNull("priority"),
                value.text("subject.type"),
                value.text("subject.id"),
                value.list("fence_ids"),
                value.list("trackable_ids"),
                Sql.time(value.time("onset_at")),
                Sql.time(value.time("raised_at")),
                Sql.timeOrNull(value.timeOrNull("acknowledged.at")),
                Sql.timeOrNull(value.timeOrNull("returned_at")),
                Sql.timeOrNull(value.timeOrNull("cleared.at")),
                value.text());
        rows.addNewest(Statements.ALARM_WITHDRAWN, id, 0, 0, id);
    }

    private static void command(Taken record, Document value, Rows rows) {
        rows.add(
                Statements.COMMAND,
                Tables.COMMANDS,
                record.toldAt(),
                value.text("command_id"),
                record.topic().site(),
                Sql.time(record.toldAt()),
                record.offset(),
                value.text("command"),
                value.text("target.type"),
                value.text("target.id"),
                value.text("by"),
                value.textOrNull("reason"),
                value.text());
    }

    private static void gathering(Taken record, Document value, Rows rows) {
        String id = value.text("id");
        long seq = value.whole("seq");
        Instant started = value.time("start_time");
        Instant ended = value.timeOrNull("end_time");
        Instant during = value.timeOrNull("gathering_time");
        Instant at = during != null ? during : ended != null ? ended : started;
        rows.add(
                Statements.GATHERING_FRAME,
                Tables.GATHERING_FRAMES,
                at,
                id,
                record.topic().site(),
                record.writerEpoch(),
                seq,
                Sql.time(at),
                value.text());
        rows.addNewest(
                Statements.GATHERING,
                id,
                record.writerEpoch(),
                seq,
                id,
                record.topic().site(),
                record.writerEpoch(),
                seq,
                value.text("gathering_type"),
                Sql.time(started),
                Sql.time(at),
                Sql.timeOrNull(ended),
                value.textOrNull("level"),
                (int) value.whole("count"),
                (int) value.whole("peak_count"),
                coordinate(value, "center.coordinates", 0),
                coordinate(value, "center.coordinates", 1),
                value.numberOrNull("floor"),
                value.numberOrNull("radius"),
                value.list("fence_ids"),
                value.text());
    }

    private void position(Taken record, Document value, Rows rows) {
        String person = value.text("id");
        String site = record.topic().site();
        Instant at = value.time("location.timestamp_generated");
        long slot = Math.floorDiv(at.toEpochMilli(), intervalMillis);
        Long before = lastSlot.put(site + "/" + person, slot);
        if (before != null && before == slot) {
            return;
        }
        Double x = coordinate(value, "location.position.coordinates", 0);
        Double y = coordinate(value, "location.position.coordinates", 1);
        if (x == null || y == null) {
            throw new IllegalArgumentException("location.position has no coordinates");
        }
        if (before == null) {
            rows.addNewest(Statements.PERSON, site + "/" + person, 0, 0, site, person);
        }
        Instant from = Instant.ofEpochMilli(slot * intervalMillis);
        rows.add(
                Statements.POSITION,
                Tables.POSITIONS,
                from,
                Sql.time(from),
                Sql.time(at),
                x,
                y,
                value.numberOrNull("location.floor"),
                value.numberOrNull("location.accuracy"),
                site,
                person);
    }

    private static void fenceEvent(Taken record, Document value, Rows rows) {
        Instant exit = value.timeOrNull("exit_time");
        Instant entry = value.timeOrNull("entry_time");
        Instant at = exit != null ? exit : entry != null ? entry : record.toldAt();
        rows.add(
                Statements.FENCE_EVENT,
                Tables.FENCE_EVENTS,
                at,
                value.text("id"),
                record.topic().site(),
                value.text("fence_id"),
                value.textOrNull("trackable_id"),
                value.text("event_type"),
                Sql.time(at),
                value.text());
    }

    private void occupancy(Taken record, Document value, Rows rows) {
        String fence = value.text("fence_id");
        String says = value.json("count_confirmed")
                + value.json("count_possible")
                + value.json("count_stale")
                + value.json("limit")
                + value.json("members");
        if (says.equals(lastOccupancy.put(record.topic().site() + "/" + fence, says))) {
            return;
        }
        Instant at = value.time("as_of");
        rows.add(
                Statements.OCCUPANCY,
                Tables.OCCUPANCY,
                at,
                fence,
                record.topic().site(),
                record.writerEpoch(),
                value.whole("seq"),
                Sql.time(at),
                (int) value.whole("count_confirmed"),
                (int) value.whole("count_possible"),
                (int) value.whole("count_stale"),
                value.text());
    }

    private static void compliance(Taken record, Document value, Rows rows) {
        Instant at = value.time("evaluated_at");
        rows.add(
                Statements.COMPLIANCE,
                Tables.COMPLIANCE,
                at,
                record.topic().site(),
                record.writerEpoch(),
                value.whole("seq"),
                Sql.time(at),
                value.text("profile"),
                value.json("verdict"),
                value.text());
    }

    private static @Nullable Double coordinate(Document value, String path, int index) {
        var node = value.at(path).path(index);
        return node.isNumber() ? node.doubleValue() : null;
    }
}
