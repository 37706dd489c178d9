package io.muster.console.api;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.muster.console.Client;
import io.muster.console.World;
import io.muster.console.history.Plant;
import io.muster.console.live.Live;
import io.muster.console.live.LiveSite;
import io.muster.console.users.Role;
import io.muster.contract.topic.TopicKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a page hears: first everything, then what changes; only what its user may, and only as long as they are logged in. */
@Timeout(180)
class LiveSocketTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SITE = "live-plant";
    private static final String FENCE = "22222222-2222-4222-8222-222222222222";

    private static World world;
    private static Plant plant;

    @BeforeAll
    static void tell() throws Exception {
        world = World.shared();
        world.user("live-viewer", Role.VIEWER, Set.of(), SITE)
                .user("live-operator", Role.OPERATOR, Set.of(), SITE)
                .user("live-elsewhere", Role.OPERATOR, Set.of(), "live-other");
        plant = Plant.open(world.kafka().bootstrapServers(), SITE);
        plant.tell(
                TopicKind.PLANS,
                "v1",
                "{'type':'FeatureCollection','name':'South works','muster':{'version':'v1','crs':'local'},'features':["
                        + "{'type':'Feature','id':'" + FENCE + "','properties':{'name':'Reactor','floor':0,"
                        + "'muster':{'role':'production'}},'geometry':{'type':'Polygon',"
                        + "'coordinates':[[[0,0],[50,0],[50,40],[0,40],[0,0]]]}}]}");
        plant.tell(
                TopicKind.TRACKABLES,
                "p1",
                "{'id':'p1','type':'virtual','name':'Li Wei','location_providers':['t-p1'],'properties':{'muster':{"
                        + "'department':'ops','person_type':'01'}}}");
        plant.motion("p1", 1, Instant.now(), 1, 2);
        await().atMost(PATIENCE).until(() -> {
            LiveSite site = world.part(Live.class).site(SITE);
            return site != null
                    && site.person("p1") != null
                    && site.plan(Instant.now()) != null
                    && site.registered("p1") != null;
        });
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    /** A page, without drawing: what it was told, and what it holds. */
    private static final class Listening implements WebSocket.Listener {
        final List<JsonNode> messages = new CopyOnWriteArrayList<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    messages.add(new ObjectMapper().readTree(text.toString()));
                } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                    throw new AssertionError(text.toString(), e);
                }
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }

        JsonNode first() {
            await().atMost(PATIENCE).until(() -> !messages.isEmpty());
            return messages.get(0);
        }

        /** Newest value of a part; missing = it was not told. */
        JsonNode newest(String part) {
            JsonNode newest = MissingNode.getInstance();
            for (JsonNode each : messages) {
                newest = each.has(part) ? each.get(part) : newest;
            }
            return newest;
        }

        JsonNode alarm(String id) {
            return alarms().getOrDefault(id, MissingNode.getInstance());
        }

        Map<String, JsonNode> alarms() {
            Map<String, JsonNode> held = new HashMap<>();
            for (JsonNode each : messages) {
                each.path("alarms")
                        .forEach(alarm -> held.put(alarm.path("alarm_id").asText(), alarm));
                each.path("closed").forEach(id -> held.remove(id.asText()));
            }
            return held;
        }
    }

    private static Listening open(Client client, String site) {
        Listening page = new Listening();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", client.cookieHeader())
                .buildAsync(URI.create(world.address().replace("http:", "ws:") + "/api/v1/live?site=" + site), page)
                .join();
        return page;
    }

    @Test
    void aPageIsToldEverythingFirstAndThenWhatMoved() throws Exception {
        Listening page = open(world.loggedIn("live-operator"), SITE);
        JsonNode first = page.first();
        assertEquals("snapshot", first.path("type").asText());
        assertTrue(first.path("plan").path("name").asText().startsWith("South works"), first::toString);
        assertEquals(FENCE, first.path("plan").path("zones").get(0).path("id").asText());
        JsonNode person = first.path("people").get(0);
        assertEquals("Li Wei", person.path("name").asText());

        plant.motion("p1", 2, Instant.now(), 7.5, 8.5);
        await().atMost(PATIENCE).until(() -> page.newest("moves").size() > 0);
        JsonNode move = page.newest("moves").get(0);
        assertEquals(
                List.of("p1", 7.5, 8.5, 0.0),
                List.of(
                        move.get(0).asText(),
                        move.get(1).asDouble(),
                        move.get(2).asDouble(),
                        move.get(3).asDouble()));

        plant.motion("p-new", 1, Instant.now(), 3, 3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        "p-new", page.newest("people").get(0).path("id").asText()));
        assertEquals(
                1,
                page.messages.stream()
                        .filter(each -> each.path("type").asText().equals("snapshot"))
                        .count());
    }

    @Test
    void anAlarmRisesChangesAndIsClosed() throws Exception {
        Listening page = open(world.loggedIn("live-operator"), SITE);
        page.first();
        Instant now = Instant.now();
        plant.alarm("live-1", 1, "raised_unacknowledged", now, "");
        await().atMost(PATIENCE).until(() -> page.alarms().containsKey("live-1"));
        plant.alarm("live-1", 2, "acknowledged", now, "");
        await().atMost(PATIENCE)
                .until(() -> page.alarm("live-1").path("state").asText().equals("acknowledged"));
        plant.alarm("live-1", 3, "cleared", now, "");
        await().atMost(PATIENCE).until(() -> !page.alarms().containsKey("live-1"));
    }

    @Test
    void aNewNameAndANewPlanAreToldOfWithoutANewPage() throws Exception {
        Listening page = open(world.loggedIn("live-operator"), SITE);
        page.first();
        plant.motion("p-late", 1, Instant.now(), 3, 3);
        plant.tell(
                TopicKind.TRACKABLES,
                "p-late",
                "{'id':'p-late','type':'virtual','name':'Ana Souza','location_providers':['t-late']}");
        await().atMost(PATIENCE).until(() -> names(page).contains("Ana Souza"));
        plant.tell(
                TopicKind.PLANS,
                "v2",
                "{'type':'FeatureCollection','name':'South works, enlarged','muster':{'version':'v2','crs':'local'},"
                        + "'features':[{'type':'Feature','id':'" + FENCE + "','properties':{'name':'Reactor','floor':0,"
                        + "'muster':{'role':'production'}},'geometry':{'type':'Polygon',"
                        + "'coordinates':[[[0,0],[90,0],[90,40],[0,40],[0,0]]]}}]}");
        await().atMost(PATIENCE)
                .until(() -> page.newest("plan").path("version").asText().equals("v2"));
    }

    private static List<String> names(Listening page) {
        return page.messages.stream()
                .flatMap(each -> each.path("people").findValuesAsText("name").stream())
                .toList();
    }

    @Test
    void namesAreToldToThoseWhoMaySeeThem() throws Exception {
        Listening page = open(world.loggedIn("live-viewer"), SITE);
        JsonNode people = page.first().path("people");
        assertTrue(people.size() > 0);
        people.forEach(each -> assertFalse(each.hasNonNull("name"), each::toString));
    }

    @Test
    void whoeverIsNotLoggedInOrOfAnotherSiteHearsNothing() throws Exception {
        CompletionException refused = assertThrows(CompletionException.class, () -> open(world.client(), SITE));
        WebSocketHandshakeException handshake = assertInstanceOf(WebSocketHandshakeException.class, refused.getCause());
        assertEquals(401, handshake.getResponse().statusCode());

        Listening page = open(world.loggedIn("live-elsewhere"), SITE);
        assertEquals(4404, page.closed.get(60, java.util.concurrent.TimeUnit.SECONDS));
        assertEquals(List.of(), page.messages);
    }

    @Test
    void theEndOfALoginIsTheEndOfItsPages() throws Exception {
        Client client = world.loggedIn("live-operator");
        Listening page = open(client, SITE);
        page.first();
        assertEquals(204, client.post("/api/v1/logout", "").statusCode());
        page.closed.get(60, java.util.concurrent.TimeUnit.SECONDS);
        assertFalse(page.messages.isEmpty());
    }
}
