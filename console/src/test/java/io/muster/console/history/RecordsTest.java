package io.muster.console.history;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.console.Client;
import io.muster.console.World;
import io.muster.console.users.Right;
import io.muster.console.users.Role;
import io.muster.contract.codec.Times;
import io.muster.contract.topic.TopicKind;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What neighbours sent, which plans and people were in force, who was told what: told by topics, asked for over HTTP. */
@Timeout(180)
class RecordsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SITE = "api-records";
    private static final String HISTORY = "/api/v1/sites/" + SITE + "/history/";

    private static World world;
    private static Plant plant;
    private static Instant now;
    private static Client operator;

    @BeforeAll
    static void tell() throws Exception {
        world = World.shared();
        now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        world.user("records-operator", Role.OPERATOR, Set.of(), SITE)
                .user("records-viewer", Role.VIEWER, Set.of(), SITE)
                .user("records-nameless", Role.VIEWER, Set.of(Right.HISTORY), SITE);
        operator = world.loggedIn("records-operator");
        plant = Plant.open(world.kafka().bootstrapServers(), SITE);
        plant.tell(TopicKind.PERMITS, "w1", "{'permit_id':'w1','ticket_type':'01','ticket_status':'1','words':'new'}")
                .tell(TopicKind.PERMITS, "w2", "{'permit_id':'w2','ticket_type':'70','ticket_status':'1'}")
                .tell(TopicKind.PERMITS, "w1", "{'permit_id':'w1','ticket_type':'01','ticket_status':'2'}")
                .tick(TopicKind.PERMITS)
                .tell(TopicKind.INSPECTIONS, "i1", "{'task_id':'i1'}")
                .tell(TopicKind.EVACUATIONS, "e1", "{'evacuation_id':'e1','message':'start'}")
                .tell(TopicKind.GAS_ALARMS, "g1", "{'gas_alarm_id':'g1','state':'raised'}")
                .tell(TopicKind.GATE_PASSES, "p1", "{'pass_id':'p1','direction':'in'}")
                .tell(TopicKind.INFRASTRUCTURE_STATUS, "a1", "{'id':'a1','state':'offline'}");
        for (String version : List.of("v1", "v2")) {
            plant.tell(
                    TopicKind.PLANS,
                    version,
                    "{'type':'FeatureCollection','muster':{'version':'" + version
                            + "','crs':'local','author':'li','approver':'wang','valid_from':'2026-11-01T00:00:00.000Z'},'features':[]}");
        }
        plant.tell(TopicKind.TRACKABLES, "t1", "{'id':'t1','type':'virtual','name':'Li Wei'}")
                .tell(
                        TopicKind.TRACKABLES,
                        "t1",
                        "{'id':'t1','type':'virtual','name':'Li Wei','location_providers':['x']}")
                .tell(TopicKind.TRACKABLES, "t1", null);
        plant.notification("n1", 1, "t1", "alarm-1", now)
                .notification("n2", 1, "t2", "alarm-1", now.plusSeconds(1))
                // Told again by the next writer after a restore: the same message.
                .epoch(2)
                .notification("n2", 1, "t2", "alarm-1", now.plusSeconds(1));
        int[] most = {0, 0, 4, 2, 0, 0};
        for (int cycle = 0; cycle < most.length; cycle++) {
            plant.window("f1", cycle + 1, now.minusSeconds(60 - cycle * 5), most[cycle]);
        }
        for (int i = 0; i < 7; i++) {
            plant.rejected("invalid_json", "no JSON: '\0'", new byte[] {1, 2, 0, (byte) 0xff});
        }
        plant.rejected("unknown_crs", "crs: EPSG:0", "{}".getBytes(StandardCharsets.UTF_8));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> operator.json(HISTORY + "records?topic=infrastructure-status")
                                        .size()
                                == 1
                        && operator.json(HISTORY + "records?topic=trackables").size() == 3
                        && operator.json(HISTORY + "records?topic=permits").size() == 3
                        && operator.json(HISTORY + "notifications").size() == 2
                        && operator.json(windows()).size() == 4
                        && operator.json(HISTORY + "rejected").size() == 2);
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    private static String windows() {
        return HISTORY + "windows?fence=f1&from=" + Times.write(now.minusSeconds(60)) + "&to=" + Times.write(now);
    }

    @Test
    void everyChangeOfEveryNeighbourIsThereAsItWasSent() throws Exception {
        JsonNode permits = operator.json(HISTORY + "records?topic=permits");
        assertEquals(List.of("w1", "w2", "w1"), texts(permits, "id"));
        assertEquals("new", permits.get(2).path("document").path("words").asText());
        assertEquals(
                List.of("2", "1"),
                texts(operator.json(HISTORY + "records?topic=permits&id=w1"), "document", "ticket_status"));
        for (String topic : List.of("inspections", "evacuations", "gas-alarms", "gate-passes")) {
            assertEquals(1, operator.json(HISTORY + "records?topic=" + topic).size(), topic);
        }
        assertEquals(
                0,
                operator.json(HISTORY + "records?topic=permits&from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z")
                        .size());
    }

    @Test
    void whoChangedThePlanAndWhichTagsSomebodyHadIsKnownByVersion() throws Exception {
        JsonNode plans = operator.json(HISTORY + "records?topic=plans");
        assertEquals(List.of("v2", "v1"), texts(plans, "id"));
        assertEquals(
                "li wang",
                plans.get(0).path("author").asText() + " "
                        + plans.get(0).path("approver").asText());
        assertEquals("2026-11-01T00:00:00Z", plans.get(0).path("valid_from").asText());
        JsonNode person = operator.json(HISTORY + "records?topic=trackables&id=t1");
        assertTrue(person.get(0).path("document").isMissingNode(), "taken away");
        assertEquals(
                "x",
                person.get(1)
                        .path("document")
                        .path("location_providers")
                        .path(0)
                        .asText());
        assertEquals("Li Wei", person.get(1).path("document").path("name").asText());
        JsonNode nameless = world.loggedIn("records-nameless").json(HISTORY + "records?topic=trackables&id=t1");
        assertEquals("t1", nameless.get(1).path("document").path("id").asText());
        assertTrue(nameless.get(1).path("document").path("name").isMissingNode(), nameless.toString());
    }

    @Test
    void whoWasToldWhatIsThereOnce() throws Exception {
        assertEquals(List.of("n2", "n1"), texts(operator.json(HISTORY + "notifications"), "id"));
        assertEquals(List.of("n1"), texts(operator.json(HISTORY + "notifications?person=t1"), "id"));
        assertEquals(2, operator.json(HISTORY + "notifications?alarm=alarm-1").size());
        assertEquals(0, operator.json(HISTORY + "notifications?alarm=alarm-2").size());
    }

    @Test
    void windowsTellOfEachCycleAndOfEmptyOnesTheFirst() throws Exception {
        assertEquals(List.of("0", "4", "2", "0"), texts(operator.json(windows()), "max"));
        JsonNode over = operator.json(windows()).get(1);
        assertEquals("over", over.path("verdict").asText());
        assertEquals(10, over.path("person_seconds").asDouble());
        assertEquals(3, over.path("limit").asInt());
    }

    @Test
    void rejectsAreCountedOnceHoweverOftenTheyAreRead() throws Exception {
        List<String> expected = List.of("invalid_json 7 no JSON: '?'", "unknown_crs 1 crs: EPSG:0");
        assertEquals(expected, rejected());
        Database database = world.part(Database.class);
        String topic = SITE + ".rejected-updates.acme";
        try (Ingest again = Ingest.start(
                new IngestOptions(
                        world.kafka().bootstrapServers(),
                        Map.of(),
                        Pattern.compile(SITE),
                        Retentions.forEver(),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(200),
                        Duration.ofMillis(200)),
                setBack(database, topic))) {
            await().atMost(PATIENCE).until(() -> again.stored() >= 8);
        }
        assertEquals(expected, rejected());
    }

    /** As after a database that was set back. */
    private static Database setBack(Database database, String topic) {
        database.jdbc().update("DELETE FROM ingest_offsets WHERE topic = ?", topic);
        return database;
    }

    private static List<String> rejected() throws Exception {
        List<String> lines = new ArrayList<>();
        for (JsonNode each : operator.json(HISTORY + "rejected?vendor=acme")) {
            lines.add(each.path("reason").asText() + " " + each.path("count").asText() + " "
                    + each.path("last_detail").asText());
        }
        return lines;
    }

    @Test
    void whatCannotBeAskedIsRefused() throws Exception {
        for (String bad : List.of(
                "records",
                "records?topic=alarms",
                "records?topic=permits&from=yesterday",
                "records?topic=permits&limit=0",
                "windows",
                "windows?fence=f1&from=2026-01-01T00:00:00Z&to=2026-01-03T00:00:00Z")) {
            HttpResponse<String> answer = operator.get(HISTORY + bad);
            assertEquals(400, answer.statusCode(), bad + ": " + answer.body());
            assertTrue(answer.body().contains("\"detail\""), answer.body());
        }
        Client viewer = world.loggedIn("records-viewer");
        assertEquals(403, viewer.get(HISTORY + "records?topic=permits").statusCode());
        assertEquals(403, viewer.get(HISTORY + "rejected").statusCode());
    }

    private static List<String> texts(JsonNode list, String... path) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list) {
            JsonNode node = each;
            for (String name : path) {
                node = node.path(name);
            }
            texts.add(node.asText());
        }
        return texts;
    }
}
