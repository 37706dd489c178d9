package io.muster.console.history;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who was where, out of the database and out of the files of the days that it keeps no longer: who asks need not know which. */
public final class Positions {
    private static final Logger LOG = LoggerFactory.getLogger(Positions.class);
    private static final String COLUMNS = "SELECT trackable_id, slot, at, x, y, floor, accuracy FROM ";
    /** A position is found by its interval, which begins before it: by so much at most ({@code position-interval} is not longer). */
    private static final long LONGEST_INTERVAL_MILLIS = 3_600_000L;

    private final JdbcTemplate db;
    private final PositionFiles files;

    public Positions(Database database, PositionFiles files) {
        this.db = database.jdbc();
        this.files = files;
    }

    /**
     * @param positions in the order of time, then of ids
     * @param truncated whether there were more
     * @param missing days whose file could not be read: what was there is not in the answer
     */
    public record Answer(List<Position> positions, boolean truncated, List<LocalDate> missing) {}

    /** A box in the plan, metres, edges included. */
    public record Box(double minX, double minY, double maxX, double maxY) {
        boolean holds(Position position) {
            return position.x() >= minX && position.x() <= maxX && position.y() >= minY && position.y() <= maxY;
        }
    }

    /** Of one person. */
    public Answer track(String site, String person, Instant from, Instant to, int limit) {
        long slots = from.toEpochMilli() - LONGEST_INTERVAL_MILLIS;
        // The database first: a day that moves into its file meanwhile is then in the one, the other, or both.
        List<Position> found = new ArrayList<>(query(
                db,
                COLUMNS + "positions JOIN persons USING (person_no) WHERE person_no ="
                        + " (SELECT person_no FROM persons WHERE site = ? AND trackable_id = ?)"
                        + " AND slot >= ? AND slot < ? AND at >= ? AND at < ? ORDER BY slot LIMIT ?",
                site,
                person,
                Sql.time(Instant.ofEpochMilli(slots)),
                Sql.time(to),
                Sql.time(from),
                Sql.time(to),
                limit + 1));
        return withFiles(
                site,
                person,
                slots,
                to.toEpochMilli(),
                each -> each.millis() >= from.toEpochMilli() && each.millis() < to.toEpochMilli(),
                limit,
                found);
    }

    /**
     * Of everybody, by the interval of the position.
     *
     * @param box null = anywhere
     */
    public Answer during(String site, Instant from, Instant to, @Nullable Box box, int limit) {
        List<Object> values = new ArrayList<>(List.of(Sql.time(from), Sql.time(to)));
        if (box != null) {
            values.addAll(List.of(box.minX(), box.maxX(), box.minY(), box.maxY()));
        }
        values.add(site);
        values.add(limit + 1);
        List<Position> found = query(
                db,
                COLUMNS + "positions JOIN persons USING (person_no) WHERE slot >= ? AND slot < ?"
                        + (box == null ? "" : " AND x BETWEEN ? AND ? AND y BETWEEN ? AND ?")
                        + " AND site = ? ORDER BY slot, trackable_id LIMIT ?",
                values.toArray());
        return withFiles(
                site,
                null,
                from.toEpochMilli(),
                to.toEpochMilli(),
                each -> box == null || box.holds(each),
                limit,
                new ArrayList<>(found));
    }

    private Answer withFiles(
            String site,
            @Nullable String person,
            long from,
            long to,
            Predicate<Position> wanted,
            int limit,
            List<Position> found) {
        List<LocalDate> missing = new ArrayList<>();
        List<LocalDate> days = files.days(
                site, Partitions.dayOf(Instant.ofEpochMilli(from)), Partitions.dayOf(Instant.ofEpochMilli(to - 1)));
        if (!days.isEmpty()) {
            Set<String> known = new HashSet<>();
            found.forEach(each -> known.add(each.slot() + each.trackableId()));
            for (LocalDate day : days) {
                try {
                    files.read(site, day, from, to, person, each -> {
                        if (wanted.test(each) && known.add(each.slot() + each.trackableId())) {
                            found.add(each);
                        }
                    });
                } catch (IOException e) {
                    LOG.error("positions of {} on {} cannot be read: {}", site, day, e.toString());
                    missing.add(day);
                }
            }
            found.sort(Position.BY_TIME);
        }
        boolean more = found.size() > limit;
        return new Answer(more ? List.copyOf(found.subList(0, limit)) : found, more, missing);
    }

    /** @param sql with the columns of a position */
    static List<Position> query(JdbcTemplate db, String sql, Object... values) {
        return db.query(
                sql,
                (row, number) -> {
                    float floor = row.getFloat(6);
                    Float known = row.wasNull() ? null : floor;
                    float accuracy = row.getFloat(7);
                    return new Position(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant().toEpochMilli(),
                            row.getObject(3, OffsetDateTime.class).toInstant().toEpochMilli(),
                            row.getFloat(4),
                            row.getFloat(5),
                            known,
                            row.wasNull() ? null : Float.valueOf(accuracy));
                },
                values);
    }
}
