package io.muster.console.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The folder of {@link PositionFile}s and the register of what is in it: {@code DIR/SITE/positions-YYYY-MM-DD.csv.gz}. */
public final class PositionFiles {
    private static final Pattern NAME = Pattern.compile("positions-(\\d{4}-\\d{2}-\\d{2})\\.csv\\.gz");

    private final JdbcTemplate db;
    private final @Nullable Path dir;

    /** @param dir made with the first file; null = there are none and never will be */
    public PositionFiles(Database database, @Nullable Path dir) {
        this.db = database.jdbc();
        this.dir = dir;
    }

    /** @param source the partition that it was written from, by its number in the database */
    record Entry(String site, LocalDate day, long rows, long bytes, String sha256, long source, long sourceRows) {}

    Path path(String site, LocalDate day) {
        if (dir == null) {
            throw new IllegalStateException("there is no folder for files of positions");
        }
        return dir.resolve(site).resolve("positions-" + day + ".csv.gz");
    }

    /** Days of a site that are in a file; both ends are inclusive. */
    List<LocalDate> days(String site, LocalDate from, LocalDate to) {
        return db.queryForList(
                "SELECT day FROM position_files WHERE site = ? AND day BETWEEN ? AND ? ORDER BY day",
                LocalDate.class,
                site,
                from,
                to);
    }

    @Nullable
    Entry entry(String site, LocalDate day) {
        List<Entry> found = db.query(
                "SELECT rows, bytes, sha256, source, source_rows FROM position_files WHERE site = ? AND day = ?",
                (row, number) -> new Entry(
                        site, day, row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4), row.getLong(5)),
                site,
                day);
        return found.isEmpty() ? null : found.get(0);
    }

    void enter(Entry entry) {
        db.update(
                "INSERT INTO position_files (site, day, rows, bytes, sha256, written_at, source, source_rows)"
                        + " VALUES (?, ?, ?, ?, ?, now(), ?, ?) ON CONFLICT (site, day) DO UPDATE SET rows = excluded.rows,"
                        + " bytes = excluded.bytes, sha256 = excluded.sha256, written_at = excluded.written_at,"
                        + " source = excluded.source, source_rows = excluded.source_rows",
                entry.site(),
                entry.day(),
                entry.rows(),
                entry.bytes(),
                entry.sha256(),
                entry.source(),
                entry.sourceRows());
    }

    /** @throws IOException where the file is not there or not as it was written */
    void read(String site, LocalDate day, long from, long to, @Nullable String person, Consumer<Position> into)
            throws IOException {
        PositionFile.open(path(site, day), day).read(from, to, person, into);
    }

    /** Forgets the days before this one. */
    void forgetBefore(LocalDate first) throws IOException {
        db.update("DELETE FROM position_files WHERE day < ?", first);
        for (Path each : files()) {
            Matcher name = NAME.matcher(each.getFileName().toString());
            if (name.matches() && LocalDate.parse(name.group(1)).isBefore(first)) {
                Files.deleteIfExists(each);
            }
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        if (dir != null && Files.isDirectory(dir)) {
            try (Stream<Path> sites = Files.list(dir)) {
                for (Path site : sites.filter(Files::isDirectory).toList()) {
                    try (Stream<Path> each = Files.list(site)) {
                        files.addAll(each.toList());
                    }
                }
            }
        }
        return files;
    }
}
