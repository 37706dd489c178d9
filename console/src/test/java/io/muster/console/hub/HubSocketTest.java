package io.muster.console.hub;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.console.history.Database;
import io.muster.contract.topic.TopicKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** omlox clients on the WebSocket of a whole console: what they are told, what they send, what is refused. */
@Timeout(240)
class HubSocketTest {
    private static final String SITE = "api-hub-ws";

    private static HubPlant plant;
    private static OmloxClient reader;
    private static OmloxClient writer;

    @BeforeAll
    static void open() throws Exception {
        plant = HubPlant.open(SITE);
        reader = plant.client("reader", "read", "names");
        writer = plant.client("writer", "write");
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    private static JsonNode subscribe(OmloxClient.Socket socket, String topic, String params) throws Exception {
        JsonNode answer = socket.say("{'event':'subscribe','topic':'" + topic + "','params':{" + params + "}}")
                .next();
        assertEquals("subscribed", answer.path("event").asText(), answer.toString());
        assertEquals(topic, answer.path("topic").asText());
        return answer.path("subscription_id");
    }

    private static void refused(OmloxClient.Socket socket, String message, int code) throws Exception {
        JsonNode answer = socket.say(message).next();
        assertEquals("error", answer.path("event").asText(), message + " -> " + answer);
        assertEquals(code, answer.path("code").asInt(), message + " -> " + answer);
        assertFalse(answer.path("description").asText().isBlank());
    }

    private static String event(String id, String fence, String person) {
        return "{'id':'" + id + "','fence_id':'" + fence + "','event_type':'region_entry','trackable_id':'" + person
                + "','entry_time':'2026-11-29T08:00:00.000Z','properties':{'muster':{'site':'" + SITE
                + "','seq':1,'reason':'crossing','position':{'type':'Point','coordinates':[10,5]},'crs':'local','late':false}}}";
    }

    @Test
    void aMotionComesToWhoSubscribedAndOnlyWhatWasAskedFor() throws Exception {
        try (OmloxClient.Socket all = reader.socket(true);
                OmloxClient.Socket one = reader.socket(true)) {
            assertEquals(
                    0, subscribe(all, "trackable_motions", "'crs':'EPSG:4326'").asInt(), "ids start at 0");
            subscribe(one, "trackable_motions", "'id':'p2'");
            plant.plant.motion("p1", 10, Instant.now(), 11, 6).motion("p2", 10, Instant.now(), 201, 203);
            JsonNode message = all.next();
            assertEquals("message", message.path("event").asText());
            assertEquals("trackable_motions", message.path("topic").asText());
            assertEquals(0, message.path("subscription_id").asInt(-1));
            JsonNode motion = message.path("payload").path(0);
            assertEquals("p1", motion.path("id").asText());
            assertEquals("EPSG:4326", motion.path("location").path("crs").asText());
            JsonNode other = one.next().path("payload");
            assertEquals(1, other.size());
            assertEquals("p2", other.path(0).path("id").asText());
            assertEquals("local", other.path(0).path("location").path("crs").asText());
        }
    }

    @Test
    void fenceEventsComeAsTheyAreAndAsGeoJson() throws Exception {
        String id = "44444444-4444-4444-8444-444444444401";
        try (OmloxClient.Socket plain = reader.socket(true);
                OmloxClient.Socket features = reader.socket(true)) {
            subscribe(plain, "fence_events", "'fence_id':'" + HubPlant.TANK + "','object_type':'trackable'");
            subscribe(features, "fence_events:geojson", "'trackable_id':'p9'");
            plant.plant
                    .tell(
                            TopicKind.FENCE_EVENTS,
                            "p1",
                            event("44444444-4444-4444-8444-444444444400", HubPlant.REACTOR, "p1"))
                    .tell(TopicKind.FENCE_EVENTS, "p9", event(id, HubPlant.TANK, "p9"));
            JsonNode event = plain.next().path("payload").path(0);
            assertEquals(id, event.path("id").asText());
            assertEquals("region_entry", event.path("event_type").asText());
            JsonNode message = features.next();
            assertEquals("fence_events:geojson", message.path("topic").asText());
            JsonNode collection = message.path("payload").path(0);
            assertEquals("FeatureCollection", collection.path("type").asText());
            JsonNode feature = collection.path("features").path(0);
            assertEquals(id, feature.path("properties").path("id").asText());
            assertEquals(
                    114.05, feature.path("geometry").path("coordinates").path(0).asDouble(), 0.001);
        }
    }

    @Test
    void whatAVendorPublishesIsInKafkaAndComesToOthers() throws Exception {
        try (OmloxClient.Socket locations = reader.socket(true);
                OmloxClient.Socket sightings = reader.socket(true);
                OmloxClient.Socket features = reader.socket(true);
                OmloxClient.Socket vendor = writer.socket(true)) {
            subscribe(locations, "location_updates", "'provider_id':'ws-1','accuracy':1,'floor':'0','source':'rtls-1'");
            subscribe(sightings, "proximity_updates", "'provider_id':'ws-2'");
            subscribe(features, "location_updates:geojson", "'provider_id':'ws-1','provider_type':'uwb'");
            vendor.say(
                    "{'event':'message','topic':'location_updates','payload':[{'position':{'type':'Point','coordinates':[1.10,2]},"
                            + "'source':'rtls-1','provider_type':'uwb','provider_id':'ws-1','accuracy':5.00,'floor':0},"
                            + "{'position':{'type':'Point','coordinates':[1.20,2]},'source':'rtls-1','provider_type':'uwb',"
                            + "'provider_id':'ws-1','accuracy':0.50,'floor':0,'properties':{'acme':{'seq':7.10}},'tomorrow':true}]}");
            vendor.say(
                    "{'event':'message','topic':'proximity_updates','payload':[{'source':'b1','provider_type':'ibeacon',"
                            + "'provider_id':'ws-2'}]}");
            JsonNode location = locations.next().path("payload");
            assertEquals(1, location.size(), "the one of 5 m is not as sharp as was asked for");
            assertEquals(
                    7.1,
                    location.path(0).path("properties").path("acme").path("seq").asDouble());
            assertTrue(location.path(0).path("tomorrow").asBoolean());
            assertEquals(
                    "b1",
                    sightings.next().path("payload").path(0).path("source").asText());
            assertEquals(
                    "FeatureCollection",
                    features.next().path("payload").path(0).path("type").asText());
            List<String> stored = plant.values(HubPlant.locations(SITE), "ws-1");
            assertEquals(2, stored.size());
            assertTrue(stored.get(1).contains("\"seq\":7.10"), "digits stay: " + stored);
            await().atMost(HubPlant.PATIENCE).until(() -> plant.world
                    .part(Database.class)
                    .jdbc()
                    .queryForList(
                            "SELECT path FROM api_calls WHERE who = ? AND method = 'WS' ORDER BY at",
                            String.class,
                            "vendor:acme:writer")
                    .contains("/omlox/" + SITE + "/v2/ws/socket message location_updates"));
        }
    }

    @Test
    void theTokenMayComeWithTheMessage() throws Exception {
        String token = plant.key("late", "read").path("token").asText();
        try (OmloxClient.Socket socket = reader.socket(false)) {
            refused(socket, "{'event':'subscribe','topic':'fence_events'}", 10006);
            refused(socket, "{'event':'subscribe','topic':'fence_events','params':{'token':'muster_wrong'}}", 10006);
            subscribe(socket, "fence_events", "'token':'" + token + "'");
            subscribe(socket, "trackable_motions", "");
        }
    }

    @Test
    void whatIsWrongIsSaidByTheNumbersOfOmlox() throws Exception {
        try (OmloxClient.Socket read = reader.socket(true);
                OmloxClient.Socket write = writer.socket(true)) {
            refused(read, "{'event':'sing'}", 10000);
            refused(read, "{'event':'subscribe','topic':'collision_events'}", 10001);
            refused(read, "{'event':'subscribe','topic':'proximity_updates:geojson'}", 10001);
            refused(read, "{'event':'subscribe'}", 10001);
            refused(read, "{'event':'subscribe','topic':'fence_events','params':{'colour':'red'}}", 10002);
            refused(read, "{'event':'subscribe','topic':'location_updates','params':{'accuracy':'good'}}", 10002);
            refused(read, "{'event':'subscribe','topic':'location_updates','params':{'crs':'EPSG:3857'}}", 10002);
            refused(read, "{'event':'unsubscribe','subscription_id':77}", 10003);
            refused(read, "{'event':'unsubscribe'}", 10003);
            refused(read, "{'event':'message','topic':'location_updates','payload':[]}", 10004);
            refused(write, "{'event':'subscribe','topic':'location_updates'}", 10004);
            refused(write, "{'event':'message','topic':'fence_events','payload':[]}", 10004);
            refused(write, "no json", 10005);
            refused(write, "[]", 10005);
            refused(write, "{'event':'message','topic':'location_updates'}", 10005);
            refused(
                    write,
                    "{'event':'message','topic':'location_updates','payload':[{'provider_id':'bad-ws'}]}",
                    10005);
            refused(write, "{'event':'subscribe','topic':'fence_events','params':[1]}", 10005);
            assertEquals(List.of(), plant.values(HubPlant.locations(SITE), "bad-ws"));
        }
        String token = plant.key("of-here", "read").path("token").asText();
        try (OmloxClient.Socket other = new OmloxClient(plant.base().replace(SITE, "api-other"), token).socket(false)) {
            refused(other, "{'event':'subscribe','topic':'fence_events','params':{'token':'" + token + "'}}", 10004);
        }
    }

    @Test
    void whoUnsubscribesIsToldNoMore() throws Exception {
        try (OmloxClient.Socket socket = reader.socket(true)) {
            int first = subscribe(socket, "trackable_motions", "'id':'p1'").asInt();
            subscribe(socket, "fence_events", "'trackable_id':'p77'");
            JsonNode answer = socket.say(
                            "{'event':'unsubscribe','topic':'trackable_motions','subscription_id':" + first + "}")
                    .next();
            assertEquals("unsubscribed", answer.path("event").asText());
            assertEquals(first, answer.path("subscription_id").asInt(-1));
            plant.plant.motion("p1", 20, Instant.now(), 12, 6);
            await().atMost(HubPlant.PATIENCE)
                    .until(() -> reader.json("/trackables/p1/location")
                                    .path("position")
                                    .path("coordinates")
                                    .path(0)
                                    .asDouble()
                            == 12);
            plant.plant.tell(
                    TopicKind.FENCE_EVENTS, "p77", event("44444444-4444-4444-8444-444444444477", HubPlant.TANK, "p77"));
            assertEquals("fence_events", socket.next().path("topic").asText());
        }
    }

    @Test
    void whoeversKeyIsRevokedIsCutOff() throws Exception {
        JsonNode key = plant.key("cut-off", "read");
        try (OmloxClient.Socket socket =
                new OmloxClient(plant.base(), key.path("token").asText()).socket(true)) {
            subscribe(socket, "trackable_motions", "");
            assertEquals(
                    200,
                    plant.administrator()
                            .delete("/api/v1/vendors/" + key.path("id").asText())
                            .statusCode());
            assertEquals(1008, socket.closed());
        }
    }
}
