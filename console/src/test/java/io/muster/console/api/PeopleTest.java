package io.muster.console.api;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.console.Client;
import io.muster.console.World;
import io.muster.console.history.Database;
import io.muster.console.history.Journal;
import io.muster.console.history.Plant;
import io.muster.console.live.Live;
import io.muster.console.users.Right;
import io.muster.console.users.Role;
import io.muster.contract.topic.TopicKind;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An administrator keeps the register of a site over HTTP. Each story has a site of its own. */
@Timeout(180)
class PeopleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static World world;
    private static final List<Plant> PLANTS = new ArrayList<>();
    private static Client admin;

    @BeforeAll
    static void users() throws Exception {
        world = World.shared();
        world.user("people-admin", Role.ADMINISTRATOR, Set.of(), "api-people", "api-tags", "api-import")
                .user("people-clerk", Role.VIEWER, Set.of(Right.ADMINISTER), "api-tags")
                .user("people-operator", Role.OPERATOR, Set.of(), "*")
                .user("people-elsewhere", Role.ADMINISTRATOR, Set.of(), "api-other");
        admin = world.loggedIn("people-admin");
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
        return "/api/v1/sites/" + site + "/people";
    }

    private static String person(String id, String name, String tags, String more) {
        return "{'id':'" + id + "','type':'virtual','name':'" + name + "','location_providers':[" + tags
                + "],'radius':0.25,'properties':{'muster':{'department':'ops','person_type':'01'" + more + "}}}";
    }

    @Test
    void aPersonIsAddedChangedAndTakenOut() throws Exception {
        Plant plant = open("api-people");
        String at = at("api-people");
        HttpResponse<String> added =
                admin.post(at, person("p1", "Li Wei", "'T-1'", "").replace(",", ",\n"));
        assertEquals(201, added.statusCode(), added.body());
        assertEquals("p1", plant.last(TopicKind.TRACKABLES).key());
        String record = String.valueOf(plant.last(TopicKind.TRACKABLES).value());
        assertFalse(record.contains("\n"), "one line, as in a file: " + record);
        JsonNode whole = admin.json(at + "/p1");
        assertEquals("Li Wei", whole.path("person").path("name").asText());
        assertEquals(0.25, whole.path("document").path("radius").asDouble());
        long revision = whole.path("person").path("revision").asLong();

        long end = plant.end(TopicKind.TRACKABLES);
        for (String[] each : new String[][] {
            {person("p9", "X", "'T-9','T-9'", ""), "location_providers"},
            {person("p9", "X", "'T-9'", ",'valid_from':'soon'"), "properties.muster.valid_from"},
            {"{'id':'p9'}", "type"},
            {"{'id':", "line"},
            {"[]", "object"},
            {"", "body"},
        }) {
            HttpResponse<String> refused = admin.post(at, each[0]);
            assertEquals(400, refused.statusCode(), each[0] + refused.body());
            assertTrue(Client.tree(refused).path("detail").asText().contains(each[1]), refused.body());
            assertEquals(
                    "application/problem+json",
                    refused.headers().firstValue("content-type").orElse(""));
        }
        assertEquals(409, admin.post(at, person("p1", "Another", "", "")).statusCode());
        String changed = person("p1", "Li Wei", "'T-1'", ",'post':'fitter'");
        assertEquals(400, admin.put(at + "/p1", changed).statusCode(), "without a revision");
        assertEquals(400, admin.put(at + "/p2?revision=0", changed).statusCode(), "another id");
        assertEquals(
                404,
                admin.put(at + "/p2?revision=0", changed.replace("p1", "p2")).statusCode());
        assertEquals(404, admin.get(at + "/p2").statusCode());
        assertEquals(404, admin.delete(at + "/p2").statusCode());
        assertEquals(end, plant.end(TopicKind.TRACKABLES), "nothing was written");

        assertEquals(200, admin.put(at + "/p1?revision=" + revision, changed).statusCode());
        HttpResponse<String> stale = admin.put(at + "/p1?revision=" + revision, changed.replace("fitter", "welder"));
        assertEquals(409, stale.statusCode(), stale.body());
        assertTrue(Client.tree(stale).path("detail").asText().startsWith("revision: "), stale.body());
        assertEquals(
                "fitter", admin.json(at + "/p1").path("person").path("post").asText());
        JsonNode found = admin.json(at + "?q=li%20w");
        assertEquals(1, found.path("total").asInt());

        assertEquals(409, admin.delete(at + "/p1?revision=" + revision).statusCode());
        assertEquals(204, admin.delete(at + "/p1").statusCode());
        assertNull(plant.last(TopicKind.TRACKABLES).value(), "a tombstone");
        assertEquals(404, admin.get(at + "/p1").statusCode());
        assertAudited("person.add", "api-people", "\"tags\": [null, [\"T-1\"]]");
        assertAudited("person.change", "api-people", "\"post\": [null, \"fitter\"]");
        assertAudited("person.delete", "api-people", "\"name\": [\"Li Wei\", null]");
    }

    @Test
    void aTagIsBoundToOnePersonAtATime() throws Exception {
        Plant plant = open("api-tags");
        String at = at("api-tags");
        assertEquals(201, admin.post(at, person("p1", "Li Wei", "", "")).statusCode());
        assertEquals(201, admin.post(at, person("p2", "Ana Souza", "", "")).statusCode());
        HttpResponse<String> bound = admin.put(
                at + "/p1/tags/card-7", "{'valid_from':'2026-01-01T00:00:00Z','valid_until':'2026-01-01T12:00:00Z'}");
        assertEquals(200, bound.statusCode(), bound.body());
        assertFalse(Client.tree(bound).path("person").path("valid_now").asBoolean());

        long end = plant.end(TopicKind.TRACKABLES);
        HttpResponse<String> taken = admin.put(at + "/p2/tags/card-7", "{}");
        assertEquals(409, taken.statusCode(), taken.body());
        assertTrue(
                Client.tree(taken).path("detail").asText().contains("is bound to 'p1' (Li Wei) at that time"),
                taken.body());
        HttpResponse<String> nameless = world.loggedIn("people-clerk").put(at + "/p2/tags/card-7", "{}");
        assertEquals(409, nameless.statusCode());
        assertFalse(nameless.body().contains("Li Wei"), nameless.body());
        HttpResponse<String> hired = admin.post(at, person("p3", "Chen", "'card-7'", ""));
        assertEquals(409, hired.statusCode(), hired.body());
        assertEquals(404, admin.put(at + "/p9/tags/card-7", "{}").statusCode());
        assertEquals(404, admin.delete(at + "/p2/tags/card-7").statusCode());
        assertEquals(
                400, admin.put(at + "/p2/tags/card-8", "{'valid_until':'noon'}").statusCode());
        assertEquals(
                400,
                admin.put(
                                at + "/p2/tags/card-8",
                                "{'valid_from':'2026-01-02T00:00:00Z','valid_until':'2026-01-01T12:00:00Z'}")
                        .statusCode());
        assertEquals(end, plant.end(TopicKind.TRACKABLES), "nothing was written");

        // The card of a visitor who has left is the next one's.
        HttpResponse<String> next = admin.put(at + "/p2/tags/card-7", "{'valid_from':'2026-01-01T12:00:00Z'}");
        assertEquals(200, next.statusCode(), next.body());
        assertTrue(Client.tree(next).path("person").path("valid_now").asBoolean());
        assertEquals(
                "[\"card-7\"]", Client.tree(next).path("person").path("tags").toString());
        assertEquals(200, admin.delete(at + "/p2/tags/card-7").statusCode());
        assertEquals(0, admin.json(at + "/p2").path("person").path("tags").size());
        JsonNode clerk = world.loggedIn("people-clerk").json(at + "/p2");
        assertTrue(clerk.path("person").path("name").isMissingNode(), clerk.toString());
        assertFalse(clerk.toString().contains("Ana"), "without the right to names: " + clerk);
        assertAudited("person.bind", "api-tags", "\"tags\": [[], [\"card-7\"]]");
        assertAudited("person.unbind", "api-tags", "\"tags\": [[\"card-7\"], []]");
    }

    @Test
    void aFileIsTakenWholeOrNotAtAll() throws Exception {
        Plant plant = open("api-import");
        String at = at("api-import");
        String file = person("p1", "Li Wei", "'t-1'", "") + "\n" + person("p2", "Ana Souza", "'t-2'", "") + "\n";
        long end = plant.end(TopicKind.TRACKABLES);
        HttpResponse<String> bad =
                admin.post(at + "/import", file + person("p3", "Chen", "'t-2'", "") + "\n{'id':'p4'}\n");
        assertEquals(400, bad.statusCode(), bad.body());
        List<String> places = new ArrayList<>();
        Client.tree(bad)
                .path("errors")
                .forEach(each -> places.add(
                        each.path("line").asInt() + " " + each.path("field").asText()));
        assertTrue(places.contains("3 location_providers"), bad.body());
        assertTrue(places.stream().anyMatch(each -> each.startsWith("4 ")), bad.body());
        assertEquals(end, plant.end(TopicKind.TRACKABLES), "nothing was written");

        JsonNode first = Client.tree(admin.post(at + "/import", file));
        assertEquals("[2,2,0,0]", numbers(first));
        JsonNode again = Client.tree(admin.post(
                at + "/import",
                person("p2", "Ana Souza", "'t-2'", ",'post':'welder'") + "\n" + person("p5", "Wu", "'t-5'", "")));
        assertEquals("[2,2,0,1]", numbers(again), "p1 is not in the file and stays");
        assertEquals(3, admin.json(at).path("total").asInt());
        HttpResponse<String> taken = admin.post(at + "/import", person("p6", "Zhao", "'t-1'", ""));
        assertEquals(409, taken.statusCode(), taken.body());
        assertTrue(taken.body().contains("is bound to 'p1' (Li Wei)"), taken.body());
        JsonNode moved = Client.tree(
                admin.post(at + "/import", person("p6", "Zhao", "'t-1'", "") + "\n" + person("p1", "Li Wei", "", "")));
        assertEquals("[2,2,0,2]", numbers(moved), "from one to the other in one file");
        assertAudited("person.import", "api-import", "\"written\": 2");
    }

    private static String numbers(JsonNode done) {
        return List.of(
                        done.path("people").asInt(-1),
                        done.path("written").asInt(-1),
                        done.path("unchanged").asInt(-1),
                        done.path("not_in_file").asInt(-1))
                .toString()
                .replace(" ", "");
    }

    @Test
    void onlyAdministratorsOfTheSite() throws Exception {
        Client operator = world.loggedIn("people-operator");
        Client elsewhere = world.loggedIn("people-elsewhere");
        String at = at("api-people");
        for (String path : List.of("", "/p1")) {
            assertEquals(401, world.client().get(at + path).statusCode());
            assertEquals(403, operator.get(at + path).statusCode());
            assertEquals(404, elsewhere.get(at + path).statusCode());
        }
        String body = person("p8", "X", "", "");
        for (String path : List.of("", "/import")) {
            assertEquals(403, operator.post(at + path, body).statusCode());
            assertEquals(404, elsewhere.post(at + path, body).statusCode());
        }
        assertEquals(403, operator.put(at + "/p1/tags/t", "{}").statusCode());
        assertEquals(404, elsewhere.put(at + "/p1/tags/t", "{}").statusCode());
        assertEquals(403, operator.delete(at + "/p1").statusCode());
        assertEquals(404, elsewhere.delete(at + "/p1").statusCode());
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
                acts.stream().anyMatch(each -> each.startsWith("people-admin ") && each.contains(detail)),
                acts::toString);
    }
}
