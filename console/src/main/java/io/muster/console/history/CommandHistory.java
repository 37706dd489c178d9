package io.muster.console.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The commands of operators, to be read. */
public final class CommandHistory {
    private final Database database;

    public CommandHistory(Database database) {
        this.database = database;
    }

    /** @param document as in the topic {@code alarm-commands} */
    public record Sent(Instant at, String document) {}

    /** Those that stand for alarms to come, and those that take such ones back, in the order of the log. */
    public List<Sent> standing(String site) {
        return database.jdbc()
                .query(
                        "SELECT at, document::text FROM commands WHERE site = ? AND command IN ('silence', 'unsilence',"
                                + " 'remove_from_service', 'return_to_service', 'approve', 'unapprove')"
                                + " ORDER BY at, record_offset",
                        (row, number) ->
                                new Sent(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2)),
                        site);
    }
}
