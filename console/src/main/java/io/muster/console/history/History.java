package io.muster.console.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was, to be read. Every question is bounded by a site, a time and a number of rows. */
public final class History {
    private final Database database;

    public History(Database database) {
        this.database = database;
    }

    /** @param document the record's value */
    public record Told(Instant toldAt, String document) {}

    /** @param withdrawnAt when the job took it back; null = it stands, or was closed in the ordinary way */
    public record StoredAlarm(@Nullable Instant withdrawnAt, String document) {}

    /**
     * @param count alarms in the group
     * @param acknowledged those of them that somebody acknowledged: of these is the mean
     */
    public record Group(
            String group,
            long count,
            long open,
            long acknowledged,
            @Nullable Double meanAcknowledgeSeconds) {}

    /** Newest first. */
    public List<StoredAlarm> alarms(AlarmQuery query, int limit, int offset) {
        Where where = where(query);
        where.values.add(limit);
        where.values.add(offset);
        return database.jdbc()
                .query(
                        "SELECT withdrawn_at, document::text FROM alarms" + where.text
                                + " ORDER BY raised_at DESC, alarm_id LIMIT ? OFFSET ?",
                        (row, number) -> new StoredAlarm(timeOrNull(row, 1), row.getString(2)),
                        where.values.toArray());
    }

    public long countAlarms(AlarmQuery query) {
        Where where = where(query);
        Long count = database.jdbc()
                .queryForObject("SELECT count(*) FROM alarms" + where.text, Long.class, where.values.toArray());
        return count == null ? 0 : count;
    }

    /** How the alarms of a query can be grouped: SQL of ours by a word of the caller. A person's or a zone's alarm counts for each of those it names. */
    private static final Map<String, String> GROUPS = Map.of(
            "kind", "kind",
            "level", "level",
            "state", "CASE WHEN withdrawn_at IS NULL THEN state ELSE 'withdrawn' END",
            "zone", "unnest(fence_ids)",
            "person", "unnest(trackable_ids)",
            "day", "to_char(raised_at AT TIME ZONE ?, 'YYYY-MM-DD')",
            "hour", "to_char(raised_at AT TIME ZONE ?, 'HH24')");

    /** Words by which {@link #statistics} groups. */
    public static List<String> groups() {
        return GROUPS.keySet().stream().sorted().toList();
    }

