package io.muster.console.history;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.broker.testing.TestKafka;
import io.muster.console.config.Retention;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Days of positions that go to files, on a real PostgreSQL: nothing is lost on the way, and who asks does not see where it is. */
@Timeout(180)
class PositionArchiveTest {
    private static final LocalDate OLD = LocalDate.of(2026, 5, 1);
    private static final LocalDate NEXT = OLD.plusDays(1);
    /** Of the two days the first is 31 days old. */
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    private static final Retention MONTH = Retentions.positions(Duration.ofDays(30), Duration.ofDays(365));
    private static final String AWKWARD = "a \"quoted\", one";

    private static EmbeddedDatabase server;
    private static Database database;

    private Path dir = Path.of("");
    private String site = "";

    @BeforeAll
    static void open() throws Exception {
        server = EmbeddedDatabase.start(null, 0);
        database = new Database(server.url(), null, null);
        database.migrate();
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
        server.close();
    }

    @BeforeEach
    void twoDaysOfThree(TestInfo test, @TempDir Path folder) {
        dir = folder;
        // A register of its own for each test, on tables that they share one after the other.
        database.jdbc().update("DELETE FROM position_files");
        for (String each : partitions()) {
            database.jdbc().execute("DROP TABLE " + each);
        }
        site = "s" + Integer.toHexString(test.getDisplayName().hashCode() & 0xffff);
        Random random = new Random(7);
        for (LocalDate day : List.of(OLD, NEXT)) {
            for (String person : List.of("p1", "p2", AWKWARD)) {
                store(site, person, day, random, 500, person.equals("p2") ? null : 3.5f);
            }
        }
        store(site + "b", "p1", OLD, random, 20, null);
    }

    private PositionFiles files() {
        return new PositionFiles(database, dir);
    }

    private Positions positions() {
        return new Positions(database, files());
    }

    /** A walk with a position each 10 s, over midnight where it is long enough. */
    private static void store(
            String site, String person, LocalDate day, Random random, int count, @Nullable Float floor) {
        Partitions partitions = new Partitions(database.jdbc(), MONTH);
        Rows rows = new Rows();
        rows.addNewest(Statements.PERSON, person, 0, 0, site, person);
        long start = day.atTime(22, 40).toInstant(ZoneOffset.UTC).toEpochMilli();
        for (int i = 0; i < count; i++) {
            Instant slot = Instant.ofEpochMilli(start + i * 10_000L);
            rows.add(
                    Statements.POSITION,
                    Tables.POSITIONS,
                    slot,
                    Sql.time(slot),
                    Sql.time(slot.plusMillis(random.nextInt(10_000))),
                    Math.round(random.nextDouble() * 800_000) / 1000.0,
                    -Math.round(random.nextDouble() * 600_000) / 1000.0,
                    floor,
                    i % 7 == 0 ? null : 0.5,
                    site,
                    person);
        }
        rows.days().forEach((table, days) -> days.forEach(each -> partitions.ensure(table, each)));
        rows.write(database.jdbc());
    }

    private static List<String> partitions() {
        return new Partitions(database.jdbc(), MONTH).partitionsOf(Tables.POSITIONS);
    }

    private void run(String until) throws IOException {
        new PositionArchive(database, files(), MONTH, step -> {
                    if (step.equals(until)) {
                        throw new IllegalStateException("killed when it had " + step);
                    }
                })
                .run(NOW);
    }

    /** Every question, over the border of the day. */
    private List<Positions.Answer> answers() {
        Instant from = OLD.atTime(22, 59, 55).toInstant(ZoneOffset.UTC);
        Instant to = NEXT.atTime(23, 1).toInstant(ZoneOffset.UTC);
        Positions.Box box = new Positions.Box(100, -500, 700, -50);
        return List.of(
                positions().track(site, "p1", from, to, 10_000),
                positions().track(site, "p2", from, from.plusSeconds(600), 10_000),
                positions().track(site, AWKWARD, from.minusSeconds(3_600), to, 10_000),
                positions().track(site, "p1", from, to, 50),
                positions().during(site, from, to, null, 10_000),
                positions().during(site, from, from.plusSeconds(1_800), box, 10_000),
                positions().during(site, from, from.plusSeconds(1_800), null, 100),
                positions().during(site + "b", from.minusSeconds(3_600), to, null, 10_000));
    }

