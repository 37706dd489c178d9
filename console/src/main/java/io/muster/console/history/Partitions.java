package io.muster.console.history;

import io.muster.console.config.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A partition for each day (UTC) of each table in {@link Tables}: made before the first row of the day, dropped whole when its day is no longer kept, so that
 * forgetting costs nothing and leaves no holes. Used by one thread.
 */
final class Partitions {
    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final JdbcTemplate db;
    private final Retention retention;
    private final Map<Tables, Set<LocalDate>> known = new EnumMap<>(Tables.class);

    Partitions(JdbcTemplate db, Retention retention) {
        this.db = db;
        this.retention = retention;
    }

    static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** The first day that a table still has to remember. */
    LocalDate firstKept(Tables table, Instant now) {
        return dayOf(now).minusDays(table.keptDays(retention));
    }

    /** Makes sure that a row of this day has a place. */
    void ensure(Tables table, LocalDate day) {
        Set<LocalDate> days = known.computeIfAbsent(table, key -> new HashSet<>());
        if (days.contains(day)) {
            return;
        }
        // Names and days are ours: nothing of a record comes in here.
        db.execute("CREATE TABLE IF NOT EXISTS " + nameOf(table, day) + " PARTITION OF " + table.table()
                + " FOR VALUES FROM ('" + day + " 00:00:00+00') TO ('" + day.plusDays(1) + " 00:00:00+00')");
        days.add(day);
    }

    /** As after somebody else has dropped a day. */
    void forgetKnown() {
        known.clear();
    }

    /** Whether a row was refused because its day is not there. */
    static boolean dayIsGone(DataIntegrityViolationException e) {
        String message = e.getMessage();
        return message != null && message.contains("no partition of relation");
    }

    /** Makes today's and tomorrow's, and drops what is kept no longer. */
    void maintain(Instant now) {
        for (Tables table : Tables.values()) {
            ensure(table, dayOf(now));
            ensure(table, dayOf(now).plusDays(1));
            if (table == Tables.POSITIONS) {
                // They go to files first (PositionArchive).
                continue;
            }
            LocalDate first = firstKept(table, now);
            for (String partition : partitionsOf(table)) {
                LocalDate day =
                        LocalDate.parse(partition.substring(table.table().length() + 1), DAY);
                if (day.isBefore(first)) {
                    db.execute("DROP TABLE " + partition);
                    Set<LocalDate> days = known.get(table);
                    if (days != null) {
                        days.remove(day);
                    }
                    LOG.info("{} of {} is forgotten: {} days are kept", table.table(), day, table.keptDays(retention));
                }
            }
        }
        forgetRows(now);
    }

    /** The tables of newest states are few rows each and forgotten by row. */
    private void forgetRows(Instant now) {
        db.update(
                "DELETE FROM alarms WHERE raised_at < ? AND (state = 'cleared' OR withdrawn_at IS NOT NULL)",
                Sql.time(firstKept(Tables.ALARM_CHANGES, now)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()));
        db.update(
                "DELETE FROM alarm_tombstones WHERE told_at < ?",
                Sql.time(firstKept(Tables.ALARM_CHANGES, now)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()));
        db.update(
                "DELETE FROM gatherings WHERE reported_at < ?",
                Sql.time(firstKept(Tables.GATHERING_FRAMES, now)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()));
        db.update("DELETE FROM rejected_counts WHERE hour < ?", Sql.time(now.minus(retention.rejected())));
        // What something newer has replaced for that long.
        db.update(
                "DELETE FROM versions v WHERE v.at < ? AND (v.document IS NULL OR EXISTS (SELECT FROM versions n"
                        + " WHERE n.site = v.site AND n.topic = v.topic AND n.at < ? AND (n.at, n.record_offset) > (v.at, v.record_offset)"
                        + " AND (n.topic = 'plans' OR n.id = v.id)))",
                Sql.time(now.minus(retention.versions())),
                Sql.time(now.minus(retention.versions())));
        db.update("DELETE FROM ingest_rejects WHERE told_at < ?", Sql.time(now.minus(30, ChronoUnit.DAYS)));
    }

    List<String> partitionsOf(Tables table) {
        return db.queryForList(
                "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
                        + " WHERE i.inhparent = ?::regclass ORDER BY c.relname",
                String.class,
                table.table());
    }

    private static String nameOf(Tables table, LocalDate day) {
        return table.table() + "_" + DAY.format(day);
    }
}
