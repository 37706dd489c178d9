package io.muster.console.history;

import io.muster.contract.MissingFieldException;
import io.muster.contract.topic.TopicKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of what others send: neighbouring systems, plans and people, and what was rejected of vendors. */
final class RecordRows {
    static final Set<TopicKind> NEIGHBOURS = EnumSet.of(
            TopicKind.PERMITS,
            TopicKind.INSPECTIONS,
            TopicKind.EVACUATIONS,
            TopicKind.GAS_ALARMS,
            TopicKind.GATE_PASSES,
            TopicKind.INFRASTRUCTURE_STATUS);
    static final Set<TopicKind> VERSIONS = EnumSet.of(TopicKind.PLANS, TopicKind.TRACKABLES);

    private static final String NOT_SAID = "not_said";

    static void neighbour(Taken record, Document value, Rows rows) {
        rows.add(
                Statements.NEIGHBOUR_RECORD,
                Tables.NEIGHBOUR_RECORDS,
                record.toldAt(),
                record.topic().site(),
                record.topic().kind().wire(),
                id(record, value),
                Sql.time(record.toldAt()),
                record.offset(),
                value.text());
    }

    /** @param value null = taken away */
    static void version(Taken record, @Nullable Document value, Rows rows) {
        rows.add(
                Statements.VERSION,
                record.topic().site(),
                record.topic().kind().wire(),
                id(record, value),
                Sql.time(record.toldAt()),
                record.offset(),
                value == null ? null : value.textOrNull("muster.author"),
                value == null ? null : value.textOrNull("muster.approver"),
                value == null ? null : Sql.timeOrNull(validFrom(record, value)),
                value == null ? null : value.text());
    }

    private static @Nullable Instant validFrom(Taken record, Document value) {
        return value.timeOrNull(
                record.topic().kind() == TopicKind.PLANS ? "muster.valid_from" : "properties.muster.valid_from");
    }

    /** Only counted: the topic itself keeps the bytes. */
    static void rejected(Taken record, Rows rows) {
        String reason = record.reason();
        String detail = record.detail();
        rows.add(
                Statements.REJECTED,
                record.topic().site(),
                record.topic().vendor(),
                reason == null ? NOT_SAID : Sql.text(reason),
                Sql.time(record.toldAt().truncatedTo(ChronoUnit.HOURS)),
                record.partition().partition(),
                record.offset(),
                Sql.time(record.toldAt()),
                detail == null ? null : Sql.text(detail));
    }

    private static String id(Taken record, @Nullable Document value) {
        String key = record.key();
        if (key != null) {
            return key;
        }
        String field = record.topic().kind().keyField();
        if (value == null || field == null) {
            throw new MissingFieldException("key");
        }
        return value.text(field);
    }

    private RecordRows() {}
}
