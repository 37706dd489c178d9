package io.muster.console.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit log, to be read. */
public final class AuditLog {
    private final Database database;

    public AuditLog(Database database) {
        this.database = database;
    }

    /** @param detail a JSON object */
    public record Act(
            Instant at,
            String who,
            String act,
            @Nullable String site,
            @Nullable String object,
            String detail,
            @Nullable String address) {}

    /**
     * Newest first.
     *
     * @param to exclusive
     */
    public List<Act> acts(Instant from, Instant to, int limit) {
        return database.jdbc()
                .query(
                        "SELECT at, who, act, site, object, detail::text, address FROM audit_log WHERE at >= ? AND at < ?"
                                + " ORDER BY at DESC LIMIT ?",
                        (row, number) -> new Act(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)),
                        Sql.time(from),
                        Sql.time(to),
                        limit);
    }
}
