package io.muster.console.api;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.console.Client;
import io.muster.console.World;
import io.muster.console.history.Plant;
import io.muster.console.live.Live;
import io.muster.console.users.Role;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Times;
import io.muster.contract.topic.TopicKind;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An operator asks for more than one alarm, and is told what became of it. The alarm desk is played by the test. */
@Timeout(180)
class CommandsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SITE = "api-orders";
    private static final String AT = "/api/v1/sites/" + SITE;
    private static final String AHEAD = "2099-01-01T00:00:00.000Z";

    private static World world;
    private static Plant plant;
    private static Client operator;
    private static Instant now;

    @BeforeAll
    static void tell() throws Exception {
        world = World.shared();
        now = Instant.now();
        world.user("orders-operator", Role.OPERATOR, Set.of(), SITE)
                .user("orders-viewer", Role.VIEWER, Set.of(), SITE)
                .user("orders-elsewhere", Role.OPERATOR, Set.of(), "api-other");
        operator = world.loggedIn("orders-operator");
        plant = Plant.open(world.kafka().bootstrapServers(), SITE);
        plant.tell(
                TopicKind.PLANS,
                "v1",
                "{'type':'FeatureCollection','muster':{'version':'v1','crs':'local'},'features':[{'type':'Feature','id':'reactor',"
                        + "'properties':{},'geometry':{'type':'Polygon','coordinates':[[[0,0],[50,0],[50,40],[0,40],[0,0]]]}}]}");
        plant.tell(TopicKind.TRACKABLES, "p1", "{'id':'p1','type':'virtual','name':'Li Wei'}");
        plant.alarm("o-1", 1, "raised_unacknowledged", now, "");
        plant.alarm("o-2", 1, "raised_unacknowledged", now, "");
        await().atMost(PATIENCE).until(() -> {
            var site = world.part(Live.class).site(SITE);
            return site != null
                    && site.openAlarms().size() == 2
                    && site.registered("p1") != null
                    && site.plan(Instant.now()) != null;
        });
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    private static String ask(String command) throws Exception {
        HttpResponse<String> answer = operator.post(AT + "/commands", command);
        assertEquals(202, answer.statusCode(), answer.body());
        return Client.tree(answer).path("command_id").asText();
    }

    private static JsonNode answer(String id, String state) throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            // The job is alive, and time goes on.
            plant.tick(TopicKind.ALARM_COMMANDS);
            JsonNode answer = operator.json(AT + "/commands/" + id);
            assertEquals(state, answer.path("state").asText(), answer::toString);
        });
        return operator.json(AT + "/commands/" + id);
    }

    @Test
    void aSilenceStandsUntilItIsTakenBack() throws Exception {
        String id = ask("{'command':'silence','target':{'type':'fence','id':'reactor'},'reason':'hot work','until':'"
                + AHEAD + "','kinds':['over_capacity']}");
        JsonNode record = Json.readTree(
                String.valueOf(plant.last(TopicKind.ALARM_COMMANDS).value()).getBytes(StandardCharsets.UTF_8));
        assertEquals("orders-operator", record.path("by").asText());
        assertEquals(
                Ids.fenceId(SITE, "reactor"), record.path("target").path("id").asText());
        // Without a tick: one that is long enough after the command is the word of the job.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        "waiting",
                        operator.json(AT + "/commands/" + id).path("state").asText(),
                        "no word of the job yet"));
        answer(id, "accepted");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        id,
                        operator.json(AT + "/standing")
                                .path("silences")
                                .path(0)
                                .path("command_id")
                                .asText()));
        JsonNode standing = operator.json(AT + "/standing").path("silences").get(0);
        assertEquals("hot work", standing.path("reason").asText());
        assertEquals("[\"over_capacity\"]", standing.path("kinds").toString());

        ask("{'command':'unsilence','target':{'type':'fence','id':'reactor'}}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        0, operator.json(AT + "/standing").path("silences").size()));
    }

    @Test
    void whatTheDeskRefusesIsToldWithItsReasonAndDoesNotStand() throws Exception {
        String id = ask("{'command':'remove_from_service','target':{'type':'provider','id':'t-9'},'reason':'repair'}");
        String original = String.valueOf(plant.last(TopicKind.ALARM_COMMANDS).value());
        plant.reject(
                TopicKind.ALARM_COMMANDS,
                plant.end(TopicKind.ALARM_COMMANDS) - 1,
                "t-9",
                original,
                "remove_from_service: there are 1000 already");
        JsonNode refused = answer(id, "refused");
        assertEquals(
                "remove_from_service: there are 1000 already",
                refused.path("detail").asText());
        String other =
                ask("{'command':'remove_from_service','target':{'type':'vendor','id':'acme'},'reason':'repair'}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertTrue(operator.json(AT + "/standing")
                        .path("out_of_service")
                        .toString()
                        .contains(other)));
        assertEquals(1, operator.json(AT + "/standing").path("out_of_service").size());
    }

    @Test
    void anAnswerIsTheAlarmThatChanged() throws Exception {
        String id = ask("{'command':'acknowledge','target':{'type':'fence','id':'reactor'}}");
        // The alarms of the test are of another fence than the plan has: only a word about the fence is an answer.
        String one = ask(
                "{'command':'shelve','target':{'type':'alarm','id':'o-1'},'reason':'repair','until':'" + AHEAD + "'}");
        assertEquals("waiting", answer(one, "waiting").path("state").asText(), "an alarm has to change");
        plant.alarm(
                "o-1",
                2,
                "shelved",
                now,
                ",'shelved_until':'" + AHEAD + "','set_aside':{'at':'" + Times.write(now)
                        + "','by':'orders-operator','reason':'repair','until':'" + AHEAD + "'}");
        assertEquals("[\"o-1\"]", answer(one, "accepted").path("alarm_ids").toString());
        assertEquals("waiting", answer(id, "waiting").path("state").asText());
        JsonNode shelved = operator.json(AT + "/standing").path("shelved").get(0);
        assertEquals("o-1", shelved.path("alarm_id").asText());
        assertEquals("orders-operator", shelved.path("by").asText());
    }

    @Test
    void aGatheringIsApprovedAndAPersonReleased() throws Exception {
        String approved =
                ask("{'command':'approve','target':{'type':'fence','id':'reactor'},'reason':'briefing','until':'"
                        + AHEAD + "','max_count':40}");
        String released =
                ask("{'command':'release','target':{'type':'trackable','id':'p1'},'reason':'seen at the gate'}");
        answer(approved, "accepted");
        answer(released, "accepted");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        40,
                        operator.json(AT + "/standing")
                                .path("approvals")
                                .path(0)
                                .path("max_count")
                                .asInt()));
    }

    @Test
    void whatCannotBeMeantIsRefusedWithItsFieldAndNothingIsSent() throws Exception {
        long end = plant.end(TopicKind.ALARM_COMMANDS);
        String fence = "'target':{'type':'fence','id':'reactor'}";
        for (String[] each : new String[][] {
            {"{" + fence + "}", "command must be given"},
            {"{'command':'explode'," + fence + "}", "command must be one of"},
            {"{'command':'silence','reason':'r','until':'" + AHEAD + "'}", "target.type must be given"},
            {"{'command':'silence','target':{'type':'moon','id':'x'}}", "target.type must be one of"},
            {"{'command':'silence','target':{'type':'fence'}}", "target.id must be given"},
            {"{'command':'silence','target':{'type':'fence','id':'none'}}", "target.id: the plan in force has no fence"
            },
            {"{'command':'release','target':{'type':'trackable','id':'p77'},'reason':'r'}", "target.id: nobody is known"
            },
            {"{'command':'release'," + fence + ",'reason':'r'}", "target.type must be trackable"},
            {"{'command':'clear','target':{'type':'alarm','id':'none'},'reason':'r'}", "target.id: no alarm"},
            {"{'command':'silence'," + fence + ",'until':'" + AHEAD + "'}", "reason must be given"},
            {"{'command':'silence'," + fence + ",'reason':'r'}", "until must be given"},
            {"{'command':'silence'," + fence + ",'reason':'r','until':'2020-01-01T00:00:00Z'}", "until must be ahead"},
            {"{'command':'silence'," + fence + ",'reason':'r','until':'noon'}", "until must be an ISO"},
            {
                "{'command':'silence'," + fence + ",'reason':'r','until':'" + AHEAD + "','kinds':['moon']}",
                "kinds: expected any of"
            },
            {
                "{'command':'approve'," + fence + ",'reason':'r','until':'" + AHEAD + "','max_count':0}",
                "max_count must be 1"
            },
        }) {
            HttpResponse<String> refused = operator.post(AT + "/commands", each[0]);
            assertEquals(400, refused.statusCode(), each[0] + refused.body());
            assertTrue(Client.tree(refused).path("detail").asText().startsWith(each[1]), refused.body());
            assertEquals(
                    "application/problem+json",
                    refused.headers().firstValue("content-type").orElse(""));
        }
        HttpResponse<String> notOne = operator.post(
                AT + "/alarms/o-2/commands", "{'command':'approve','reason':'r','until':'" + AHEAD + "'}");
        assertEquals(400, notOne.statusCode());
        assertTrue(notOne.body().contains("only a gathering can be approved"), notOne.body());
        Client viewer = world.loggedIn("orders-viewer");
        Client elsewhere = world.loggedIn("orders-elsewhere");
        String sound = "{'command':'unsilence','target':{'type':'site'}}";
        assertEquals(403, viewer.post(AT + "/commands", sound).statusCode());
        assertEquals(403, viewer.get(AT + "/standing").statusCode());
        assertEquals(404, elsewhere.post(AT + "/commands", sound).statusCode());
        assertEquals(404, elsewhere.get(AT + "/standing").statusCode());
        assertEquals(404, elsewhere.get(AT + "/commands/x").statusCode());
        assertEquals(404, operator.get(AT + "/commands/x").statusCode());
        assertEquals(end, plant.end(TopicKind.ALARM_COMMANDS), "nothing was sent");
    }
}
