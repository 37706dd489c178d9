package io.muster.console.history;

import io.muster.console.config.Retention;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes days of positions that the database keeps no longer into files, and forgets what is kept no longer there. A day's partition is dropped only when a
 * file of each of its sites was written, read back and registered with as many rows as the partition has then. Whatever is killed in between, the next round
 * goes on; rows that come later than their day went into its file are added to it.
 */
final class PositionArchive {
    private static final Logger LOG = LoggerFactory.getLogger(PositionArchive.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final long HOUR_MILLIS = 3_600_000L;
    /** Waited for the moment in which nobody reads the table; given up until the next round after it. */
    private static final String PATIENCE = "SET LOCAL lock_timeout = '10s'";

    private final Database database;
    private final JdbcTemplate db;
    private final PositionFiles files;
    private final Retention retention;
    private final Consumer<String> steps;

    PositionArchive(Database database, PositionFiles files, Retention retention) {
        this(database, files, retention, step -> {});
    }

    /** @param steps told what was just done, so that tests can end it there */
    PositionArchive(Database database, PositionFiles files, Retention retention, Consumer<String> steps) {
        this.database = database;
        this.db = database.jdbc();
        this.files = files;
        this.retention = retention;
        this.steps = steps;
    }

    /** One round over all days. */
    void run(Instant now) throws IOException {
        LocalDate firstInDatabase =
                Partitions.dayOf(now).minusDays(retention.positions().toDays());
        LocalDate firstInFiles =
                Partitions.dayOf(now).minusDays(retention.positionFiles().toDays());
        for (LocalDate day : days()) {
            if (day.isBefore(firstInDatabase)) {
                if (!day.isBefore(firstInFiles)) {
                    toFiles(day);
                }
                drop(day, !day.isBefore(firstInFiles));
            }
        }
        files.forgetBefore(firstInFiles);
    }

    private List<LocalDate> days() {
        return db
                .queryForList(
                        "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
                                + " WHERE i.inhparent = 'positions'::regclass ORDER BY c.relname",
                        String.class)
                .stream()
                .map(each -> LocalDate.parse(each.substring("positions_".length()), DAY))
                .toList();
    }

    private static String partition(LocalDate day) {
        return "positions_" + DAY.format(day);
    }

    private void toFiles(LocalDate day) throws IOException {
        long source = source(day);
        for (Map.Entry<String, Long> each : rows(day).entrySet()) {
            PositionFiles.Entry known = files.entry(each.getKey(), day);
            if (known == null || known.source() != source || known.sourceRows() != each.getValue()) {
                write(each.getKey(), day, source);
            }
        }
    }

    private long source(LocalDate day) {
        Long oid = db.queryForObject("SELECT ?::regclass::oid::bigint", Long.class, partition(day));
        return oid == null ? 0 : oid;
    }

    /** By site. */
    private Map<String, Long> rows(LocalDate day) {
        Map<String, Long> rows = new TreeMap<>();
        db.query(
                "SELECT site, sum(n)::bigint FROM (SELECT person_no, count(*) AS n FROM " + partition(day)
                        + " GROUP BY person_no) each JOIN persons USING (person_no) GROUP BY site",
                row -> {
                    rows.put(row.getString(1), row.getLong(2));
                });
        return rows;
    }

    private void write(String site, LocalDate day, long source) throws IOException {
        Path path = files.path(site, day);
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(path + " is in no folder");
        }
        Files.createDirectories(folder);
        Path temporary = folder.resolve(path.getFileName() + ".part");
        Files.deleteIfExists(temporary);
        // What came before is read whole first: a file that cannot be read is left as it is, and the partition with it.
        PositionFile before = Files.exists(path) ? PositionFile.open(path, day) : null;
        long taken = 0;
        try (PositionFileWriter writer = new PositionFileWriter(temporary, day)) {
            for (int hour = 0; hour < 24; hour++) {
                List<Position> positions = new ArrayList<>();
                long from = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + hour * HOUR_MILLIS;
                taken += read(site, day, from, positions);
                writer.hour(hour, before == null ? positions : together(before, from, positions));
            }
            writer.finish();
            steps.accept("written");
            verify(temporary, day, writer);
            steps.accept("verified");
            move(temporary, path);
            steps.accept("renamed");
            files.enter(new PositionFiles.Entry(
                    site, day, writer.rows(), writer.bytes(), writer.sha256Hex(), source, taken));
            steps.accept("registered");
            LOG.info(
                    "positions of {} on {} are in {}: {} rows, {} bytes",
                    site,
                    day,
                    path,
                    writer.rows(),
                    writer.bytes());
        }
    }

