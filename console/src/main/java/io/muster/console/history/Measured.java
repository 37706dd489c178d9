package io.muster.console.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was measured of sampling gap, delay and cycle over a time: too many records to be shown one by one. */
public final class Measured {
    private static final String EACH = " FROM (SELECT at, verdict #>> '{}' AS verdict,"
            + " (document #>> '{sampling_gap,p50_ms}')::bigint AS gap_p50,"
            + " (document #>> '{sampling_gap,p99_ms}')::bigint AS gap_p99,"
            + " (document #>> '{sampling_gap,max_ms}')::bigint AS gap_max,"
            + " (document ->> 'delay_ms')::bigint AS delay, (document ->> 'cycle_ms')::bigint AS cycle,"
            + " (document ->> 'late')::bigint AS late, (document ->> 'rejected')::bigint AS rejected,"
            + " (document ->> 'clock_faults')::bigint AS clock_faults"
            + " FROM compliance WHERE site = ? AND at >= ? AND at < ?) each";

    private final Database database;

    public Measured(Database database) {
        this.database = database;
    }

    /**
     * The worst of a slot of time, ms; null = nothing was measured of it.
     *
     * @param records evaluations in the slot
     * @param over those of them that were over a limit
     */
    public record Slot(
            Instant at,
            long records,
            long over,
            @Nullable Long samplingP99Ms,
            @Nullable Long samplingMaxMs,
            @Nullable Long delayMs,
            @Nullable Long cycleMs,
            long late,
            long rejected,
            long clockFaults) {}

    /** Percentiles by nearest rank, ms; null = nothing was measured. */
    public record Spread(
            @Nullable Long p50Ms,
            @Nullable Long p99Ms,
            @Nullable Long maxMs) {}

    /**
     * The whole time in one.
     *
     * @param samplingGap the median of the medians, the 99th percentile of the 99th percentiles, the longest of all
     */
    public record Whole(
            long records,
            long over,
            Spread samplingGap,
            Spread delay,
            Spread cycle,
            long late,
            long rejected,
            long clockFaults) {}

    /** Oldest first; a slot in which nothing was measured is not there. */
    public List<Slot> slots(String site, Instant from, Instant to, int stepSeconds) {
        return database.jdbc()
                .query(
                        "SELECT date_bin(make_interval(secs => ?), at, timestamptz 'epoch') AS slot, count(*),"
                                + " count(*) FILTER (WHERE verdict = 'over'), max(gap_p99), max(gap_max), max(delay), max(cycle),"
                                + " coalesce(sum(late), 0), coalesce(sum(rejected), 0), coalesce(sum(clock_faults), 0)"
                                + EACH
                                + " GROUP BY slot ORDER BY slot",
                        (row, number) -> new Slot(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getLong(2),
                                row.getLong(3),
                                longOrNull(row, 4),
                                longOrNull(row, 5),
                                longOrNull(row, 6),
                                longOrNull(row, 7),
                                row.getLong(8),
                                row.getLong(9),
                                row.getLong(10)),
                        stepSeconds,
                        site,
                        Sql.time(from),
                        Sql.time(to));
    }

    public Whole whole(String site, Instant from, Instant to) {
        return database.jdbc()
                .query(
                        "SELECT count(*), count(*) FILTER (WHERE verdict = 'over'), "
                                + spread("gap_p50", "gap_p99", "gap_max")
                                + ", " + spread("delay", "delay", "delay") + ", " + spread("cycle", "cycle", "cycle")
                                + ", coalesce(sum(late), 0), coalesce(sum(rejected), 0), coalesce(sum(clock_faults), 0)"
                                + EACH,
                        (row, number) -> new Whole(
                                row.getLong(1),
                                row.getLong(2),
                                spread(row, 3),
                                spread(row, 6),
                                spread(row, 9),
                                row.getLong(12),
                                row.getLong(13),
                                row.getLong(14)),
                        site,
                        Sql.time(from),
                        Sql.time(to))
                .get(0);
    }

    private static String spread(String p50, String p99, String max) {
        return "percentile_disc(0.5) WITHIN GROUP (ORDER BY " + p50 + "), percentile_disc(0.99) WITHIN GROUP (ORDER BY "
                + p99 + "), max(" + max + ")";
    }

    private static Spread spread(ResultSet row, int first) throws SQLException {
        return new Spread(longOrNull(row, first), longOrNull(row, first + 1), longOrNull(row, first + 2));
    }

    private static @Nullable Long longOrNull(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
