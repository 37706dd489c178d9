package io.muster.console.api;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.console.Client;
import io.muster.console.World;
import io.muster.console.history.Database;
import io.muster.console.history.Journal;
import io.muster.console.history.Plant;
import io.muster.console.live.Live;
import io.muster.console.live.LiveSite;
import io.muster.console.users.Role;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Times;
import io.muster.contract.topic.TopicKind;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A plant told by topics, asked for over HTTP: what is now, what was, what operators do. */
@Timeout(180)
class ApiTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SITE = "api-plant";
    private static final String AT = "/api/v1/sites/" + SITE;
    private static final String FENCE = "11111111-1111-4111-8111-111111111111";
    private static Instant now;

    private static World world;
    private static Plant plant;

    @BeforeAll
    static void tell() throws Exception {
        world = World.shared();
        now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        world.user("api-viewer", Role.VIEWER, Set.of(), SITE)
                .user("api-operator", Role.OPERATOR, Set.of(), SITE)
                .user("api-elsewhere", Role.OPERATOR, Set.of(), "api-other");
        plant = Plant.open(world.kafka().bootstrapServers(), SITE);
        plant.tell(
                TopicKind.PLANS,
                "v1",
                "{'type':'FeatureCollection','name':'North works','muster':{'version':'v1','crs':'local'},'features':["
                        + "{'type':'Feature','id':'" + FENCE + "','properties':{'name':'Reactor','floor':0,"
                        + "'muster':{'role':'hazard','hazards':['toxic'],'risk_colour':'red'}},'geometry':{'type':'Polygon',"
                        + "'coordinates':[[[0,0],[50,0],[50,40],[0,40],[0,0]]]}}]}");
        for (String[] each : new String[][] {
            {"p1", "Li Wei", "ops", "01", "fitter"}, {"p2", "Ana Souza", "maintenance", "02", "welder"}
        }) {
            plant.tell(
                    TopicKind.TRACKABLES,
                    each[0],
                    "{'id':'" + each[0] + "','type':'virtual','name':'" + each[1] + "','location_providers':['t-"
                            + each[0]
                            + "'],'properties':{'muster':{'department':'" + each[2] + "','person_type':'" + each[3]
                            + "','post':'" + each[4] + "'}}}");
        }
        for (int second = 60; second >= 0; second -= 2) {
            plant.motion("p1", 61 - second, now.minusSeconds(second), 60 - second, 5);
        }
        plant.motion("p2", 1, now, 30, 30);
        plant.occupancy(FENCE, 1, now, 2);
        plant.alarm("open-1", 1, "raised_unacknowledged", now.minusSeconds(20), "");
        plant.alarm("closed-1", 1, "raised_unacknowledged", now.minusSeconds(4000), "");
        plant.alarm(
                "closed-1",
                2,
                "cleared",
                now.minusSeconds(4000),
                ",'acknowledged':{'at':'" + Times.write(now.minusSeconds(3990)) + "','by':'li'},'cleared':{'at':'"
                        + Times.write(now.minusSeconds(3900)) + "','by':'li','reason':'=cmd()'}");
        plant.gathering("g1", 1, "gathering_start", now.minusSeconds(90), now.minusSeconds(90), "p1", "p2", "p3");
        plant.gathering("g1", 2, "gathering", now.minusSeconds(90), now.minusSeconds(80), "p1", "p2", "p3", "p4");
        plant.gathering("g1", 3, "gathering_end", now.minusSeconds(90), now.minusSeconds(30), "p1");
        plant.tell(
                TopicKind.PROVIDER_STATUS,
                "t-p1",
                "{'provider_id':'t-p1','provider_type':'uwb','battery_percent':17,'timestamp_generated':'"
                        + Times.write(now) + "'}");
        await().atMost(PATIENCE).until(() -> {
            LiveSite site = world.part(Live.class).site(SITE);
            return site != null
                    && site.person("p2") != null
                    && !site.tags().isEmpty()
                    && site.openAlarms().size() == 1
                    && stored("alarms") == 2
                    && stored("gathering_frames") == 3
                    && storedPositions() == 8;
        });
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    private static long stored(String table) {
        Long count = world.part(Database.class)
                .jdbc()
                .queryForObject("SELECT count(*) FROM " + table + " WHERE site = ?", Long.class, SITE);
        return count == null ? 0 : count;
    }

    private static long storedPositions() {
        Long count = world.part(Database.class)
                .jdbc()
                .queryForObject(
                        "SELECT count(*) FROM positions JOIN persons USING (person_no) WHERE site = ?",
                        Long.class,
                        SITE);
        return count == null ? 0 : count;
    }

    @Test
    void theSitesOfAUserAndNoOthers() throws Exception {
        assertEquals(List.of(SITE), texts(world.loggedIn("api-viewer").json("/api/v1/sites"), "id"));
        assertEquals(List.of(), texts(world.loggedIn("api-elsewhere").json("/api/v1/sites"), "id"));
        HttpResponse<String> foreign = world.loggedIn("api-elsewhere").get(AT + "/live/people");
        HttpResponse<String> none = world.loggedIn("api-elsewhere").get("/api/v1/sites/api-none/live/people");
        assertEquals(404, foreign.statusCode());
        assertEquals(none.body().replace("api-none", SITE), foreign.body(), "whether there is such a site is not told");
    }

    @Test
    void whereEverybodyIsWithNamesOnlyForWhoMay() throws Exception {
        JsonNode seen = world.loggedIn("api-operator").json(AT + "/live/people");
        assertEquals(List.of("p1", "p2"), texts(seen, "id"));
        assertEquals(List.of("Li Wei", "Ana Souza"), texts(seen, "name"));
        assertEquals(60, seen.get(0).path("x").asDouble());
        assertEquals("fitter", seen.get(0).path("post").asText());
        JsonNode nameless = world.loggedIn("api-viewer").json(AT + "/live/people");
        assertEquals(List.of("p1", "p2"), texts(nameless, "id"));
        assertEquals(List.of(), texts(nameless, "name"));
        assertEquals(
                1,
                world.loggedIn("api-operator").json(AT + "/live/people?q=souza").size());
        assertEquals(
                0,
                world.loggedIn("api-viewer").json(AT + "/live/people?q=souza").size(),
                "a search must not tell names either");
        assertEquals(
                1,
                world.loggedIn("api-viewer")
                        .json(AT + "/live/people?department=ops&floor=0")
                        .size());
    }

    @Test
    void aPersonIsToldWithTheZonesAndSinceWhen() throws Exception {
        JsonNode stays =
                world.loggedIn("api-viewer").json(AT + "/live/people/p1").path("stays");
        assertEquals(List.of(FENCE), texts(stays, "fence_id"));
        assertEquals(List.of("2026-11-28T11:00:00Z"), texts(stays, "since"));
        assertEquals(List.of("confirmed"), texts(stays, "state"));
    }

    @Test
    void headCountsByDepartmentTypeAndPost() throws Exception {
        JsonNode counts = world.loggedIn("api-viewer").json(AT + "/live/headcounts");
        assertEquals(2, counts.path("counted").asInt());
        assertEquals(
                "{\"maintenance\":1,\"ops\":1}", counts.path("by_department").toString());
        assertEquals("{\"01\":1,\"02\":1}", counts.path("by_person_type").toString());
        assertEquals("{\"fitter\":1,\"welder\":1}", counts.path("by_post").toString());
        assertEquals(3, counts.path("zones").get(0).path("limit").asInt());
    }

    @Test
    void thePlanWithRiskColours() throws Exception {
        JsonNode plan = world.loggedIn("api-viewer").json(AT + "/live/plan");
        assertEquals("North works", plan.path("name").asText());
        JsonNode zone = plan.path("zones").get(0);
        assertEquals("red", zone.path("risk_colour").asText());
        assertEquals("hazard", zone.path("role").asText());
        assertEquals(50, zone.path("polygons").get(0).get(0).get(1).get(0).asDouble());
    }

    @Test
    void devicesWithBatteryAndWhoWearsThem() throws Exception {
        JsonNode tag = null;
        for (JsonNode each : world.loggedIn("api-operator").json(AT + "/live/devices")) {
            if (each.path("person_id").asText().equals("p1")) {
                tag = each;
            }
        }
        assertNotNull(tag);
        assertEquals(17, tag.path("battery_percent").asInt());
        assertEquals("Li Wei", tag.path("person_name").asText());
        assertEquals("acme", tag.path("vendor").asText());
    }

    @Test
    void whatIsFixedIsListedWithWhatItsSystemSays() throws Exception {
        plant.tell(
                TopicKind.INFRASTRUCTURE_STATUS,
                "anchor-017",
                "{'id':'anchor-017','kind':'anchor','state':'offline','name':'Tank farm','position':{'type':'Point',"
                        + "'coordinates':[28.0,36.0]},'floor':0,'timestamp':'" + Times.write(now) + "'}");
        plant.tell(TopicKind.INFRASTRUCTURE_STATUS, "odd", "{'id':'odd','kind':'camera','state':'online'}");
        Client operator = world.loggedIn("api-operator");
        await().atMost(PATIENCE).until(() -> operator.json(AT + "/live/devices")
                .findValuesAsText("kind")
                .contains("anchor"));
        JsonNode anchor = null;
        for (JsonNode each : operator.json(AT + "/live/devices")) {
            assertTrue(!each.path("id").asText().equals("odd"), "what is no such device is passed over");
            anchor = each.path("kind").asText().equals("anchor") ? each : anchor;
        }
        assertNotNull(anchor);
        assertEquals("offline", anchor.path("state").asText());
        assertEquals("Tank farm", anchor.path("name").asText());
        assertEquals(28.0, anchor.path("x").asDouble());
    }

    @Test
    void anOperatorAcknowledgesAndTheCommandCarriesTheirName() throws Exception {
        Client operator = world.loggedIn("api-operator");
        HttpResponse<String> sent = operator.post(AT + "/alarms/open-1/commands", "{'command':'acknowledge'}");
        assertEquals(202, sent.statusCode(), sent.body());
        String id = Client.tree(sent).path("command_id").asText();
        JsonNode command = command(id);
        assertEquals("api-operator", command.path("by").asText());
        assertEquals("operator", command.path("role").asText());
        assertEquals(
                "{\"type\":\"alarm\",\"id\":\"open-1\"}", command.path("target").toString());
        Journal journal = world.part(Journal.class);
        await().atMost(PATIENCE).until(() -> journal.waiting() == 0);
        assertEquals(
                1,
                world.part(Database.class)
                        .jdbc()
                        .queryForObject(
                                "SELECT count(*) FROM audit_log WHERE act = 'alarm.acknowledge' AND who = 'api-operator'"
                                        + " AND detail->>'command_id' = ?",
                                Long.class,
                                id));
        await().atMost(PATIENCE).until(() -> stored("commands") > 0);
    }

    @Test
    void whatCannotBeAskedIsRefusedAndNothingIsSent() throws Exception {
        Client operator = world.loggedIn("api-operator");
        for (String bad : List.of(
                "{}",
                "{'command':'explode'}",
                "{'command':'release','reason':'gone'}",
                "{'command':'clear'}",
                "{'command':'shelve','reason':'maintenance'}",
                "{'command':'shelve','reason':'maintenance','until':'yesterday'}",
                "{'command':'shelve','reason':'maintenance','until':'2001-01-01T00:00:00Z'}",
                "{'command':'comment','reason':'a \\u0000 b'}",
                "{'command':'approve','reason':'works','until':'2099-01-01T00:00:00Z','max_count':0}",
                // It is about a zone that has too many people, and no gathering.
                "{'command':'approve','reason':'works','until':'2099-01-01T00:00:00Z'}",
                "{'command':")) {
            HttpResponse<String> refused = operator.post(AT + "/alarms/closed-1/commands", bad);
            HttpResponse<String> open = operator.post(AT + "/alarms/open-1/commands", bad);
            assertEquals(400, open.statusCode(), bad + " " + open.body());
            assertTrue(refused.statusCode() == 400 || refused.statusCode() == 404, bad);
            assertEquals(
                    "application/problem+json",
                    open.headers().firstValue("content-type").orElse(""),
                    bad);
        }
        assertEquals(
                404,
                operator.post(AT + "/alarms/no-such/commands", "{'command':'acknowledge'}")
                        .statusCode());
        assertEquals(
                404,
                world.loggedIn("api-elsewhere")
                        .post(AT + "/alarms/open-1/commands", "{'command':'acknowledge'}")
                        .statusCode());
        assertEquals(
                403,
                world.loggedIn("api-viewer")
                        .post(AT + "/alarms/open-1/commands", "{'command':'acknowledge'}")
                        .statusCode());
        for (JsonNode each : commands()) {
            assertEquals("acknowledge", each.path("command").asText(), "the other story's alone");
        }
    }

    @Test
    void pastAlarmsAreFoundCountedAndTabled() throws Exception {
        Client operator = world.loggedIn("api-operator");
        JsonNode all = operator.json(AT + "/history/alarms");
        assertEquals(2, all.path("total").asInt());
        assertEquals(
                "open-1",
                all.path("alarms").get(0).path("document").path("alarm_id").asText());
        assertEquals(
                1,
                operator.json(AT + "/history/alarms?state=open").path("total").asInt());
        assertEquals(
                2,
                operator.json(AT + "/history/alarms?zone=f1&person=p2&kind=over_capacity")
                        .path("total")
                        .asInt());
        assertEquals(
                0, operator.json(AT + "/history/alarms?kind=sos").path("total").asInt());
        String from = Times.write(now.minusSeconds(600));
        assertEquals(
                1,
                operator.json(AT + "/history/alarms?from=" + from).path("total").asInt());

        JsonNode byPerson =
                operator.json(AT + "/history/alarms/statistics?by=person").path("groups");
        assertEquals(Set.of("p1", "p2"), new TreeSet<>(texts(byPerson, "group")));
        assertEquals(Set.of("Li Wei", "Ana Souza"), new TreeSet<>(texts(byPerson, "name")));
        JsonNode byKind =
                operator.json(AT + "/history/alarms/statistics").path("groups").get(0);
        assertEquals("over_capacity", byKind.path("group").asText());
        assertEquals(2, byKind.path("count").asInt());
        assertEquals(1, byKind.path("open").asInt());
        assertEquals(10, byKind.path("mean_acknowledge_seconds").asDouble(), 0.01);

        HttpResponse<String> csv = operator.get(AT + "/history/alarms.csv");
        assertEquals(
                "text/csv;charset=UTF-8",
                csv.headers().firstValue("content-type").orElse(""));
        List<String> lines = csv.body().lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("\uFEFFalarm_id,kind,name_zh"), lines.get(0));
        assertTrue(lines.get(2).endsWith(",li,'=cmd()"), "no formula comes out of a reason: " + lines.get(2));
        assertTrue(lines.get(2).contains("超员"), lines.get(2));
        assertTrue(lines.get(2).contains("Li Wei"), lines.get(2));

        JsonNode story = operator.json(AT + "/history/alarms/closed-1");
        assertEquals(2, story.path("changes").size());
        assertEquals(
                "cleared",
                story.path("changes").get(1).path("document").path("state").asText());
        assertEquals(404, operator.get(AT + "/history/alarms/none").statusCode());
    }

    @Test
    void aPastGatheringIsPlayedAgainWithItsMembers() throws Exception {
        Client operator = world.loggedIn("api-operator");
        JsonNode gatherings = operator.json(AT + "/history/gatherings");
        assertEquals("g1", gatherings.get(0).path("document").path("id").asText());
        JsonNode frames = operator.json(AT + "/history/gatherings/g1/frames");
        List<Integer> members = new ArrayList<>();
        frames.forEach(each -> members.add(each.path("document").path("members").size()));
        assertEquals(List.of(3, 4, 1), members);
        assertEquals(
                11,
                frames.get(0)
                        .path("document")
                        .path("members")
                        .get(1)
                        .path("position")
                        .path("coordinates")
                        .get(0)
                        .asInt());
        assertEquals(404, operator.get(AT + "/history/gatherings/none/frames").statusCode());
    }

    @Test
    void theTrackOfAPersonAndWhoWasInAnArea() throws Exception {
        Client operator = world.loggedIn("api-operator");
        JsonNode track = operator.json(AT + "/history/people/p1/track");
        assertEquals("Li Wei", track.path("name").asText());
        int points = track.path("points").size();
        assertEquals(7, points, "60 s, both ends included, at one position in 10 s");
        double before = -1;
        for (JsonNode each : track.path("points")) {
            assertTrue(each.path("x").asDouble() > before, "oldest first");
            before = each.path("x").asDouble();
        }
        String span = "from=" + Times.write(now.minusSeconds(120)) + "&to=" + Times.write(now.plusSeconds(60));
        JsonNode area = operator.json(AT + "/history/area?" + span + "&min_x=25&min_y=25&max_x=35&max_y=35");
        assertEquals(List.of("p2"), texts(area.get("seen"), "id"));
        for (String bad : List.of(
                "/history/area?" + span + "&min_x=25&min_y=25&max_x=5&max_y=35",
                "/history/area?" + span,
                "/history/area?" + span + "&min_x=a&min_y=25&max_x=35&max_y=35",
                "/history/area?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&min_x=2&min_y=2&max_x=5&max_y=5",
                "/history/people/p1/track?from=noon",
                "/history/people/p1/track?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "/history/alarms?limit=0",
                "/history/alarms?offset=-1",
                "/history/alarms/statistics?by=moon")) {
            HttpResponse<String> refused = operator.get(AT + bad);
            assertEquals(400, refused.statusCode(), bad + " " + refused.body());
            assertEquals(
                    "application/problem+json",
                    refused.headers().firstValue("content-type").orElse(""),
                    bad);
        }
    }

    @Test
    void theApiDescribesItself() throws Exception {
        JsonNode described = world.loggedIn("api-viewer").json("/api/v1/openapi");
        assertTrue(
                described.path("openapi").asText().startsWith("3."),
                described.path("openapi").asText());
        for (String path : List.of(
                "/api/v1/sites",
                "/api/v1/sites/{site}/live/people",
                "/api/v1/sites/{site}/alarms/{id}/commands",
                "/api/v1/sites/{site}/history/alarms/statistics",
                "/api/v1/sites/{site}/history/gatherings/{id}/frames")) {
            assertTrue(described.path("paths").has(path), path);
        }
    }

    private static List<JsonNode> commands() throws Exception {
        TopicPartition topic = new TopicPartition(SITE + ".alarm-commands", 0);
        List<JsonNode> commands = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", world.kafka().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            long end = consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
            while (consumer.position(topic) < end) {
                for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(200))) {
                    commands.add(Json.readTree(each.value()));
                }
            }
        }
        return commands;
    }

    private static JsonNode command(String id) throws Exception {
        for (JsonNode each : commands()) {
            if (each.path("command_id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no command " + id);
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : list) {
            if (each.path(field).isTextual()) {
                texts.add(each.path(field).asText());
            }
        }
        return texts;
    }
}
