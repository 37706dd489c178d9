package io.muster.console.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The audit log and the log of API calls, to be read. */
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
     * What is asked for; null = any.
     *
     * @param to exclusive
     * @param act the word, or its beginning with a dot at the end: {@code user.}
     * @param sites whose acts may be seen, and those of no site; null = all
     */
    public record Query(
            Instant from,
            Instant to,
            @Nullable String who,
            @Nullable String act,
            @Nullable String site,
            @Nullable String object,
            @Nullable Set<String> sites,
            int limit) {}

    /** Newest first. */
    public List<Act> acts(Query query) {
        return database.jdbc()
                .query(
                        "SELECT at, who, act, site, object, detail::text, address FROM audit_log WHERE at >= ? AND at < ?"
                                + " AND (?::text IS NULL OR who = ?)"
                                + " AND (?::text IS NULL OR act = ? OR (right(?, 1) = '.' AND starts_with(act, ?)))"
                                + " AND (?::text IS NULL OR site = ?) AND (?::text IS NULL OR object = ?)"
                                + " AND (?::text[] IS NULL OR site IS NULL OR site = ANY (?)) ORDER BY at DESC LIMIT ?",
                        (row, number) -> new Act(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)),
                        Sql.time(query.from()),
                        Sql.time(query.to()),
                        query.who(),
                        query.who(),
                        query.act(),
                        query.act(),
                        query.act(),
                        query.act(),
                        query.site(),
                        query.site(),
                        query.object(),
                        query.object(),
                        sites(query.sites()),
                        sites(query.sites()),
                        query.limit());
    }

    private static String @Nullable [] sites(@Nullable Set<String> sites) {
        return sites == null ? null : sites.toArray(String[]::new);
    }

    /** @param who null = nobody was logged in */
    public record Call(
            Instant at,
            @Nullable String who,
            String method,
            String path,
            int status,
            int millis,
            @Nullable String address) {}

    /**
     * What is asked for; null = any.
     *
     * @param to exclusive
     * @param path a part of it
     * @param status the least that is shown: 400 = what was refused, and what failed
     * @param sites whose calls may be seen, and those of no site; null = all
     */
    public record CallQuery(
            Instant from,
            Instant to,
            @Nullable String who,
            @Nullable String method,
            @Nullable String path,
            @Nullable Integer status,
            @Nullable Set<String> sites,
            int limit) {}

    /** Calls of the API, newest first. */
    public List<Call> calls(CallQuery query) {
        return database.jdbc()
                .query(
                        "SELECT at, who, method, path, status, millis, address FROM api_calls WHERE at >= ? AND at < ?"
                                + " AND (?::text IS NULL OR who = ?) AND (?::text IS NULL OR method = ?)"
                                + " AND (?::text IS NULL OR strpos(path, ?) > 0) AND status >= ?"
                                + " AND (?::text[] IS NULL OR NOT starts_with(path, '/api/v1/sites/')"
                                + " OR split_part(split_part(path, '?', 1), '/', 5) = ANY (?)) ORDER BY at DESC LIMIT ?",
                        (row, number) -> new Call(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getString(7)),
                        Sql.time(query.from()),
                        Sql.time(query.to()),
                        query.who(),
                        query.who(),
                        query.method(),
                        query.method(),
                        query.path(),
                        query.path(),
                        query.status() == null ? 0 : query.status(),
                        sites(query.sites()),
                        sites(query.sites()),
                        query.limit());
    }
}
