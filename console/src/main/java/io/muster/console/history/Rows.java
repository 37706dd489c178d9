package io.muster.console.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows of one batch, by statement. Written in one go: {@link Statements#ALL} gives the order. A statement that updates gets at most one row for a key, the
 * newest, since one insert may not touch a row twice.
 */
final class Rows {
    /** The newest of a key. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Newest(long epoch, long seq, Object[] row) {}

    private final Map<Statements, List<@Nullable Object[]>> plain = new LinkedHashMap<>();
    private final Map<Statements, Map<String, Newest>> newest = new LinkedHashMap<>();
    private final Map<Tables, Set<LocalDate>> days = new HashMap<>();
    private int size;

    void add(Statements into, @Nullable Object... row) {
        plain.computeIfAbsent(into, key -> new ArrayList<>()).add(row);
        size++;
    }

    /** The same for a table by day. */
    void add(Statements into, Tables table, Instant time, @Nullable Object... row) {
        days.computeIfAbsent(table, key -> new TreeSet<>()).add(Partitions.dayOf(time));
        add(into, row);
    }

    void addNewest(Statements into, String id, long epoch, long seq, @Nullable Object... row) {
        Newest one = new Newest(epoch, seq, row);
        newest.computeIfAbsent(into, key -> new LinkedHashMap<>())
                .merge(
                        id,
                        one,
                        (before, now) -> now.epoch() > before.epoch()
                                        || (now.epoch() == before.epoch() && now.seq() >= before.seq())
                                ? now
                                : before);
        size++;
    }

    int size() {
        return size;
    }

    /** Which days of which tables the rows are of. */
    Map<Tables, Set<LocalDate>> days() {
        return days;
    }

    void write(JdbcTemplate db) {
        for (Statements statement : Statements.values()) {
            List<@Nullable Object[]> rows = new ArrayList<>(plain.getOrDefault(statement, List.of()));
            newest.getOrDefault(statement, Map.of()).values().forEach(each -> rows.add(each.row()));
            if (!rows.isEmpty()) {
                db.batchUpdate(statement.sql(), rows);
            }
        }
    }
}
