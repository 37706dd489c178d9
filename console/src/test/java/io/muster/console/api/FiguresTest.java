package io.muster.console.api;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.console.Client;
import io.muster.console.World;
import io.muster.console.history.Plant;
import io.muster.console.live.Live;
import io.muster.console.live.LiveSite;
import io.muster.console.users.Role;
import io.muster.contract.codec.Times;
import io.muster.contract.topic.TopicKind;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A plant with alarms at known hours and measured evaluations, asked for its figures. */
@Timeout(240)
class FiguresTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String SITE = "api-figures";
    private static final String AT = "/api/v1/sites/" + SITE;
    /** In Shanghai it is 1:30 of the day after, eight hours on. */
    private static final Instant EVENING = Instant.parse("2026-11-20T17:30:00Z");

    private static Plant plant;
    private static Client operator;

    @BeforeAll
    static void tell() throws Exception {
        World world = World.shared().user("api-figures-operator", Role.OPERATOR, Set.of(), SITE);
        plant = Plant.open(world.kafka().bootstrapServers(), SITE);
        plant.alarm("a1", 1, "raised_unacknowledged", EVENING, "");
        plant.alarm("a2", 1, "acknowledged", EVENING.plusSeconds(60), acknowledged(EVENING.plusSeconds(90)));
        plant.alarm("a3", 1, "cleared", EVENING.plusSeconds(3600), acknowledged(EVENING.plusSeconds(3610)));
        plant.alarm("a4", 1, "raised_unacknowledged", EVENING.plusSeconds(7200), "");
        plant.tell(TopicKind.ALARM_STATES, "a4", null);
        for (int i = 0; i < 10; i++) {
            measured(1 + i, EVENING.plusSeconds(2L * i), i == 7 ? 6_000 : 1_000 + i, i == 7 ? "over" : "within");
        }
        plant.tell(
                TopicKind.PROVIDER_STATUS,
                "t-p1",
                "{'provider_id':'t-p1','provider_type':'uwb','battery_percent':50,'timestamp_generated':'"
                        + Times.write(EVENING) + "'}");
        operator = world.loggedIn("api-figures-operator");
        await().atMost(PATIENCE).until(() -> {
            LiveSite site = world.part(Live.class).site(SITE);
            return site != null
                    && !site.tags().isEmpty()
                    && count("&state=withdrawn") == 1
                    && operator.json(series("&step=20"))
                                    .path("whole")
                                    .path("records")
                                    .asInt()
                            == 10;
        });
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    private static String acknowledged(Instant at) {
        return ",'acknowledged':{'at':'" + Times.write(at) + "','by':'li'}";
    }

    private static void measured(long seq, Instant at, long delay, String verdict) throws Exception {
        plant.tell(
                TopicKind.COMPLIANCE,
                SITE,
                "{'site':'" + SITE + "','seq':" + seq + ",'profile':'aq3064','window_start':'"
                        + Times.write(at.minusSeconds(2)) + "','window_end':'" + Times.write(at) + "','evaluated_at':'"
                        + Times.write(at) + "','delay_ms':" + delay
                        + ",'cycle_ms':2000,'sampling_gap':{'count':9,'p50_ms':1000,'p99_ms':2000,'max_ms':"
                        + (2_000 + seq)
                        + "},'late':1,'rejected':2,'clock_faults':0,'unknown_tags':0,'limits':{'sampling_ms':5000,"
                        + "'delay_ms':5000,'cycle_ms':5000},'verdict':'" + verdict + "'}");
    }

    private static String span(Instant from, Instant to) {
        return "from=" + Times.write(from) + "&to=" + Times.write(to);
    }

    private static String series(String more) {
        return AT + "/history/compliance/series?" + span(EVENING, EVENING.plusSeconds(60)) + more;
    }

    private static String statistics(String by) {
        return AT + "/history/alarms/statistics?" + span(EVENING, EVENING.plus(1, ChronoUnit.DAYS)) + "&by=" + by;
    }

    private static long count(String more) throws Exception {
        return operator.json(AT + "/history/alarms?" + span(EVENING, EVENING.plus(1, ChronoUnit.DAYS)) + more)
                .path("total")
                .asLong();
    }

    private static List<String> groups(JsonNode statistics) {
        List<String> groups = new ArrayList<>();
        statistics
                .path("groups")
                .forEach(each -> groups.add(
                        each.path("group").asText() + "=" + each.path("count").asInt()));
        return groups;
    }

    @Test
    void hoursAndDaysAreThoseOfTheClockOnTheWall() throws Exception {
        assertEquals(List.of("17=2", "18=1", "19=1"), groups(operator.json(statistics("hour"))));
        assertEquals(
                List.of("01=2", "02=1", "03=1"),
                groups(operator.json(statistics("hour") + "&time_zone=Asia/Shanghai")));
        assertEquals(List.of("2026-11-20=4"), groups(operator.json(statistics("day"))));
        assertEquals(List.of("2026-11-21=4"), groups(operator.json(statistics("day") + "&time_zone=Asia/Shanghai")));
        for (String bad : List.of("Mars/Olympus", "%2B08:00", "SystemV/PST8", "x'%20OR%20'1'='1")) {
            HttpResponse<String> refused = operator.get(statistics("hour") + "&time_zone=" + bad);
            assertEquals(400, refused.statusCode(), bad);
            assertTrue(refused.body().contains("time_zone"), refused.body());
        }
    }

    @Test
    void aMeanSaysOfHowManyItIs() throws Exception {
        JsonNode kind = operator.json(statistics("kind")).path("groups").get(0);
        assertEquals(4, kind.path("count").asInt());
        assertEquals(2, kind.path("open").asInt(), "neither the cleared nor the withdrawn one");
        assertEquals(2, kind.path("acknowledged").asInt());
        assertEquals(20, kind.path("mean_acknowledge_seconds").asDouble(), 0.01);
    }

    @Test
    void measurementsAreTheWorstOfEachSlotAndPercentilesOfTheWhole() throws Exception {
        JsonNode answer = operator.json(series("&step=10"));
        JsonNode whole = answer.path("whole");
        assertEquals(1, whole.path("over").asInt());
        assertEquals(6_000, whole.path("delay").path("max_ms").asInt());
        assertEquals(1_004, whole.path("delay").path("p50_ms").asInt());
        assertEquals(2_010, whole.path("sampling_gap").path("max_ms").asInt());
        assertEquals(10, whole.path("late").asInt());
        assertEquals(20, whole.path("rejected").asInt());
        JsonNode slots = answer.path("slots");
        assertEquals(2, slots.size(), slots.toString());
        assertEquals("2026-11-20T17:30:10Z", slots.get(1).path("at").asText());
        assertEquals(1_004, slots.get(0).path("delay_ms").asInt());
        assertEquals(6_000, slots.get(1).path("delay_ms").asInt());
        assertEquals(1, slots.get(1).path("over").asInt());
        for (String bad : List.of("&step=0", "&step=86401", "&step=soon")) {
            assertEquals(400, operator.get(series(bad)).statusCode(), bad);
        }
        assertEquals(
                400,
                operator.get(AT + "/history/compliance/series?" + span(EVENING, EVENING.plus(8, ChronoUnit.DAYS)))
                        .statusCode());
    }

    @Test
    void aFeedIsAsOldAsTheNewestFixThatRestsOnATagOfTheVendor() throws Exception {
        plant.motion("p1", 1, Instant.now(), 5, 5);
        await().atMost(PATIENCE).until(() -> operator.json(AT + "/live/feeds")
                .get(0)
                .path("newest_fix_at")
                .isTextual());
        JsonNode feed = operator.json(AT + "/live/feeds").get(0);
        assertEquals("acme", feed.path("vendor").asText());
        assertEquals(1, feed.path("tags").asInt());
    }
}