    @Test
    void whoAsksDoesNotSeeWhereADayIs() throws Exception {
        List<Positions.Answer> before = answers();
        assertTrue(before.get(0).positions().size() > 400, before::toString);
        assertTrue(before.get(3).truncated());
        assertFalse(before.get(7).positions().isEmpty());
        run("never");
        assertEquals(List.of("positions_20260502", "positions_20260503"), partitions());
        assertEquals(before, answers());
        Path file = dir.resolve(site).resolve("positions-2026-05-01.csv.gz");
        PositionFiles.Entry entry = files().entry(site, OLD);
        assertNotNull(entry);
        assertEquals(Files.size(file), entry.bytes());
        assertEquals(entry.sha256(), sha256(file));
        assertEquals(3 * 480, entry.rows());
        // And without us: any gzip prints it as a table.
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> table =
                    lines.lines().filter(each -> !each.startsWith("#")).toList();
            assertEquals("id,slot_ms,after_ms,x,y,floor,accuracy", table.get(0));
            assertEquals(1 + 3 * 480, table.size());
            assertTrue(table.get(1).startsWith("\"a \"\"quoted\"\", one\",81600000,"), table.get(1));
        }
        assertTrue(entry.bytes() < 40_000, () -> entry.bytes() + " bytes");
    }

    @Test
    void whereverItIsKilledNothingIsLostAndNothingIsThereTwice() throws Exception {
        for (String step : List.of("written", "verified", "renamed", "registered", "locked", "dropped")) {
            twoDaysAgain();
            List<Positions.Answer> before = answers();
            IllegalStateException killed = assertThrows(IllegalStateException.class, () -> run(step));
            assertTrue(String.valueOf(killed.getMessage()).contains(step));
            assertEquals(before, answers(), step);
            run("never");
            assertEquals(before, answers(), step);
            assertEquals(List.of("positions_20260502", "positions_20260503"), partitions(), step);
            try (var left = Files.list(dir.resolve(site))) {
                assertEquals(
                        List.of("positions-2026-05-01.csv.gz"),
                        left.map(each -> each.getFileName().toString()).toList(),
                        step);
            }
        }
    }

    private void twoDaysAgain() throws IOException {
        database.jdbc().update("DELETE FROM position_files");
        for (String each : List.of(site, site + "b")) {
            Files.deleteIfExists(dir.resolve(each).resolve("positions-2026-05-01.csv.gz"));
        }
        for (String each : partitions()) {
            database.jdbc().execute("DROP TABLE " + each);
        }
        for (String person : List.of("p1", "p2", AWKWARD)) {
            store(site, person, OLD, new Random(person.hashCode()), 500, 0f);
            store(site, person, NEXT, new Random(person.hashCode()), 500, 0f);
        }
        store(site + "b", "p1", OLD, new Random(3), 20, null);
    }

    @Test
    void whatComesLaterThanItsFileIsAddedToIt() throws Exception {
        List<Positions.Answer> before = answers();
        run("never");
        store(site, "late", OLD, new Random(9), 30, 1f);
        // What is known already stays as it was: the first position of an interval counts.
        store(site, "p1", OLD, new Random(10), 5, 1f);
        assertEquals(before.get(0), answers().get(0));
        run("never");
        assertEquals(before.get(0), answers().get(0));
        Instant start = OLD.atTime(22, 40).toInstant(ZoneOffset.UTC);
        assertEquals(
                30,
                positions()
                        .track(site, "late", start, start.plusSeconds(3_600), 100)
                        .positions()
                        .size());
        PositionFiles.Entry entry = files().entry(site, OLD);
        assertNotNull(entry);
        assertEquals(3 * 480 + 30, entry.rows());
        assertFalse(partitions().contains("positions_20260501"));
    }

    @Test
    void aDayWhoseFileIsBrokenOrGoneIsNamedAndTheOthersAreAnswered() throws Exception {
        run("never");
        Path file = dir.resolve(site).resolve("positions-2026-05-01.csv.gz");
        byte[] whole = Files.readAllBytes(file);
        Instant from = OLD.atTime(22, 0).toInstant(ZoneOffset.UTC);
        Instant to = NEXT.atTime(23, 0).toInstant(ZoneOffset.UTC);
        int all = positions().during(site, from, to, null, 10_000).positions().size();
        assertEquals(3 * (480 + 20 + 120), all);

        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 0x10;
        for (byte[] broken : new byte[][] {changed, Arrays.copyOf(whole, whole.length - 9), new byte[0]}) {
            Files.write(file, broken);
            Positions.Answer answer = positions().during(site, from, to, null, 10_000);
            assertEquals(List.of(OLD), answer.missing());
            assertTrue(answer.positions().size() >= 3 * 140, answer::toString);
        }
        // What is broken is not written over, and what should be added to it waits in the database.
        store(site, "late", OLD, new Random(9), 30, 1f);
        assertThrows(IOException.class, () -> run("never"));
        assertTrue(partitions().contains("positions_20260501"));

        Files.delete(file);
        assertEquals(
                List.of(OLD), positions().track(site, "p1", from, to, 10_000).missing());
        Files.write(file, whole);
        assertEquals(List.of(), positions().track(site, "p1", from, to, 10_000).missing());
        run("never");
        assertEquals(
                all + 30,
                positions().during(site, from, to, null, 10_000).positions().size());
    }

    @Test
    void filesAreForgottenToo() throws Exception {
        run("never");
        Path file = dir.resolve(site).resolve("positions-2026-05-01.csv.gz");
        assertTrue(Files.exists(file));
        new PositionArchive(database, files(), MONTH).run(NOW.plus(Duration.ofDays(334)));
        assertTrue(Files.exists(file), "on its last day");
        new PositionArchive(database, files(), MONTH).run(NOW.plus(Duration.ofDays(335)));
        assertFalse(Files.exists(file));
        assertEquals(List.of(), files().days(site, OLD, OLD));
        // What is older than both goes into no file.
        store(site, "p1", OLD, new Random(9), 30, 1f);
        new PositionArchive(database, files(), MONTH).run(NOW.plus(Duration.ofDays(335)));
        assertFalse(Files.exists(file));
        assertFalse(partitions().contains("positions_20260501"));
    }

    @Test
    void whatIsToldOfADayThatHasJustGoneToItsFileIsStored() throws Exception {
        TestKafka kafka = TestKafka.shared();
        Instant at = OLD.atTime(12, 0).toInstant(ZoneOffset.UTC);
        try (Plant plant = Plant.open(kafka.bootstrapServers(), "history-late");
                Ingest ingest = Ingest.start(
                        new IngestOptions(
                                kafka.bootstrapServers(),
                                Map.of(),
                                Pattern.compile(plant.site()),
                                MONTH,
                                Duration.ofSeconds(10),
                                Duration.ofMillis(200),
                                Duration.ofMillis(100)),
                        database)) {
            plant.motion("p1", 1, at, 1, 1);
            await().atMost(Duration.ofSeconds(60)).until(() -> found(at).equals(List.of(1f)));
            run("never");
            plant.motion("p1", 2, at.plusSeconds(20), 2, 1);
            await().atMost(Duration.ofSeconds(60)).until(() -> found(at).equals(List.of(1f, 2f)));
            await().atMost(Duration.ofSeconds(60)).until(() -> ingest.trouble() == null);
            run("never");
            assertEquals(List.of(1f, 2f), found(at));
            assertEquals(
                    0L,
                    database.jdbc()
                            .queryForObject(
                                    "SELECT count(*) FROM ingest_rejects WHERE topic LIKE 'history-late.%'",
                                    Long.class));
        }
    }

    private List<Float> found(Instant at) {
        List<Float> found = new ArrayList<>();
        positions()
                .track("history-late", "p1", at, at.plusSeconds(60), 10)
                .positions()
                .forEach(each -> found.add(each.x()));
        return found;
    }

    private static String sha256(Path file) throws IOException {
        return HexFormat.of().formatHex(PositionFileWriter.sha256().digest(Files.readAllBytes(file)));
    }
}
