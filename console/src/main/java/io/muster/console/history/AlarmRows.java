package io.muster.console.history;

import io.muster.contract.topic.TopicKind;
import java.time.Instant;

/** Rows of alarms and of what people ask of them. */
final class AlarmRows {
    static void tombstone(Taken record, Rows rows) {
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

    static void change(Taken record, Document value, Rows rows) {
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

    static void newest(Taken record, Document value, Rows rows) {
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

    static void command(Taken record, Document value, Rows rows) {
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

    static void notification(Taken record, Document value, Rows rows) {
        Instant created = value.time("created_at");
        rows.add(
                Statements.NOTIFICATION,
                Tables.NOTIFICATIONS,
                created,
                value.text("notification_id"),
                record.topic().site(),
                record.writerEpoch(),
                value.whole("seq"),
                value.text("trackable_id"),
                value.text("alarm_id"),
                value.at("ended").asBoolean(),
                Sql.time(created),
                value.text());
    }

    private AlarmRows() {}
}
