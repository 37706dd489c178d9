package io.muster.console.api;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.console.Client;
import io.muster.console.World;
import io.muster.console.history.Database;
import io.muster.console.history.Journal;
import io.muster.console.history.Plant;
import io.muster.console.live.Live;
import io.muster.console.users.Role;
import io.muster.contract.codec.Times;
import io.muster.contract.topic.TopicKind;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An administrator changes the plan of a site over HTTP. Each story has a site of its own. */
@Timeout(180)
class PlansTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static World world;
    private static final List<Plant> PLANTS = new ArrayList<>();
    private static Client admin;

    @BeforeAll
    static void users() throws Exception {
        world = World.shared();
        world.user("plan-admin", Role.ADMINISTRATOR, Set.of(), "api-plans", "api-limits", "api-back", "api-two")
                .user("plan-operator", Role.OPERATOR, Set.of(), "*")
                .user("plan-elsewhere", Role.ADMINISTRATOR, Set.of(), "api-other");
        admin = world.loggedIn("plan-admin");
    }

    @AfterAll
    static void close() {
        PLANTS.forEach(Plant::close);
    }

    private static Plant open(String site) throws Exception {
        Plant plant = Plant.open(world.kafka().bootstrapServers(), site);
        PLANTS.add(plant);
        await().atMost(PATIENCE).until(() -> world.part(Live.class).site(site) != null);
        return plant;
    }

    private static String at(String site) {
        return "/api/v1/sites/" + site;
    }

    /** @param more of the muster object of the reactor */
    private static String plan(String version, int width, String more) {
        return "{'type':'FeatureCollection','name':'North works',\n'muster':{'version':'" + version
                + "','crs':'local','approver':'Wang Fang'},\n'features':[\n"
                + "{'type':'Feature','id':'reactor','properties':{'name':'Reactor','floor':0,\n'muster':{'role':'hazard',\n'hazards':['toxic']"
                + more + "}},\n'geometry':{'type':'Polygon','coordinates':[[[0,0],[" + width + ",0],[" + width
                + ",40],[0,40],[0,0]]]}}\n]}";
    }

    @Test
    void aPlanIsAppliedShownAndChangedByWhoKnowsTheNewest() throws Exception {
        Plant plant = open("api-plans");
        String at = at("api-plans");
        JsonNode none = admin.json(at + "/plans");
        assertTrue(none.path("newest").isMissingNode());
        assertEquals(0, none.path("versions").size());

        HttpResponse<String> first = admin.post(at + "/plans", plan("1", 50, ""));
        assertEquals(201, first.statusCode(), first.body());
        assertEquals("\"1\"", first.headers().firstValue("etag").orElse(""));
        JsonNode written = Client.tree(first);
        assertEquals(
                "added", written.path("diff").path("fences").get(0).path("kind").asText());
        JsonNode record =
                new ObjectMapper().readTree(plant.last(TopicKind.PLANS).value());
        assertEquals("1", plant.last(TopicKind.PLANS).key());
        assertEquals("plan-admin", record.path("muster").path("author").asText(), "the user, whoever the file names");
        assertEquals("api-plans", record.path("muster").path("site").asText());

        long end = plant.end(TopicKind.PLANS);
        HttpResponse<String> again = admin.post(at + "/plans?base_version=1", plan("1", 50, ""));
        assertEquals(200, again.statusCode(), again.body());
        assertEquals("false", Client.tree(again).path("written").asText());
        for (String stale : List.of("", "?base_version=0")) {
            HttpResponse<String> refused = admin.post(at + "/plans" + stale, plan("2", 60, ""));
            assertEquals(409, refused.statusCode(), stale + refused.body());
            assertTrue(Client.tree(refused).path("detail").asText().startsWith("base_version: "), refused.body());
        }
        HttpResponse<String> other = admin.post(at + "/plans?base_version=1", plan("1", 60, ""));
        assertEquals(409, other.statusCode(), other.body());
        assertTrue(other.body().contains("muster.version: '1' was applied at"), other.body());
        assertEquals(end, plant.end(TopicKind.PLANS), "nothing was written");

        String ahead = Times.write(Instant.now().plusSeconds(3600));
        HttpResponse<String> second =
                admin.post(at + "/plans?base_version=1&valid_from=" + ahead, plan("2", 60, ",'limit':2"));
        assertEquals(201, second.statusCode(), second.body());
        JsonNode versions = admin.json(at + "/plans");
        assertEquals("2", versions.path("newest").asText());
        assertEquals("1", versions.path("in_force").asText());
        assertEquals("coming", versions.path("versions").get(0).path("state").asText());
        assertEquals(
                ahead,
                Times.write(Times.read(
                        versions.path("versions").get(0).path("in_force_from").asText())));
        assertEquals("in_force", versions.path("versions").get(1).path("state").asText());
        assertEquals(
                "Wang Fang", versions.path("versions").get(1).path("approver").asText());

        JsonNode diff =
                admin.json(at + "/plans/diff?from=1&to=2").path("fences").get(0);
        assertEquals("changed", diff.path("kind").asText());
        assertTrue(diff.path("moved").asBoolean());
        assertEquals(50, diff.path("before").get(0).get(0).get(1).get(0).asInt());
        assertEquals(60, diff.path("after").get(0).get(0).get(1).get(0).asInt());
        assertEquals(
                "[{\"name\":\"legal_basis\",\"before\":\"PF-4b\"},{\"name\":\"limit\",\"before\":3,\"after\":2}]",
                diff.path("properties").toString());
        JsonNode drawn =
                Client.tree(admin.post(at + "/plans/diff", plan("x", 50, "").replace("reactor", "tank")));
        assertEquals(
                "[\"added\",\"removed\"]",
                List.of(
                                "\"" + drawn.path("fences").get(0).path("kind").asText() + "\"",
                                "\"" + drawn.path("fences").get(1).path("kind").asText() + "\"")
                        .toString()
                        .replace(" ", ""));
        assertEquals(404, admin.get(at + "/plans/7").statusCode());
        assertEquals(404, admin.get(at + "/plans/diff?to=7").statusCode());
        assertTrue(admin.get(at + "/plans/2").body().contains("\"limit\":2"));

        // The job knows the rules, and refuses the version.
        plant.reject(TopicKind.PLANS, plant.end(TopicKind.PLANS) - 1, "2", "{}", "muster.rules.watch.x: no such rule");
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode refused = admin.json(at + "/plans").path("versions").get(0);
            assertEquals("refused", refused.path("state").asText());
            assertEquals(
                    "muster.rules.watch.x: no such rule", refused.path("fault").asText());
        });
        assertEquals("1", admin.json(at + "/plans").path("newest").asText());
        assertAudited("plan.apply", "api-plans", "\"limit\": [3, 2]");
    }

    @Test
    void everyFaultOfAPlanIsToldWithFieldAndLine() throws Exception {
        Plant plant = open("api-two");
        String at = at("api-two");
        HttpResponse<String> sound = admin.post(at + "/plans/check", plan("1", 50, ""));
        assertEquals(200, sound.statusCode(), sound.body());
        JsonNode summary = Client.tree(sound);
        assertEquals(1, summary.path("zones").asInt());
        assertEquals("hazard", summary.path("roles").get(0).path("role").asText());
        assertEquals(1, summary.path("roles").get(0).path("with_limit").asInt());

        String bad = plan("1", 50, ",\n'limit':9,\n'lmit':2").replace("'local'", "'EPSG:1'");
        for (String where : List.of("/plans/check", "/plans", "/plans/diff")) {
            HttpResponse<String> refused = admin.post(at + where, bad);
            assertEquals(400, refused.statusCode(), where + refused.body());
            assertEquals(
                    "application/problem+json",
                    refused.headers().firstValue("content-type").orElse(""));
            JsonNode errors = Client.tree(refused).path("errors");
            List<String> places = new ArrayList<>();
            errors.forEach(each -> places.add(each.path("field").asText() + " "
                    + each.path("line").asInt() + " " + each.path("id").asText("-")));
            assertEquals(
                    Set.of(
                            "muster.crs 2 -",
                            "properties.muster.lmit 8 reactor",
                            "properties.muster.legal_basis 5 reactor"),
                    Set.copyOf(places),
                    refused.body());
        }
        HttpResponse<String> torn = admin.post(at + "/plans/check", "{'type':\n'Feat");
        assertEquals(400, torn.statusCode());
        assertEquals(2, Client.tree(torn).path("errors").get(0).path("line").asInt(), torn.body());
        assertEquals(400, admin.post(at + "/plans/check", "").statusCode());
        assertEquals(
                400,
                admin.post(at + "/plans?valid_from=soon", plan("1", 50, "")).statusCode());
        assertEquals(0, plant.end(TopicKind.PLANS), "nothing was written");
    }

    @Test
    void aLimitIsChangedAsANewVersionWithJustThat() throws Exception {
        Plant plant = open("api-limits");
        String at = at("api-limits");
        assertEquals(201, admin.post(at + "/plans", plan("1", 50, "")).statusCode());
        long end = plant.end(TopicKind.PLANS);
        String limits = at + "/fences/reactor/limits";
        for (String[] each : new String[][] {
            {"{'limit':9}", "properties.muster.legal_basis"},
            {"{'limit':-1}", "properties.muster.limit"},
            {"{'overstay_ms':'long'}", "properties.muster.overstay_ms"},
            {"{'role':'rest'}", "role: expected one of absence_ms, legal_basis, limit"},
            {"{}", "give one of"},
            {"[]", "object"},
            {"", "body"},
        }) {
            HttpResponse<String> refused = admin.put(limits + "?base_version=1", each[0]);
            assertEquals(400, refused.statusCode(), each[0] + refused.body());
            assertTrue(Client.tree(refused).path("detail").asText().contains(each[1]), refused.body());
        }
        assertEquals(
                404,
                admin.put(at + "/fences/none/limits?base_version=1", "{'limit':2}")
                        .statusCode());
        assertEquals(409, admin.put(limits, "{'limit':2}").statusCode());
        assertEquals(end, plant.end(TopicKind.PLANS), "nothing was written");

        HttpResponse<String> changed =
                admin.put(limits + "?base_version=1", "{'limit':9,'legal_basis':'permit 7','overstay_ms':60000}");
        assertEquals(201, changed.statusCode(), changed.body());
        JsonNode answer = Client.tree(changed);
        assertEquals(1, answer.path("diff").path("fences").size());
        assertEquals(0, answer.path("diff").path("properties").size());
        String version = answer.path("version").asText();
        JsonNode zones = admin.json(at + "/live/plan");
        assertEquals(version, zones.path("version").asText(), "in force at once");
        assertEquals(9, zones.path("zones").get(0).path("limit").asInt());
        JsonNode listed = admin.json(at + "/plans").path("versions").get(0);
        assertTrue(listed.path("approver").isMissingNode(), "nobody approved this one");
        assertEquals("limits of reactor", listed.path("comment").asText());
        // Of two administrators who look at the same version, one is told.
        assertEquals(409, admin.put(limits + "?base_version=1", "{'limit':2}").statusCode());
        HttpResponse<String> back = admin.put(limits + "?base_version=" + version, "{'limit':null,'legal_basis':null}");
        assertEquals(201, back.statusCode(), back.body());
        assertEquals(
                3,
                admin.json(at + "/live/plan").path("zones").get(0).path("limit").asInt(),
                "taken away: what follows from the hazard");
        assertAudited("plan.limits", "api-limits", "\"limit\": [3, 9]");
    }

    @Test
    void anOlderVersionIsRestoredAsANewOne() throws Exception {
        Plant plant = open("api-back");
        String at = at("api-back");
        assertEquals(201, admin.post(at + "/plans", plan("1", 50, "")).statusCode());
        assertEquals(
                201, admin.post(at + "/plans?base_version=1", plan("2", 80, "")).statusCode());
        long end = plant.end(TopicKind.PLANS);
        assertEquals(404, admin.post(at + "/plans/7/reapply?base_version=2", "").statusCode());
        assertEquals(409, admin.post(at + "/plans/1/reapply?base_version=1", "").statusCode());
        assertEquals(409, admin.post(at + "/plans/2/reapply?base_version=2", "").statusCode());
        assertEquals(end, plant.end(TopicKind.PLANS), "nothing was written");

        HttpResponse<String> restored = admin.post(at + "/plans/1/reapply?base_version=2", "");
        assertEquals(201, restored.statusCode(), restored.body());
        JsonNode newest = admin.json(at + "/plans").path("versions").get(0);
        assertEquals("restores version 1", newest.path("comment").asText());
        assertEquals("in_force", newest.path("state").asText());
        String version = newest.path("version").asText();
        assertEquals(version, Client.tree(restored).path("version").asText());
        assertEquals(
                0,
                admin.json(at + "/plans/diff?from=1&to=" + version)
                        .path("fences")
                        .size());
        assertAudited("plan.reapply", "api-back", "\"restores\": \"1\"");
    }

    @Test
    void onlyAdministratorsOfTheSite() throws Exception {
        String[] paths = {"/plans", "/plans/1", "/plans/diff?to=1"};
        Client operator = world.loggedIn("plan-operator");
        Client elsewhere = world.loggedIn("plan-elsewhere");
        for (String path : paths) {
            assertEquals(401, world.client().get(at("api-plans") + path).statusCode(), path);
            assertEquals(403, operator.get(at("api-plans") + path).statusCode(), path);
            HttpResponse<String> foreign = elsewhere.get(at("api-plans") + path);
            assertEquals(404, foreign.statusCode(), path);
            assertEquals(elsewhere.get(at("api-none") + path).body().replace("api-none", "api-plans"), foreign.body());
        }
        for (String path : List.of("/plans", "/plans/check", "/plans/diff", "/plans/1/reapply")) {
            assertEquals(
                    403,
                    operator.post(at("api-plans") + path, plan("9", 50, "")).statusCode(),
                    path);
            assertEquals(
                    404,
                    elsewhere.post(at("api-plans") + path, plan("9", 50, "")).statusCode(),
                    path);
        }
        assertEquals(
                403,
                operator.put(at("api-plans") + "/fences/reactor/limits", "{'limit':1}")
                        .statusCode());
        assertEquals(
                404,
                elsewhere
                        .put(at("api-plans") + "/fences/reactor/limits", "{'limit':1}")
                        .statusCode());
    }

    private static void assertAudited(String act, String site, String detail) {
        Journal journal = world.part(Journal.class);
        await().atMost(PATIENCE).until(() -> journal.waiting() == 0);
        List<String> acts = world.part(Database.class)
                .jdbc()
                .queryForList(
                        "SELECT who || ' ' || detail::text FROM audit_log WHERE act = ? AND site = ?",
                        String.class,
                        act,
                        site);
        assertTrue(
                acts.stream().anyMatch(each -> each.startsWith("plan-admin ") && each.contains(detail)),
                acts::toString);
    }
}
