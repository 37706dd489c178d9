package io.muster.console.history;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.broker.testing.TestKafka;
import io.muster.console.config.Retention;
import io.muster.contract.topic.TopicKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Topics to tables, on a real Kafka and a real PostgreSQL that is stopped in the middle. */
@Timeout(180)
class IngestTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Retention YEARS = Retentions.forEver();

    private static Path data;
    private static TestKafka kafka;
    private static EmbeddedDatabase server;

    @BeforeAll
    static void open(@TempDir Path dir) throws Exception {
        data = dir.resolve("data");
        kafka = TestKafka.shared();
        server = EmbeddedDatabase.start(data, 0);
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
    }

    @Test
    void everyRecordIsStoredOnceThroughReReadingAndThroughAnOutageOfTheDatabase() throws Exception {
        try (Plant plant = Plant.open(kafka.bootstrapServers(), "history-story");
                Database database = new Database(server.url(), null, null)) {
            tellAShift(plant);
            Map<String, Long> before;
            try (Ingest ingest = Ingest.start(options(plant.site(), YEARS), database)) {
                caughtUp(plant, database);
                before = counts(database);
                assertEquals(
                        new TreeMap<>(Map.of(
                                "alarms", 2L,
                                "alarm_changes", 4L,
                                "gatherings", 1L,
                                "gathering_frames", 3L,
                                "positions", 3L,
                                "persons", 1L,
                                "fence_events", 1L,
                                "occupancy", 2L,
                                "compliance", 1L,
                                "commands", 1L)),
                        before);
                assertTrue(ingest.stored() > 20, () -> ingest.stored() + " records");
            }

            // As after a database that was set back: everything is read again, and nothing is there twice.
            database.jdbc().update("DELETE FROM ingest_offsets");
            try (Ingest ingest = Ingest.start(options(plant.site(), YEARS), database)) {
                caughtUp(plant, database);
                assertEquals(before, counts(database));

                int port = server.port();
                server.close();
                plant.alarm("c", 1, "raised_unacknowledged", NOON.plusSeconds(300), "");
                plant.motion("p1", 99, NOON.plusSeconds(300), 7, 7);
                await().atMost(PATIENCE).until(() -> ingest.trouble() != null);
                plant.alarm("d", 1, "raised_unacknowledged", NOON.plusSeconds(301), "");
                server = EmbeddedDatabase.start(data, port);
                caughtUp(plant, database);
                await().atMost(PATIENCE).until(() -> ingest.trouble() == null);
            }
            Map<String, Long> grown = new TreeMap<>(before);
            grown.merge("alarms", 2L, Long::sum);
            grown.merge("alarm_changes", 2L, Long::sum);
            grown.merge("positions", 1L, Long::sum);
            assertEquals(grown, counts(database));
        }
    }

    /** Two alarms (one acknowledged and cleared), a gathering in three reports, somebody who walks for 25 s, and one record of each other kind. */
    private static void tellAShift(Plant plant) throws Exception {
        plant.alarm("a", 1, "raised_unacknowledged", NOON, ",'new_field':{'kept':true}");
        plant.alarm("a", 2, "acknowledged", NOON, ",'acknowledged':{'at':'2026-11-28T12:00:09.000Z','by':'li'}");
        plant.alarm("a", 3, "cleared", NOON, ",'cleared':{'at':'2026-11-28T12:01:00.000Z','by':'system'}");
        plant.alarm("b", 1, "raised_unacknowledged", NOON, "");
        plant.gathering("g", 1, "gathering_start", NOON, NOON, "p1", "p2", "p3");
        plant.gathering("g", 2, "gathering", NOON, NOON.plusSeconds(2), "p1", "p2", "p3", "p4");
        plant.gathering("g", 3, "gathering_end", NOON, NOON.plusSeconds(90), "p1");
        for (int second = 0; second < 25; second++) {
            plant.motion("p1", second + 1, NOON.plusSeconds(second), second, 5);
        }
        plant.occupancy("f1", 1, NOON, 2);
        plant.occupancy("f1", 2, NOON.plusSeconds(5), 2);
        plant.occupancy("f1", 3, NOON.plusSeconds(10), 4);
        plant.tell(
                TopicKind.FENCE_EVENTS,
                "p1",
                "{'id':'e1','fence_id':'f1','event_type':'region_entry','trackable_id':'p1','entry_time':'2026-11-28T12:00:01.000Z'}");
        plant.tell(
                TopicKind.COMPLIANCE,
                plant.site(),
                "{'site':'" + plant.site()
                        + "','seq':1,'profile':'aq3064','evaluated_at':'2026-11-28T12:00:02.000Z','verdict':{'sampling':true}}");
        plant.tell(
                TopicKind.ALARM_COMMANDS,
                "a",
                "{'command_id':'c1','command':'acknowledge','target':{'type':'alarm','id':'a'},'by':'li'}");
        plant.tick(TopicKind.ALARM_COMMANDS);
    }

    @Test
    void whatIsStoredIsWhatWasToldAndTheNewestWins() throws Exception {
        try (Plant plant = Plant.open(kafka.bootstrapServers(), "history-newest");
                Database database = new Database(server.url(), null, null);
                Ingest ingest = Ingest.start(options(plant.site(), YEARS), database)) {
            plant.epoch(5).alarm("n1", 2, "acknowledged", NOON, ",'comments':[{'text':'on my way'}]");
            plant.epoch(4).alarm("n1", 9, "cleared", NOON, "");
            plant.epoch(5).alarm("n2", 1, "raised_unacknowledged", NOON, "");
            plant.tell(TopicKind.ALARM_STATES, "n2", null);
            plant.alarm("n3", 1, "raised_unacknowledged", NOON, "");
            plant.tell(TopicKind.ALARM_STATES, "n3", null);
            plant.epoch(6).alarm("n3", 2, "raised_unacknowledged", NOON, "");
            plant.alarm("n4", 1, "cleared", NOON, "");
            plant.tell(TopicKind.ALARM_STATES, "n4", null);
            caughtUp(plant, database);
            assertEquals(null, ingest.trouble());
            assertEquals(
                    List.of(
                            "n1 5/2 acknowledged",
                            "n2 5/1 raised_unacknowledged withdrawn",
                            "n3 6/2 raised_unacknowledged",
                            "n4 6/1 cleared"),
                    database.jdbc()
                            .queryForList(
                                    "SELECT alarm_id || ' ' || writer_epoch || '/' || seq || ' ' || state ||"
                                            + " CASE WHEN withdrawn_at IS NULL THEN '' ELSE ' withdrawn' END"
                                            + " FROM alarms WHERE site = ? ORDER BY alarm_id",
                                    String.class,
                                    plant.site()));
            assertEquals(
                    "on my way",
                    database.jdbc()
                            .queryForObject(
                                    "SELECT document->'comments'->0->>'text' FROM alarms WHERE alarm_id = 'n1'",
                                    String.class),
                    "a field that this version has no column for");
        }
    }

    @Test
    void anyOrderAndAnyRepetitionComeToTheSameRows() throws Exception {
        List<String> expected = List.of();
        for (int seed = 1; seed <= 4; seed++) {
            String site = "history-shuffle" + seed;
            try (Plant plant = Plant.open(kafka.bootstrapServers(), site);
                    Database database = new Database(server.url(), null, null)) {
                List<Telling> records = tellings(plant, site);
                List<Telling> told = new ArrayList<>(records);
                Random random = new Random(seed);
                if (seed > 1) {
                    for (int i = 0; i < 20; i++) {
                        told.add(records.get(random.nextInt(records.size())));
                    }
                    Collections.shuffle(told, random);
                }
                for (Telling each : told) {
                    each.tell();
                }
                try (Ingest ingest = Ingest.start(options(site, YEARS), database)) {
                    caughtUp(plant, database);
                    assertEquals(null, ingest.trouble());
                }
                List<String> rows = rowsOf(database, site);
                if (seed == 1) {
                    assertEquals(16, rows.size(), () -> String.join("\n", rows));
                    expected = rows;
                }
                assertEquals(expected, rows, "seed " + seed);
            }
        }
    }

    private interface Telling {
        void tell() throws Exception;
    }

    /** A shift in the order of the job, by two writers. Ids begin with the site, since they are those of the whole world. */
    private static List<Telling> tellings(Plant plant, String site) {
        String a = site + "a";
        String b = site + "b";
        String g = site + "g";
        return List.of(
                () -> plant.epoch(1).alarm(a, 1, "raised_unacknowledged", NOON, ""),
                () -> plant.epoch(1).alarm(a, 2, "acknowledged", NOON, ""),
                () -> plant.epoch(2).alarm(a, 2, "acknowledged", NOON, ""),
                () -> plant.epoch(2).alarm(a, 3, "cleared", NOON, ""),
                () -> plant.epoch(1).alarm(b, 1, "raised_unacknowledged", NOON, ""),
                () -> plant.epoch(2).tell(TopicKind.ALARM_STATES, b, null),
                () -> plant.epoch(1).gathering(g, 1, "gathering_start", NOON, NOON, "p1", "p2", "p3"),
                () -> plant.epoch(1).gathering(g, 2, "gathering", NOON, NOON.plusSeconds(2), "p1", "p2", "p3", "p4"),
                () -> plant.epoch(2).gathering(g, 3, "gathering_end", NOON, NOON.plusSeconds(90), "p1"),
                () -> plant.epoch(1).notification(site + "n1", 1, "p1", a, NOON),
                () -> plant.epoch(2).notification(site + "n1", 1, "p1", a, NOON),
                () -> plant.epoch(1).notification(site + "n2", 2, "p1", b, NOON),
                () -> plant.tell(
                        TopicKind.FENCE_EVENTS,
                        "p1",
                        "{'id':'" + site
                                + "e','fence_id':'f1','event_type':'region_entry','trackable_id':'p1','entry_time':'2026-11-28T12:00:01.000Z'}"),
                () -> plant.epoch(1).motion("p1", 1, NOON.plusSeconds(1), 1, 1),
                () -> plant.epoch(1).motion("p1", 1, NOON.plusSeconds(11), 2, 1));
    }

    private static List<String> rowsOf(Database database, String site) {
        List<String> rows = new ArrayList<>();
        for (String sql : List.of(
                "SELECT 'alarm ' || alarm_id || ' ' || writer_epoch || '/' || seq || ' ' || state || ' ' || (withdrawn_at IS NULL) FROM alarms",
                "SELECT 'change ' || alarm_id || ' ' || writer_epoch || '/' || seq || ' ' || state FROM alarm_changes",
                "SELECT 'gathering ' || gathering_id || ' ' || writer_epoch || '/' || seq || ' ' || gathering_type FROM gatherings",
                "SELECT 'frame ' || gathering_id || ' ' || writer_epoch || '/' || seq || ' ' || at FROM gathering_frames",
                "SELECT 'notification ' || notification_id FROM notifications",
                "SELECT 'event ' || event_id FROM fence_events",
                "SELECT 'position ' || trackable_id || ' ' || at || ' ' || x FROM positions JOIN persons USING (person_no)")) {
            rows.addAll(database.jdbc()
                    .queryForList("SELECT * FROM (" + sql + " WHERE site = ?) each ORDER BY 1", String.class, site));
        }
        return rows.stream().map(each -> each.replace(site, "")).toList();
    }

    @Test
    void whatCannotBeStoredStandsInNobodysWay() throws Exception {
        try (Plant plant = Plant.open(kafka.bootstrapServers(), "history-bad");
                Database database = new Database(server.url(), null, null);
                Ingest ingest = Ingest.start(options(plant.site(), YEARS), database)) {
            plant.tell(TopicKind.ALARMS, "r1", "{'alarm_id':");
            plant.tell(TopicKind.ALARMS, "r2", "{'alarm_id':'r2'}");
            plant.alarm("r3", 1, "raised_unacknowledged", NOON, ",'note':'a \\u0000 that no database takes'");
            plant.alarm("r4", 1, "raised_unacknowledged", NOON, "");
            caughtUp(plant, database);
            assertEquals(null, ingest.trouble());
            assertEquals(
                    List.of("r4"),
                    database.jdbc()
                            .queryForList("SELECT alarm_id FROM alarms WHERE site = ?", String.class, plant.site()));
            List<String> rejects = database.jdbc()
                    .queryForList(
                            "SELECT topic || ' ' || record_offset || ' ' || (reason <> '') FROM ingest_rejects"
                                    + " WHERE topic LIKE 'history-bad.%' ORDER BY 1",
                            String.class);
            assertEquals(
                    List.of(
                            "history-bad.alarm-states 0 true",
                            "history-bad.alarms 0 true",
                            "history-bad.alarms 1 true",
                            "history-bad.alarms 2 true"),
                    rejects);
        }
    }

    @Test
    void daysAreForgottenWholeAndOnlyWhenTheirTimeIsOver() throws Exception {
        try (Database database = new Database(server.url(), null, null)) {
            database.migrate();
            Retention month = Retentions.fenceEvents(days(30));
            Partitions partitions = new Partitions(database.jdbc(), month);
            Instant today = Instant.parse("2030-03-31T10:00:00Z");
            for (int back : new int[] {0, 29, 30, 31, 400}) {
                partitions.ensure(Tables.FENCE_EVENTS, Partitions.dayOf(today.minus(days(back))));
            }
            partitions.maintain(today);
            assertEquals(
                    List.of(
                            "fence_events_20300301",
                            "fence_events_20300302",
                            "fence_events_20300331",
                            "fence_events_20300401"),
                    partitions.partitionsOf(Tables.FENCE_EVENTS).stream()
                            .filter(each -> each.startsWith("fence_events_203"))
                            .toList());
        }
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private static IngestOptions options(String site, Retention retention) {
        return new IngestOptions(
                kafka.bootstrapServers(),
                Map.of(),
                Pattern.compile(site),
                retention,
                Duration.ofSeconds(10),
                Duration.ofMillis(200),
                Duration.ofMillis(200));
    }

    /** Until everything that is in the topics now is stored. */
    private static void caughtUp(Plant plant, Database database) throws Exception {
        Map<TopicPartition, Long> ends = plant.ends();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                List<Long> next = database.jdbc()
                        .queryForList(
                                "SELECT next_offset FROM ingest_offsets WHERE topic = ?",
                                Long.class,
                                end.getKey().topic());
                if (end.getValue() > 0 && (next.isEmpty() || next.get(0) < end.getValue())) {
                    return false;
                }
            }
            return true;
        });
    }

    private static Map<String, Long> counts(Database database) {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : List.of(
                "alarms",
                "alarm_changes",
                "gatherings",
                "gathering_frames",
                "fence_events",
                "occupancy",
                "compliance",
                "commands",
                "persons")) {
            counts.put(table, count(database, "SELECT count(*) FROM " + table + " WHERE site = 'history-story'"));
        }
        counts.put(
                "positions",
                count(
                        database,
                        "SELECT count(*) FROM positions JOIN persons USING (person_no) WHERE site = 'history-story'"));
        return counts;
    }

    private static long count(Database database, String sql) {
        Long count = database.jdbc().queryForObject(sql, Long.class);
        assertNotNull(count);
        return count;
    }
}
