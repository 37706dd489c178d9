package io.muster.console.history;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.console.Client;
import io.muster.console.World;
import io.muster.console.users.Right;
import io.muster.console.users.Role;
import io.muster.contract.codec.Times;
import io.muster.contract.topic.TopicKind;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everybody played again and counted at a moment, over the border between files and database. */
@Timeout(180)
class PlaybackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SITE = "api-playback";
    private static final String HISTORY = "/api/v1/sites/" + SITE + "/history/";

    private static World world;
    private static Plant plant;
    /** Of the whole story: a UTC day that begins meanwhile changes nothing. */
    private static Instant now;
    /** Midnight between a day that goes to a file and one that stays. */
    private static Instant midnight;

    private static LocalDate old;
    private static Client operator;

    @BeforeAll
    static void tell() throws Exception {
        world = World.shared();
        world.user("playback-operator", Role.OPERATOR, Set.of(), SITE)
                .user("playback-viewer", Role.VIEWER, Set.of(), SITE)
                .user("playback-nameless", Role.VIEWER, Set.of(Right.HISTORY), SITE);
        operator = world.loggedIn("playback-operator");
        now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        old = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(31);
        midnight = old.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        plant = Plant.open(world.kafka().bootstrapServers(), SITE);
        plant.tell(
                TopicKind.TRACKABLES, "p1", "{'id':'p1','type':'virtual','name':'Li Wei','location_providers':['x']}");
        for (int i = -12; i < 12; i++) {
            plant.motion("p1", i + 13, midnight.plusSeconds(i * 10L + 1), i, 1);
        }
        // Somebody who is silent after a minute.
        for (int i = -12; i < -6; i++) {
            plant.motion("p2", i + 13, midnight.plusSeconds(i * 10L + 2), 7, 8);
        }
        plant.occupancy("f1", 1, midnight.minusSeconds(7_200), 4)
                .occupancy("f1", 2, midnight.minusSeconds(100), 2)
                .occupancy("f1", 3, midnight.minusSeconds(50), 3)
                .occupancy("f2", 1, midnight.minusSeconds(90), 1);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        operator.json(playback(-120, 120, 10)).path("frames").size() == 24
                                && frame(operator.json(playback(-120, 120, 10)), 23)
                                        .equals(List.of("p1 11.0 1.0"))
                                && operator.json(counts(-40)).path("zones").size() == 2
                                && operator.json(counts(-40))
                                                .path("zones")
                                                .get(0)
                                                .path("confirmed")
                                                .asInt()
                                        == 3);
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    private static String playback(int from, int to, int step) {
        return HISTORY + "playback?from=" + Times.write(midnight.plusSeconds(from)) + "&to="
                + Times.write(midnight.plusSeconds(to)) + "&step=" + step;
    }

    private static String counts(int second) {
        return HISTORY + "headcounts?at=" + Times.write(midnight.plusSeconds(second));
    }

    private static List<String> frame(JsonNode playback, int index) {
        List<String> people = new ArrayList<>();
        for (JsonNode each : playback.path("frames").get(index).path("people")) {
            people.add(each.get(0).asText() + " " + each.get(1).asDouble() + " "
                    + each.get(2).asDouble());
        }
        return people;
    }

    @Test
    void aPlaybackIsTheSameBeforeAndAfterItsFirstDayIsInAFile() throws Exception {
        JsonNode before = operator.json(playback(-120, 120, 10));
        assertEquals(List.of("p1 -12.0 1.0", "p2 7.0 8.0"), frame(before, 0));
        assertEquals(List.of("p1 -3.0 1.0", "p2 7.0 8.0"), frame(before, 9), "held for a step and half a minute");
        assertEquals(List.of("p1 -2.0 1.0"), frame(before, 10));
        assertEquals(
                Times.write(midnight),
                Times.write(Times.read(before.path("frames").get(12).path("at").asText())));
        assertEquals("Li Wei", before.path("names").path("p1").asText());
        assertFalse(before.path("incomplete").asBoolean());
        JsonNode countsBefore = operator.json(counts(-40));
        JsonNode trackBefore = operator.json(HISTORY + "people/p1/track?from=" + Times.write(midnight.minusSeconds(600))
                + "&to=" + Times.write(midnight.plusSeconds(600)));
        assertEquals(24, trackBefore.path("points").size());
        assertEquals(6, operator.json(playback(-120, 120, 40)).path("frames").size());

        archive();
        PositionFiles files = world.part(PositionFiles.class);
        assertEquals(List.of(old), files.days(SITE, old, old.plusDays(1)));
        assertEquals(before, operator.json(playback(-120, 120, 10)));
        assertEquals(countsBefore, operator.json(counts(-40)));
        assertEquals(
                trackBefore,
                operator.json(HISTORY + "people/p1/track?from=" + Times.write(midnight.minusSeconds(600)) + "&to="
                        + Times.write(midnight.plusSeconds(600))));

        Path file = files.path(SITE, old);
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        JsonNode incomplete = operator.json(playback(-120, 120, 10));
        assertTrue(incomplete.path("incomplete").asBoolean());
        assertEquals(old.toString(), incomplete.path("missing_days").path(0).asText());
        assertEquals(List.of(), frame(incomplete, 0));
        assertEquals(List.of("p1 11.0 1.0"), frame(incomplete, 23));
        assertTrue(operator.json(counts(-40)).path("incomplete").asBoolean());
        assertTrue(operator.json(HISTORY + "people/p1/track?from=" + Times.write(midnight.minusSeconds(600)) + "&to="
                        + Times.write(midnight.plusSeconds(600)))
                .path("incomplete")
                .asBoolean());
        Files.write(file, whole);
        assertEquals(before, operator.json(playback(-120, 120, 10)));
    }

    private static void archive() throws Exception {
        new PositionArchive(
                        world.part(Database.class),
                        world.part(PositionFiles.class),
                        Retentions.positions(Duration.ofDays(30), Duration.ofDays(365)))
                .run(now);
    }

    @Test
    void aMomentIsCountedByTheLastReportOfEachZone() throws Exception {
        JsonNode counts = operator.json(counts(-40));
        assertEquals(1 + 1, counts.path("people").asInt());
        assertEquals("f1", counts.path("zones").get(0).path("fence_id").asText());
        assertEquals(3, counts.path("zones").get(0).path("confirmed").asInt());
        assertEquals(
                3, counts.path("zones").get(0).path("document").path("members").size());
        assertEquals(
                2,
                operator.json(counts(-60))
                        .path("zones")
                        .get(0)
                        .path("confirmed")
                        .asInt());
        assertEquals(0, operator.json(counts(-9_000)).path("zones").size());
    }

    @Test
    void namesAreForWhomTheyAreForAndBadQuestionsAreRefused() throws Exception {
        assertEquals(
                0,
                world.loggedIn("playback-nameless")
                        .json(playback(-60, 60, 10))
                        .path("names")
                        .size());
        assertEquals(
                403,
                world.loggedIn("playback-viewer").get(playback(-60, 60, 10)).statusCode());
        for (String bad : List.of(
                playback(0, 0, 10),
                playback(0, 3_601, 10),
                playback(0, 60, 0),
                playback(0, 60, 601),
                HISTORY + "playback",
                HISTORY + "headcounts",
                HISTORY + "headcounts?at=noon")) {
            HttpResponse<String> answer = operator.get(bad);
            assertEquals(400, answer.statusCode(), bad + ": " + answer.body());
            assertTrue(answer.body().contains("\"detail\""), answer.body());
        }
    }
}
