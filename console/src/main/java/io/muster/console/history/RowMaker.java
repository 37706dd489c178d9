package io.muster.console.history;

import io.muster.contract.codec.Unreadable;
import io.muster.contract.topic.TopicKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What rows a record becomes. Used by one thread. */
final class RowMaker {
    /** What is remembered: everything but what vendors send, which is in positions. */
    static final Set<TopicKind> KINDS = EnumSet.complementOf(
            EnumSet.of(TopicKind.LOCATION_UPDATES, TopicKind.PROXIMITY_UPDATES, TopicKind.PROVIDER_STATUS));

    private final long intervalMillis;
    /** By person: the interval whose position was taken last. The database knows too; this spares it nine of ten. */
    private final Map<String, Long> lastSlot = new HashMap<>();
    /** By fence: what its last report said, without its numbers. */
    private final Map<String, String> lastOccupancy = new HashMap<>();
    /** Fences whose last window was one without anybody. */
    private final Set<String> empty = new HashSet<>();

    RowMaker(Duration positionInterval) {
        this.intervalMillis = positionInterval.toMillis();
    }

    /** Forgets what it has seen, as after a batch that has to be made again. */
    void forget() {
        lastSlot.clear();
        lastOccupancy.clear();
        empty.clear();
    }

    /** Adds the rows of a record; what cannot be read becomes a reject. */
    void add(Taken record, Rows rows) {
        byte[] value = record.value();
        if (record.tick()) {
            return;
        }
        try {
            if (record.topic().kind() == TopicKind.REJECTED_UPDATES) {
                RecordRows.rejected(record, rows);
            } else if (value == null) {
                takenAway(record, rows);
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
                Sql.text(reason),
                record.value());
    }

    private static void takenAway(Taken record, Rows rows) {
        if (RecordRows.VERSIONS.contains(record.topic().kind())) {
            RecordRows.version(record, null, rows);
        } else {
            AlarmRows.tombstone(record, rows);
        }
    }

    private void add(Taken record, Document value, Rows rows) {
        switch (record.topic().kind()) {
            case ALARMS -> {
                AlarmRows.change(record, value, rows);
                AlarmRows.newest(record, value, rows);
            }
            case ALARM_STATES -> AlarmRows.newest(record, value, rows);
            case ALARM_COMMANDS -> AlarmRows.command(record, value, rows);
            case NOTIFICATIONS -> AlarmRows.notification(record, value, rows);
            case GATHERING_EVENTS -> ZoneRows.gathering(record, value, rows);
            case TRACKABLE_MOTIONS -> position(record, value, rows);
            case FENCE_EVENTS -> ZoneRows.fenceEvent(record, value, rows);
            case ZONE_OCCUPANCY -> occupancy(record, value, rows);
            case OCCUPANCY_WINDOWS -> window(record, value, rows);
            case COMPLIANCE -> ZoneRows.compliance(record, value, rows);
            case PERMITS, INSPECTIONS, EVACUATIONS, GAS_ALARMS, GATE_PASSES, INFRASTRUCTURE_STATUS ->
                RecordRows.neighbour(record, value, rows);
            case PLANS, TRACKABLES -> RecordRows.version(record, value, rows);
            case LOCATION_UPDATES, PROXIMITY_UPDATES, PROVIDER_STATUS, REJECTED_UPDATES ->
                throw new IllegalArgumentException(
                        "nothing is remembered of " + record.topic().full());
        }
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
        Double x = value.coordinate("location.position.coordinates", 0);
        Double y = value.coordinate("location.position.coordinates", 1);
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

    /** When what it says changes, and once an hour: who asks for a moment then has to look back an hour and not for ever. */
    private void occupancy(Taken record, Document value, Rows rows) {
        String says = value.json("count_confirmed")
                + value.json("count_possible")
                + value.json("count_stale")
                + value.json("limit")
                + value.json("members")
                + value.time("as_of").truncatedTo(ChronoUnit.HOURS);
        if (!says.equals(lastOccupancy.put(record.topic().site() + "/" + value.text("fence_id"), says))) {
            ZoneRows.occupancy(record, value, rows);
        }
    }

    private void window(Taken record, Document value, Rows rows) {
        String fence = record.topic().site() + "/" + value.text("fence_id");
        if (value.whole("count_max") > 0) {
            empty.remove(fence);
            ZoneRows.window(record, value, rows);
        } else if (empty.add(fence)) {
            ZoneRows.window(record, value, rows);
        }
    }
}
