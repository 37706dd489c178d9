package io.muster.console.measure;

import io.muster.console.history.Database;
import io.muster.console.history.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/** Fills the embedded database of a folder with days of a plant, the newest first, for as long as the disk has room; goes on where an earlier run ended. */
final class Fill {
    /** Left to others. */
    private static final long ROOM_BYTES = 25L << 30;

    private static final int SLOTS = 8_640;
    private static final int SLOT_SECONDS = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Path dir;
    private final int people;
    private final int days;
    private final long seed;
    private final Consumer<String> progress;

    Fill(Path dir, int people, int days, long seed, Consumer<String> progress) {
        this.dir = dir;
        this.people = people;
        this.days = days;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * @param first day that is there
     * @param days that are there, today among them
     */
    record Filled(LocalDate first, int days, long positions, long bytes) {}

    Filled run(Instant now) throws SQLException, IOException {
        Path data = dir.resolve("postgres");
        forFilling(data);
        try (EmbeddedDatabase server = EmbeddedDatabase.start(data, 0);
                Connection connection = DriverManager.getConnection(server.url());
                Statement sql = connection.createStatement()) {
            try (Database database = new Database(server.url(), null, null)) {
                database.migrate();
            }
            // Made for this measurement alone: whoever filled it last may not be who asks now.
            sql.execute("TRUNCATE users");
            sql.execute("SET maintenance_work_mem = '256MB'");
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            persons(connection);
            int filled = 0;
            while (filled < days) {
                LocalDate day = today.minusDays(filled);
                if (!there(sql, day)) {
                    if (Files.getFileStore(dir).getUsableSpace() < ROOM_BYTES) {
                        progress.accept("the disk has no more room: " + filled + " of " + days + " days");
                        break;
                    }
                    day(connection, day, now);
                }
                filled++;
            }
            progress.accept("statistics of the tables");
            sql.execute("VACUUM ANALYZE");
            Filled result = new Filled(
                    today.minusDays(filled - 1L),
                    filled,
                    number(sql, "SELECT sum(reltuples)::bigint FROM pg_class WHERE relname ~ '^positions_[0-9]{8}$'"),
                    number(sql, "SELECT pg_database_size(current_database())"));
            sql.execute("ALTER SYSTEM RESET ALL");
            return result;
        }
    }

    /** Without a log of what can be filled again. Taken back at the end: what is measured is what we ship. */
    private static void forFilling(Path data) throws SQLException, IOException {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(data, 0);
                Connection connection = DriverManager.getConnection(server.url());
                Statement sql = connection.createStatement()) {
            sql.execute("ALTER SYSTEM SET wal_level = 'minimal'");
            sql.execute("ALTER SYSTEM SET max_wal_senders = 0");
            sql.execute("ALTER SYSTEM SET max_wal_size = '4GB'");
            sql.execute("ALTER SYSTEM SET synchronous_commit = 'off'");
        }
    }

    private static boolean there(Statement sql, LocalDate day) throws SQLException {
        return number(
                        sql,
                        "SELECT count(*) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE c.relname = 'positions_"
                                + DAY.format(day) + "' AND c.reltuples > 0")
                > 0;
    }

    private static long number(Statement sql, String question) throws SQLException {
        try (var rows = sql.executeQuery(question)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private void persons(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO persons (person_no, site, trackable_id) OVERRIDING SYSTEM VALUE VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (int i = 0; i < people; i++) {
                insert.setInt(1, i + 1);
                insert.setString(2, MeasuredSite.ID);
                insert.setString(3, MeasuredSite.person(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (Statement sql = connection.createStatement()) {
            sql.execute("SELECT setval(pg_get_serial_sequence('persons', 'person_no'), " + (people + 1_000) + ")");
        }
    }

    private void day(Connection connection, LocalDate day, Instant now) throws SQLException, IOException {
        long started = System.nanoTime();
        DayTables tables = new DayTables(connection, day);
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        int slots = (int)
                Math.max(1, Math.min(SLOTS, Duration.between(midnight, now).toSeconds() / SLOT_SECONDS));
        connection.setAutoCommit(false);
        long rows = 0;
        tables.fresh("positions");
        Walkers walkers = new Walkers(people, seed + day.toEpochDay());
        try (Copy copy = new Copy(connection, tables.name("positions"), "slot, at, person_no, x, y, floor, accuracy")) {
            for (int slot = 0; slot < slots; slot++) {
                long millis = midnight.toEpochMilli() + slot * (SLOT_SECONDS * 1_000L);
                for (int person = 0; person < people; person++) {
                    walkers.walk(person, SLOT_SECONDS);
                    copy.row(7)
                            .time(millis)
                            .time(millis + person * 37L % 1_000)
                            .whole(person + 1)
                            .real((float) walkers.x(person))
                            .real((float) walkers.y(person))
                            .real(0)
                            .real(0.5f);
                    rows++;
                }
            }
        }
        tables.attach("positions");
        new FillEvents(connection, tables, people, seed).fill(midnight, slots * SLOT_SECONDS);
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement sql = connection.createStatement()) {
            sql.execute("ANALYZE " + tables.name("positions"));
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        progress.accept(String.format(
                "%s: %,d positions and the day's alarms, gatherings, head counts in %.1f s (%,.0f positions/s)",
                day, rows, seconds, rows / seconds));
    }
}
