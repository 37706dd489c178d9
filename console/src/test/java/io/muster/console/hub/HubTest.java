package io.muster.console.hub;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.console.Client;
import io.muster.console.history.Database;
import io.muster.console.users.Role;
import io.muster.contract.topic.TopicKind;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An omlox client and a vendor at a whole console: requests as the published description of the Hub API 2.0.0 has them. */
@Timeout(240)
class HubTest {
    private static final String SITE = "api-hub";
    /** What the description demands of each object. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "Zone", List.of("id", "type"),
            "Trackable", List.of("id", "type"),
            "TrackableMotion", List.of("id", "location"),
            "LocationProvider", List.of("id", "type"),
            "Location", List.of("position", "source", "provider_type", "provider_id"),
            "Fence", List.of("id", "region"));

    private static HubPlant plant;
    private static OmloxClient reader;
    private static OmloxClient writer;

    @BeforeAll
    static void open() throws Exception {
        plant = HubPlant.open(SITE);
        reader = plant.client("reader", "read", "names");
        writer = plant.client("writer", "write");
        assertEquals(
                204,
                writer.put("/providers/t-p1/location", location("t-p1", 10, 5, ""))
                        .statusCode());
        await().atMost(HubPlant.PATIENCE)
                .until(() -> reader.get("/providers/t-p1/location").statusCode() == 200);
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    private static String location(String provider, double x, double y, String more) {
        return ("{'position':{'type':'Point','coordinates':[" + x + "," + y
                        + "]},'source':'rtls-1','provider_type':'uwb','provider_id':'" + provider + "','crs':'local'"
                        + more
                        + "}")
                .replace('\'', '"');
    }

    @Test
    void everyReadOfTheDescriptionIsAnsweredInItsForm() throws Exception {
        String zone = Zones.siteZoneId(SITE);
        Map<String, String> lists = new TreeMap<>(Map.ofEntries(
                Map.entry("/zones/summary", "Zone"),
                Map.entry("/trackables/summary", "Trackable"),
                Map.entry("/trackables/motions", "TrackableMotion"),
                Map.entry("/trackables/p1/fences", "Fence"),
                Map.entry("/trackables/p1/locations", "Location"),
                Map.entry("/trackables/p1/providers", "LocationProvider"),
                Map.entry("/providers/summary", "LocationProvider"),
                Map.entry("/providers/locations", "Location"),
                Map.entry("/providers/t-p1/trackables", "Trackable"),
                Map.entry("/providers/t-p1/fences", "Fence"),
                Map.entry("/fences/summary", "Fence"),
                Map.entry("/fences/" + HubPlant.REACTOR + "/trackables", "Trackable"),
                Map.entry("/fences/" + HubPlant.REACTOR + "/motions", "TrackableMotion"),
                Map.entry("/fences/" + HubPlant.REACTOR + "/locations", "Location"),
                Map.entry("/fences/" + HubPlant.REACTOR + "/providers", "LocationProvider")));
        for (Map.Entry<String, String> each : lists.entrySet()) {
            JsonNode list = reader.json(each.getKey());
            assertTrue(list.isArray() && !list.isEmpty(), each.getKey() + ": " + list);
            list.forEach(object -> holds(each.getKey(), object, each.getValue()));
        }
        Map<String, String> objects = new TreeMap<>(Map.of(
                "/zones/" + zone,
                "Zone",
                "/zones/" + HubPlant.BEACON,
                "Zone",
                "/trackables/p1",
                "Trackable",
                "/trackables/p1/location",
                "Location",
                "/trackables/p1/motion",
                "TrackableMotion",
                "/providers/t-p1",
                "LocationProvider",
                "/providers/t-p1/location",
                "Location",
                "/fences/" + HubPlant.TANK,
                "Fence"));
        for (Map.Entry<String, String> each : objects.entrySet()) {
            holds(each.getKey(), reader.json(each.getKey()), each.getValue());
        }
        assertEquals(
                "[\"" + zone + "\",\"" + HubPlant.BEACON + "\"]",
                reader.json("/zones").toString());
        assertEquals("[\"p1\",\"p2\"]", reader.json("/trackables").toString());
        assertTrue(reader.json("/providers").toString().contains("\"t-p1\""));
        assertEquals(
                "[\"" + HubPlant.REACTOR + "\",\"" + HubPlant.TANK + "\"]",
                reader.json("/fences").toString());
        assertEquals(
                17,
                reader.json("/providers/t-p1/sensors").path("battery_percent").asInt());
        assertEquals(
                17,
                reader.json("/trackables/p1/sensors")
                        .path("t-p1")
                        .path("battery_percent")
                        .asInt());
    }

    private static void holds(String path, JsonNode object, String schema) {
        for (String field : REQUIRED.getOrDefault(schema, List.of())) {
            assertTrue(object.hasNonNull(field), path + ": a " + schema + " needs " + field + ", was " + object);
        }
    }

    @Test
    void whatIsNotThereIsSaidAsOmloxAndAsAProblemDocument() throws Exception {
        for (String path : List.of(
                "/trackables/nobody",
                "/trackables/nobody/motion",
                "/providers/none",
                "/providers/none/location",
                "/fences/none",
                "/zones/none",
                "/rpc")) {
            HttpResponse<String> answer = reader.get(path);
            assertEquals(404, answer.statusCode(), path);
            JsonNode error = OmloxClient.tree(answer.body());
            assertEquals("not-found", error.path("type").asText());
            assertEquals(404, error.path("code").asInt());
            assertEquals(404, error.path("status").asInt());
            assertFalse(error.path("message").asText().isBlank());
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("content-type").orElse(""));
        }
    }

    @Test
    void placesComeInTheCrsThatIsAskedFor() throws Exception {
        JsonNode degrees = reader.json("/trackables/p1/location?crs=EPSG:4326");
        assertEquals("EPSG:4326", degrees.path("crs").asText());
        double lon = degrees.path("position").path("coordinates").path(0).asDouble();
        double lat = degrees.path("position").path("coordinates").path(1).asDouble();
        assertEquals(114.05, lon, 0.001);
        assertEquals(35.3, lat, 0.001);
        // And back, by the zone that says so.
        HttpResponse<String> back = reader.put(
                "/zones/" + Zones.siteZoneId(SITE) + "/transform",
                "{\"position\":{\"type\":\"Point\",\"coordinates\":[" + lon + "," + lat + "]},\"crs\":\"EPSG:4326\"}");
        assertEquals(200, back.statusCode(), back.body());
        JsonNode local = OmloxClient.tree(back.body());
        assertEquals("local", local.path("crs").asText());
        assertEquals(10, local.path("position").path("coordinates").path(0).asDouble(), 0.001);
        assertEquals(5, local.path("position").path("coordinates").path(1).asDouble(), 0.001);

        JsonNode feature = reader.json("/trackables/p1/motion?geojson=true");
        assertEquals("Feature", feature.path("type").asText());
        assertEquals(lon, feature.path("geometry").path("coordinates").path(0).asDouble(), 1e-9);
        assertEquals("p1", feature.path("properties").path("id").asText());
        assertEquals(
                "FeatureCollection",
                reader.json("/fences/summary?geojson=true").path("type").asText());
        for (String path : List.of(
                "/providers/locations?crs=EPSG:3857",
                "/fences/summary?crs=nonsense",
                "/trackables/motions?zone_id=another",
                "/trackables/motions?geojson=perhaps")) {
            assertEquals(400, reader.get(path).statusCode(), path);
        }
    }

    @Test
    void fencesAndZonesAreThoseOfThePlan() throws Exception {
        JsonNode tank = reader.json("/fences/" + HubPlant.TANK);
        assertEquals("Point", tank.path("region").path("type").asText());
        assertEquals(10, tank.path("radius").asDouble());
        assertEquals("local", tank.path("crs").asText());
        assertEquals(Zones.siteZoneId(SITE), tank.path("zone_id").asText());
        assertEquals(
                "production",
                tank.path("properties").path("muster").path("role").asText());
        JsonNode zone = reader.json("/zones/summary?foreign_id=" + SITE).path(0);
        assertEquals(8, zone.path("ground_control_points").size());
        JsonNode beacon = reader.json("/zones/" + HubPlant.BEACON);
        assertEquals("ibeacon", beacon.path("type").asText());
        assertEquals(114.05, beacon.path("position").path("coordinates").path(0).asDouble(), 0.001);
        // The job counts p1 in the reactor alone; by geometry p2 is at the tank.
        assertEquals(0, reader.json("/fences/" + HubPlant.TANK + "/trackables").size());
        assertEquals(
                "p2",
                reader.json("/fences/" + HubPlant.TANK + "/trackables?spatial_query=true")
                        .path(0)
                        .path("id")
                        .asText());
        assertEquals(
                HubPlant.TANK,
                reader.json("/trackables/p2/fences?spatial_query=true")
                        .path(0)
                        .path("id")
                        .asText());
    }

    @Test
    void aLocationIsInKafkaAsTheVendorWroteIt() throws Exception {
        String written = location(
                "AA:BB:CC:DD:EE:01",
                1.10,
                2,
                ",'floor':0,'accuracy':0.50,'timestamp_generated':'2026-11-29T08:00:00.123Z',"
                        + "'field_of_tomorrow':[1,{'a':2.50}],'properties':{'acme':{'seq':88123,'x':1.10}}");
        HttpResponse<String> answer = writer.put("/providers/AABBCCDDEE01/location", written);
        assertEquals(204, answer.statusCode(), answer.body());
        ConsumerRecord<String, byte[]> record = plant.read(HubPlant.locations(SITE)).stream()
                .filter(each -> "AA:BB:CC:DD:EE:01".equals(each.key()))
                .findFirst()
                .orElseThrow();
        assertArrayEquals(written.getBytes(StandardCharsets.UTF_8), record.value(), "byte by byte");
        await().atMost(HubPlant.PATIENCE)
                .until(() -> reader.get("/providers/AABBCCDDEE01/location").statusCode() == 200);
        JsonNode read = reader.json("/providers/aa-bb-cc-dd-ee-01/location");
        assertEquals(OmloxClient.tree(written), read);
    }

    @Test
    void manyLocationsAndSightingsGoInOneCall() throws Exception {
        for (String method : List.of("PUT", "POST")) {
            HttpResponse<String> answer = writer.send(
                    method,
                    "/providers/locations",
                    "[ " + location("bulk-" + method + "-1", 1, 1, "") + ",\n"
                            + location("bulk-" + method + "-2", 2, 2, ",'properties':{'name':'罐区'}") + " ]");
            assertEquals(204, answer.statusCode(), answer.body());
            assertEquals(
                    2,
                    plant.values(HubPlant.locations(SITE), "bulk-" + method + "-")
                            .size());
            answer = writer.send(
                    method,
                    "/providers/proximities",
                    "[{\"source\":\"b1\",\"provider_type\":\"ibeacon\",\"provider_id\":\"heard-" + method + "\"}]");
            assertEquals(204, answer.statusCode(), answer.body());
            assertEquals(
                    1,
                    plant.values(HubPlant.proximities(SITE), "heard-" + method).size());
        }
        assertTrue(plant.values(HubPlant.locations(SITE), "罐区").size() >= 1);
        assertEquals(
                204,
                writer.put(
                                "/providers/heard-alone/proximity",
                                "{\"source\":\"b1\",\"provider_type\":\"ibeacon\",\"provider_id\":\"heard-alone\"}")
                        .statusCode());
        assertEquals(1, plant.values(HubPlant.proximities(SITE), "heard-alone").size());
    }

    @Test
    void aCallWithABadItemIsRefusedWholeAndEveryBadItemIsNamed() throws Exception {
        HttpResponse<String> answer = writer.put(
                "/providers/locations",
                "[" + location("whole-1", 1, 1, "") + ","
                        + location("whole-2", 1, 1, "").replace("\"source\":\"rtls-1\",", "") + ","
                        + location("whole-3", 1, 1, ",'accuracy':-1") + "]");
        assertEquals(400, answer.statusCode());
        JsonNode problem = OmloxClient.tree(answer.body());
        assertTrue(
                problem.path("detail").asText().startsWith("nothing was taken: 2 of 3 items have faults"),
                problem.toString());
        assertEquals(1, problem.path("errors").path(0).path("index").asInt());
        assertEquals(
                "source: expected a text, was nothing",
                problem.path("errors").path(0).path("detail").asText());
        assertEquals(2, problem.path("errors").path(1).path("index").asInt());
        assertTrue(problem.path("errors").path(1).path("detail").asText().startsWith("accuracy: "));
        assertEquals(List.of(), plant.values(HubPlant.locations(SITE), "whole-"));
    }

    @Test
    void whatIsWrongWithASingleCallIsSaid() throws Exception {
        String good = location("said", 1, 1, "");
        Map<String, String> bad = Map.of(
                good.replace("[1.0,1.0]", "[1.0]"),
                "position",
                good.replace("local", "EPSG:999999999"),
                "crs",
                good.replace("\"said\"", "\"another\""),
                "provider_id",
                good.replace("1.0,1.0", "NaN,1.0"),
                "",
                good.replace("\"uwb\"", "7"),
                "provider_type",
                "[" + good + "]",
                "",
                good + "x",
                "",
                "",
                "");
        for (Map.Entry<String, String> each : bad.entrySet()) {
            HttpResponse<String> answer = writer.put("/providers/said/location", each.getKey());
            assertEquals(400, answer.statusCode(), each.getKey());
            String message = OmloxClient.tree(answer.body()).path("message").asText();
            assertTrue(message.startsWith(each.getValue()) && !message.isBlank(), each.getKey() + ": " + message);
        }
        for (String body : List.of("{}", "[7]", "[" + good, "", "[" + good + "]x", "null", "[null]")) {
            assertEquals(400, writer.put("/providers/locations", body).statusCode(), body);
        }
        assertEquals(
                400,
                writer.put("/providers/locations", "[" + (good + ",").repeat(Intake.MOST_ITEMS) + good + "]")
                        .statusCode());
        assertEquals(
                413,
                writer.put("/providers/locations", "[" + " ".repeat(Intake.MOST_BYTES) + "]")
                        .statusCode());
        assertEquals(
                400,
                writer.put(
                                "/providers/said/location",
                                location("said", 1, 1, ",'properties':{'a':'" + "x".repeat(5000) + "'}"))
                        .statusCode());
        assertEquals(List.of(), plant.values(HubPlant.locations(SITE), "\"said\""));
    }

    @Test
    void whatTheHubDoesNotOwnIsRefusedWithWhereItIsDone() throws Exception {
        OmloxClient all = plant.client("all", "read", "write");
        for (String[] each : new String[][] {
            {"POST", "/zones", "405"},
            {"PUT", "/fences/x", "405"},
            {"DELETE", "/fences", "405"},
            {"POST", "/trackables", "405"},
            {"DELETE", "/providers/locations", "405"},
            {"DELETE", "/providers/t-p1/location", "405"},
            {"PUT", "/providers/x", "405"},
            {"PUT", "/providers/x/sensors", "501"},
            {"GET", "/zones/x/createfence", "501"},
        }) {
            HttpResponse<String> answer = all.send(each[0], each[1], each[0].equals("GET") ? null : "{}");
            assertEquals(each[2], Integer.toString(answer.statusCode()), each[0] + " " + each[1]);
            assertFalse(OmloxClient.tree(answer.body()).path("message").asText().isBlank());
        }
    }

    @Test
    void aKeyOpensItsSiteAndItsScopesAndNothingElse() throws Exception {
        OmloxClient nobody = new OmloxClient(plant.base(), null);
        assertEquals(401, nobody.get("/fences").statusCode());
        HttpResponse<String> wrong = new OmloxClient(plant.base(), "muster_wrong").get("/fences");
        assertEquals(401, wrong.statusCode());
        assertEquals(401, OmloxClient.tree(wrong.body()).path("code").asInt());
        String body = location("not-allowed", 1, 1, "");
        assertEquals(403, reader.put("/providers/not-allowed/location", body).statusCode());
        assertEquals(403, reader.put("/providers/locations", "[" + body + "]").statusCode());
        assertEquals(403, writer.get("/trackables").statusCode());
        assertEquals(401, nobody.put("/providers/not-allowed/location", body).statusCode());
        assertEquals(List.of(), plant.values(HubPlant.locations(SITE), "not-allowed"));
        String token = plant.key("elsewhere", "read", "write").path("token").asText();
        OmloxClient elsewhere = new OmloxClient(plant.base().replace(SITE, "api-other"), token);
        assertEquals(404, elsewhere.get("/fences").statusCode());
        assertEquals(404, elsewhere.put("/providers/x/location", body).statusCode());
        // A key is no login, and a login is no key.
        assertEquals(401, plant.world.client().get("/api/v1/me").statusCode());
        assertEquals(
                401, plant.administrator().get("/omlox/" + SITE + "/v2/fences").statusCode());
    }

    @Test
    void aRevokedKeyStopsAtOnceAndItsTokenIsNowhere() throws Exception {
        JsonNode key = plant.key("short-lived", "read");
        String token = key.path("token").asText();
        OmloxClient client = new OmloxClient(plant.base(), token);
        assertEquals(200, client.get("/fences").statusCode());
        String id = key.path("id").asText();
        JsonNode listed = plant.administrator().json("/api/v1/vendors");
        assertFalse(listed.toString().contains(token));
        Long plain = plant.world
                .part(Database.class)
                .jdbc()
                .queryForObject(
                        "SELECT count(*) FROM vendor_keys k WHERE k::text LIKE '%' || ? || '%'", Long.class, token);
        assertEquals(0L, plain);
        assertEquals(200, plant.administrator().delete("/api/v1/vendors/" + id).statusCode());
        assertEquals(401, client.get("/fences").statusCode());
        assertEquals(404, plant.administrator().delete("/api/v1/vendors/" + id).statusCode());
        JsonNode audit = plant.world.loggedIn("hub-admin-" + SITE).json("/api/v1/vendors");
        assertTrue(audit.findValuesAsText("revoked_at").size() >= 1);
        await().atMost(HubPlant.PATIENCE).until(() -> acts(id).equals(List.of("vendor_key.make", "vendor_key.revoke")));
    }

    private static List<String> acts(String object) {
        return plant.world
                .part(Database.class)
                .jdbc()
                .queryForList("SELECT act FROM audit_log WHERE object = ? ORDER BY at", String.class, object);
    }

    @Test
    void onlyAnAdministratorOfTheSiteMakesKeys() throws Exception {
        plant.world
                .user("hub-operator", Role.OPERATOR, Set.of(), SITE)
                .user("hub-elsewhere", Role.ADMINISTRATOR, Set.of(), "api-other");
        String asked = "{'site':'" + SITE + "','vendor':'acme','name':'x'}";
        assertEquals(
                403,
                plant.world
                        .loggedIn("hub-operator")
                        .post("/api/v1/vendors", asked)
                        .statusCode());
        Client elsewhere = plant.world.loggedIn("hub-elsewhere");
        assertEquals(400, elsewhere.post("/api/v1/vendors", asked).statusCode());
        assertEquals("[]", elsewhere.json("/api/v1/vendors").toString());
        String id = plant.key("not-theirs", "read").path("id").asText();
        assertEquals(404, elsewhere.delete("/api/v1/vendors/" + id).statusCode());
        for (String bad : List.of(
                "{'site':'" + SITE + "','vendor':'acme'}",
                "{'site':'No Site','vendor':'acme','name':'x'}",
                "{'site':'" + SITE + "','vendor':'muster','name':'x'}",
                "{'site':'" + SITE + "','vendor':'acme','name':'not-theirs'}",
                "{'site':'" + SITE + "','vendor':'acme','name':'x','scopes':['all']}",
                "{'site':'" + SITE + "','vendor':'acme','name':'x','expires_at':'2020-01-01T00:00:00Z'}")) {
            assertEquals(400, plant.administrator().post("/api/v1/vendors", bad).statusCode(), bad);
        }
    }

    @Test
    void aVendorWithoutATopicIsToldSo() throws Exception {
        HttpResponse<String> made =
                plant.administrator().post("/api/v1/vendors", "{'site':'" + SITE + "','vendor':'newcomer','name':'x'}");
        OmloxClient newcomer =
                new OmloxClient(plant.base(), Client.tree(made).path("token").asText());
        HttpResponse<String> answer = newcomer.put("/providers/n/location", location("n", 1, 1, ""));
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("muster topics create"), answer.body());
    }

    @Test
    void whoPeopleAreIsForKeysThatMayKnow() throws Exception {
        assertEquals("Li Wei", reader.json("/trackables/p1").path("name").asText());
        OmloxClient blind = plant.client("blind", "read");
        JsonNode person = blind.json("/trackables/p1");
        assertFalse(person.toString().contains("Li Wei") || person.toString().contains("555"), person.toString());
        assertEquals(
                "ops",
                person.path("properties").path("muster").path("department").asText());
        assertFalse(blind.json("/trackables/summary").toString().contains("Ana"));
    }

    @Test
    void everyCallIsInTheLogWithTheVendorAsCaller() throws Exception {
        OmloxClient logged = plant.client("logged", "read", "write");
        logged.get("/fences");
        logged.put("/providers/logged/location", "{}");
        await().atMost(HubPlant.PATIENCE).until(() -> plant.world
                .part(Database.class)
                .jdbc()
                .queryForList(
                        "SELECT method || ' ' || path || ' ' || status FROM api_calls WHERE who = ? ORDER BY at",
                        String.class,
                        "vendor:acme:logged")
                .equals(List.of(
                        "GET /omlox/" + SITE + "/v2/fences 200",
                        "PUT /omlox/" + SITE + "/v2/providers/logged/location 400")));
    }

    @Test
    void aRecordOnTheTopicThatIsNoLocationHidesNothing() throws Exception {
        assertEquals(
                204,
                writer.put("/providers/steady/location", location("steady", 3, 4, ""))
                        .statusCode());
        plant.plant.tell(TopicKind.LOCATION_UPDATES, "steady", "{'provider_id':'steady'}");
        assertEquals(
                204,
                writer.put("/providers/after/location", location("after", 3, 4, ""))
                        .statusCode());
        await().atMost(HubPlant.PATIENCE)
                .until(() -> reader.get("/providers/after/location").statusCode() == 200);
        assertEquals(
                3,
                reader.json("/providers/steady/location")
                        .path("position")
                        .path("coordinates")
                        .path(0)
                        .asInt());
    }
}