    /**
     * Largest group first; days and hours in their own order.
     *
     * @param by one of {@link #groups()}
     * @param zone where days and hours are those of the clock on the wall
     */
    public List<Group> statistics(AlarmQuery query, String by, ZoneId zone, int limit) {
        String group = GROUPS.get(by);
        if (group == null) {
            throw new IllegalArgumentException("by must be one of " + String.join(", ", groups()));
        }
        boolean clock = group.indexOf('?') >= 0;
        Where where = where(query);
        List<Object> values = new ArrayList<>();
        if (clock) {
            values.add(zone.getId());
        }
        values.addAll(where.values);
        values.add(limit);
        return database.jdbc()
                .query(
                        "SELECT grp, count(*), count(*) FILTER (WHERE state <> 'cleared' AND withdrawn_at IS NULL),"
                                + " count(acknowledged_at), avg(extract(epoch FROM acknowledged_at - raised_at))::float8"
                                + " FROM (SELECT " + group
                                + " AS grp, state, withdrawn_at, acknowledged_at, raised_at FROM alarms" + where.text
                                + ") each WHERE grp IS NOT NULL GROUP BY grp ORDER BY "
                                + (clock ? "1" : "2 DESC, 1") + " LIMIT ?",
                        (row, number) -> new Group(
                                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), numberOrNull(row, 5)),
                        values.toArray());
    }

    /** Null = not known. */
    public @Nullable StoredAlarm alarm(String site, String id) {
        List<StoredAlarm> found = database.jdbc()
                .query(
                        "SELECT withdrawn_at, document::text FROM alarms WHERE site = ? AND alarm_id = ?",
                        (row, number) -> new StoredAlarm(timeOrNull(row, 1), row.getString(2)),
                        site,
                        id);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Every change of an alarm, oldest first. */
    public List<Told> alarmChanges(String site, String id) {
        return told(
                "SELECT told_at, document::text FROM alarm_changes WHERE site = ? AND alarm_id = ?"
                        + " ORDER BY writer_epoch, seq",
                site,
                id);
    }

    /** What people asked for about an alarm, oldest first. */
    public List<Told> commands(String site, String target) {
        return told(
                "SELECT at, document::text FROM commands WHERE site = ? AND target_id = ? ORDER BY at, record_offset",
                site,
                target);
    }

    /** Those that went on in the span, newest first. */
    public List<String> gatherings(String site, Instant from, Instant to, @Nullable String fence, int limit) {
        List<Object> values = new ArrayList<>(List.of(site, Sql.time(to), Sql.time(from)));
        if (fence != null) {
            values.add(new String[] {fence});
        }
        values.add(limit);
        return database.jdbc()
                .queryForList(
                        "SELECT document::text FROM gatherings WHERE site = ? AND started_at < ? AND reported_at >= ?"
                                + (fence == null ? "" : " AND fence_ids @> ?::text[]")
                                + " ORDER BY started_at DESC, gathering_id LIMIT ?",
                        String.class,
                        values.toArray());
    }

    /** What a playback shows: every report of a gathering with its members, oldest first. */
    public List<Told> frames(String site, String gathering, int limit) {
        return told(
                "SELECT at, document::text FROM gathering_frames WHERE site = ? AND gathering_id = ?"
                        + " ORDER BY writer_epoch, seq LIMIT ?",
                site,
                gathering,
                limit);
    }

    /** Head counts of a zone at each change, oldest first. */
    public List<Told> occupancy(String site, String fence, Instant from, Instant to, int limit) {
        return told(
                "SELECT at, document::text FROM occupancy WHERE site = ? AND fence_id = ? AND at >= ? AND at < ?"
                        + " ORDER BY at, writer_epoch, seq LIMIT ?",
                site,
                fence,
                Sql.time(from),
                Sql.time(to),
                limit);
    }

    /** Sampling gap, delay and cycle as measured, newest first. */
    public List<Told> compliance(String site, Instant from, Instant to, int limit) {
        return told(
                "SELECT at, document::text FROM compliance WHERE site = ? AND at >= ? AND at < ?"
                        + " ORDER BY at DESC, writer_epoch DESC, seq DESC LIMIT ?",
                site,
                Sql.time(from),
                Sql.time(to),
                limit);
    }

    private List<Told> told(String sql, Object... values) {
        return database.jdbc().query(sql, (row, number) -> new Told(time(row, 1), row.getString(2)), values);
    }

    /** A condition with its values. */
    private static final class Where {
        private final String text;
        private final List<Object> values;

        private Where(String text, List<Object> values) {
            this.text = text;
            this.values = values;
        }
    }

    private static Where where(AlarmQuery query) {
        StringBuilder text = new StringBuilder(" WHERE site = ? AND raised_at >= ? AND raised_at < ?");
        List<Object> values = new ArrayList<>(List.of(query.site(), Sql.time(query.from()), Sql.time(query.to())));
        and(text, values, " AND kind = ?", query.kind());
        and(text, values, " AND level = ?", query.level());
        if ("open".equals(query.state())) {
            text.append(" AND state <> 'cleared' AND withdrawn_at IS NULL");
        } else if ("withdrawn".equals(query.state())) {
            text.append(" AND withdrawn_at IS NOT NULL");
        } else {
            and(text, values, " AND state = ?", query.state());
        }
        and(text, values, " AND fence_ids @> ARRAY[?]::text[]", query.fence());
        and(text, values, " AND trackable_ids @> ARRAY[?]::text[]", query.person());
        return new Where(text.toString(), values);
    }

    private static void and(StringBuilder text, List<Object> values, String condition, @Nullable String value) {
        if (value != null) {
            text.append(condition);
            values.add(value);
        }
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Double numberOrNull(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }
}
