package io.muster.console.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows of zones, of groups of people, and of how well the plant is measured. */
final class ZoneRows {
    static void gathering(Taken record, Document value, Rows rows) {
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
                value.coordinate("center.coordinates", 0),
                value.coordinate("center.coordinates", 1),
                value.numberOrNull("floor"),
                value.numberOrNull("radius"),
                value.list("fence_ids"),
                value.text());
    }

    static void fenceEvent(Taken record, Document value, Rows rows) {
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

    static void occupancy(Taken record, Document value, Rows rows) {
        Instant at = value.time("as_of");
        rows.add(
                Statements.OCCUPANCY,
                Tables.OCCUPANCY,
                at,
                value.text("fence_id"),
                record.topic().site(),
                record.writerEpoch(),
                value.whole("seq"),
                Sql.time(at),
                (int) value.whole("count_confirmed"),
                (int) value.whole("count_possible"),
                (int) value.whole("count_stale"),
                value.text());
    }

    static void window(Taken record, Document value, Rows rows) {
        Instant start = value.time("window_start");
        rows.add(
                Statements.OCCUPANCY_WINDOW,
                Tables.OCCUPANCY_WINDOWS,
                start,
                value.text("fence_id"),
                record.topic().site(),
                record.writerEpoch(),
                value.whole("seq"),
                Sql.time(start),
                Sql.time(value.time("window_end")),
                value.whole("samples"),
                (int) value.whole("count_min"),
                value.numberOrNull("count_mean"),
                (int) value.whole("count_max"),
                value.numberOrNull("person_seconds"),
                whole(value.numberOrNull("limit")),
                value.text("verdict"),
                value.textOrNull("plan_version"));
    }

    static void compliance(Taken record, Document value, Rows rows) {
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

    private static @Nullable Integer whole(@Nullable Double number) {
        return number == null ? null : number.intValue();
    }

    private ZoneRows() {}
}
