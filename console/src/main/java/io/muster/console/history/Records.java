package io.muster.console.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What others sent and what people were told, to be read. Every question is bounded by a site, a time and a number of rows. */
public final class Records {
    private final JdbcTemplate db;

    public Records(Database database) {
        this.db = database.jdbc();
    }

    /** @param document null = it was taken away */
    public record Stored(Instant at, String id, @Nullable String document) {}

    /** @param author of a version; null = not said */
    public record Version(
            Instant at,
            String id,
            @Nullable String author,
            @Nullable String approver,
            @Nullable Instant validFrom,
            @Nullable String document) {}

    /** A zone over one compute cycle. */
    public record Window(
            Instant start,
            Instant end,
            long samples,
            int min,
            double mean,
            int max,
            double personSeconds,
            @Nullable Integer limit,
            String verdict) {}

    /** @param lastDetail what and where, of the last one */
    public record Rejected(
            String vendor,
            String reason,
            Instant hour,
            long count,
            Instant lastAt,
            @Nullable String lastDetail) {}

    /** Names of the topics of neighbouring systems. */
    public static List<String> neighbours() {
        return RecordRows.NEIGHBOURS.stream().map(each -> each.wire()).toList();
    }

    /** Names of the topics of which every version is kept. */
    public static List<String> versioned() {
        return RecordRows.VERSIONS.stream().map(each -> each.wire()).toList();
    }

    /** Of a neighbouring system, newest first. */
    public List<Stored> neighbour(String site, String topic, @Nullable String id, Instant from, Instant to, int limit) {
        Question question = new Question("SELECT at, id, document::text FROM neighbour_records", site, "at", from, to)
                .and("topic", topic)
                .and("id", id);
        return question.ask(
                " ORDER BY at DESC, record_offset DESC",
                limit,
                (row, number) -> new Stored(time(row, 1), row.getString(2), row.getString(3)));
    }

    /** Of plans or people, newest first. */
    public List<Version> versions(String site, String topic, @Nullable String id, Instant from, Instant to, int limit) {
        Question question = new Question(
                        "SELECT at, id, author, approver, valid_from, document::text FROM versions",
                        site,
                        "at",
                        from,
                        to)
                .and("topic", topic)
                .and("id", id);
        return question.ask(
                " ORDER BY at DESC, record_offset DESC",
                limit,
                (row, number) -> new Version(
                        time(row, 1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        timeOrNull(row, 5),
                        row.getString(6)));
    }

    /** Who was told what, newest first. */
    public List<Stored> notifications(
            String site, @Nullable String person, @Nullable String alarm, Instant from, Instant to, int limit) {
        Question question = new Question(
                        "SELECT created_at, notification_id, document::text FROM notifications",
                        site,
                        "created_at",
                        from,
                        to)
                .and("trackable_id", person)
                .and("alarm_id", alarm);
        return question.ask(
                " ORDER BY created_at DESC, notification_id",
                limit,
                (row, number) -> new Stored(time(row, 1), row.getString(2), row.getString(3)));
    }

    /** Head counts of a zone by compute cycle, oldest first. Of cycles without anybody the first alone is there. */
    public List<Window> windows(String site, String fence, Instant from, Instant to, int limit) {
        Question question = new Question(
                        "SELECT window_start, window_end, samples, count_min, count_mean, count_max, person_seconds, zone_limit, verdict"
                                + " FROM occupancy_windows",
                        site,
                        "window_start",
                        from,
                        to)
                .and("fence_id", fence);
        return question.ask(
                " ORDER BY window_start, writer_epoch, seq",
                limit,
                (row, number) -> new Window(
                        time(row, 1),
                        time(row, 2),
                        row.getLong(3),
                        row.getInt(4),
                        row.getDouble(5),
                        row.getInt(6),
                        row.getDouble(7),
                        row.getObject(8, Integer.class),
                        row.getString(9)));
    }

    /** How many updates of vendors were rejected, by hour and reason, newest first. */
    public List<Rejected> rejected(String site, @Nullable String vendor, Instant from, Instant to, int limit) {
        Question question = new Question(
                        "SELECT vendor, reason, hour, sum(count), max(last_at), (array_agg(detail ORDER BY last_at DESC))[1]"
                                + " FROM rejected_counts",
                        site,
                        "hour",
                        from,
                        to)
                .and("vendor", vendor);
        return question.ask(
                " GROUP BY vendor, reason, hour ORDER BY hour DESC, 4 DESC, vendor, reason",
                limit,
                (row, number) -> new Rejected(
                        row.getString(1),
                        row.getString(2),
                        time(row, 3),
                        row.getLong(4),
                        time(row, 5),
                        row.getString(6)));
    }

    /** A statement with its values; its words are ours. */
    private final class Question {
        private final StringBuilder sql;
        private final List<Object> values;

        private Question(String select, String site, String timeColumn, Instant from, Instant to) {
            this.sql = new StringBuilder(select)
                    .append(" WHERE site = ? AND ")
                    .append(timeColumn)
                    .append(" >= ? AND ")
                    .append(timeColumn)
                    .append(" < ?");
            this.values = new ArrayList<>(List.of(site, Sql.time(from), Sql.time(to)));
        }

        private Question and(String column, @Nullable String value) {
            if (value != null) {
                sql.append(" AND ").append(column).append(" = ?");
                values.add(value);
            }
            return this;
        }

        private <T> List<T> ask(String order, int limit, RowMapper<T> rows) {
            values.add(limit);
            return db.query(sql + order + " LIMIT ?", rows, values.toArray());
        }
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