    /** Returns how many it has read. */
    private long read(String site, LocalDate day, long from, List<Position> into) {
        List<Position> rows = Positions.query(
                db,
                "SELECT trackable_id, slot, at, x, y, floor, accuracy FROM " + partition(day)
                        + " JOIN persons USING (person_no) WHERE site = ? AND slot >= ? AND slot < ?",
                site,
                Sql.time(Instant.ofEpochMilli(from)),
                Sql.time(Instant.ofEpochMilli(from + HOUR_MILLIS)));
        into.addAll(rows);
        into.sort(Position.BY_TIME);
        return rows.size();
    }

    /** What the file has wins, as the first position of an interval always does. */
    private static List<Position> together(PositionFile before, long from, List<Position> now) throws IOException {
        Map<String, Position> all = new HashMap<>();
        now.forEach(each -> all.put(each.slot() + each.trackableId(), each));
        before.read(from, from + HOUR_MILLIS, null, each -> all.put(each.slot() + each.trackableId(), each));
        List<Position> sorted = new ArrayList<>(all.values());
        sorted.sort(Position.BY_TIME);
        return sorted;
    }

    /** Reads it as a question will. */
    private static void verify(Path path, LocalDate day, PositionFileWriter written) throws IOException {
        PositionFile file = PositionFile.open(path, day);
        long start = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        MessageDigest lines = PositionFileWriter.sha256();
        StringBuilder line = new StringBuilder();
        file.read(start, start + 24 * HOUR_MILLIS, null, each -> {
            line.setLength(0);
            PositionLine.write(each, PositionLine.quoted(each.trackableId()), start, line);
            lines.update(line.toString().getBytes(StandardCharsets.UTF_8));
        });
        if (file.rows() != written.rows() || !Arrays.equals(lines.digest(), written.linesDigest())) {
            throw new IOException(path + " does not hold what was written to it");
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(to + " is on a disk that cannot rename a file in one step", e);
        }
        Path folder = to.getParent();
        if (folder != null) {
            // The name is to outlive the power, too.
            try (FileChannel each = FileChannel.open(folder, StandardOpenOption.READ)) {
                each.force(true);
            }
        }
    }

    private void drop(LocalDate day, boolean kept) {
        long source = source(day);
        boolean dropped = Boolean.TRUE.equals(database.transactions().execute(transaction -> {
            db.execute(PATIENCE);
            db.execute("LOCK TABLE " + partition(day) + " IN ACCESS EXCLUSIVE MODE");
            if (kept && !allInFiles(day, source)) {
                return false;
            }
            steps.accept("locked");
            db.execute("DROP TABLE " + partition(day));
            return true;
        }));
        if (dropped) {
            steps.accept("dropped");
            LOG.info(
                    "positions of {} are no longer in the database: {} days are",
                    day,
                    retention.positions().toDays());
        }
    }

    private boolean allInFiles(LocalDate day, long source) {
        for (Map.Entry<String, Long> each : rows(day).entrySet()) {
            PositionFiles.@Nullable Entry known = files.entry(each.getKey(), day);
            if (known == null || known.source() != source || known.sourceRows() != each.getValue()) {
                LOG.info("positions of {} on {} came meanwhile: added in the next round", each.getKey(), day);
                return false;
            }
        }
        return true;
    }
}
