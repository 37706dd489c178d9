package io.muster.contract.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.codec.Ids;
import io.muster.geometry.Containment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanReaderTest {
    private static final String SQUARE = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[10,0],[10,10],[0,10],[0,0]]]}";
    private static final String HEAD =
            "\"name\":\"North\",\"muster\":{\"site\":\"north\",\"crs\":\"local\",\"version\":\"7\"}";

    @Test
    void aFenceSaysWhatItIs() throws PlanFaults {
        Plan plan = read(
                plan(
                        HEAD,
                        feature(
                                "\"tank-3\"",
                                SQUARE,
                                "\"name\":\"Tank 3\",\"floor\":1,\"exit_tolerance\":2,\"timeout\":-1,"
                                        + "\"mine\":{\"kept\":1.10},\"muster\":{\"role\":\"hazard\",\"hazards\":[\"toxic\"],\"risk_colour\":\"red\","
                                        + "\"counted_person_types\":[\"01\"],\"entry_confirm_count\":2,\"overstay_ms\":60000,\"stale_counts\":false}")));
        assertEquals("north", plan.site());
        assertEquals("7", plan.version());
        PlanFence fence = plan.fences().get(0);
        assertEquals(Ids.uuid5("north", "tank-3"), fence.id());
        assertEquals("tank-3", fence.foreignId());
        assertEquals(fence, plan.fence(fence.id().toUpperCase(java.util.Locale.ROOT)));
        assertEquals(Role.HAZARD, fence.role());
        assertEquals(Set.of(Hazard.TOXIC), fence.hazards());
        assertEquals(RiskColour.RED, fence.riskColour());
        assertEquals(1.0, fence.zone().floor());
        assertEquals(2.0, fence.exitToleranceMetres());
        assertEquals(-1L, fence.timeoutMillis());
        assertEquals(2, fence.entryConfirmCount());
        assertEquals(60_000L, fence.overstayMillis());
        assertFalse(fence.staleCounts());
        assertEquals(List.of("01"), fence.countedPersonTypes());
        assertTrue(fence.properties().toString().contains("1.10"), "properties are kept as they came");
    }

    @Test
    void whoMayBeInAndWhenAndWhoMustBeThere() throws PlanFaults {
        PlanFence fence = only("{\"allowed_person_types\":\"01, 02\",\"allowed_trackables\":[\"wang\"],"
                + "\"allowed_posts\":[\"pump\"],\"allowed_times\":[\"06:00-22:00\",\"23:30-00:30\",\"12:00-24:00\"],"
                + "\"required_trackables\":[\"li\"],\"must_stay\":\"zhao, sun\",\"absence_ms\":90000,\"hazard_unit_class\":2,"
                + "\"valid_from\":\"2026-03-01T06:00:00+08:00\",\"valid_until\":\"2026-03-01T08:00:00+08:00\"}");
        assertEquals(
                new FenceConduct(
                        List.of("01", "02"),
                        List.of("wang"),
                        List.of("pump"),
                        List.of(new DailySpan(360, 1320), new DailySpan(1410, 30), new DailySpan(720, 1440)),
                        List.of("li"),
                        List.of("zhao", "sun"),
                        90_000L,
                        false),
                fence.conduct());
        assertEquals(2, fence.hazardUnitClass());
        assertEquals(Instant.parse("2026-02-28T22:00:00Z"), fence.validFrom());
        assertEquals(Instant.parse("2026-03-01T00:00:00Z"), fence.validUntil());
        assertEquals(
                new FenceConduct(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, false),
                only("{}").conduct());
    }

    @Test
    void tagsArePutAwayWhereThereIsNoDanger() throws PlanFaults {
        assertTrue(only("{\"role\":\"rest\",\"tags_put_away\":true}").conduct().tagsPutAway());
        for (String wrong : List.of(
                "{\"tags_put_away\":true}",
                "{\"role\":\"hazard\",\"tags_put_away\":true}",
                "{\"role\":\"rest\",\"hazards\":[\"toxic\"],\"tags_put_away\":true}")) {
            PlanFaults faults = assertThrows(PlanFaults.class, () -> only(wrong), wrong);
            assertTrue(
                    faults.faults().get(0).contains("tags_put_away"),
                    faults.faults().toString());
        }
    }

    @Test
    void aTimeOfTheDayThatIsNoneIsAFault() {
        for (String wrong :
                List.of("6:00-22:00", "06:00", "06:00-06:00", "24:00-06:00", "06:00-24:01", "25:00-26:00")) {
            PlanFaults faults =
                    assertThrows(PlanFaults.class, () -> only("{\"allowed_times\":[\"" + wrong + "\"]}"), wrong);
            assertTrue(
                    faults.faults().get(0).contains("allowed_times"),
                    faults.faults().toString());
            assertTrue(faults.faults().get(0).contains(wrong), faults.faults().toString());
        }
        assertTrue(assertThrows(
                        PlanFaults.class,
                        () -> only(
                                "{\"valid_from\":\"2026-03-01T06:00:00Z\",\"valid_until\":\"2026-03-01T06:00:00Z\"}"))
                .faults()
                .get(0)
                .contains("later than valid_from"));
    }

    @Test
    void theTimeZoneIsOneThatExists() throws PlanFaults {
        assertEquals(
                "UTC", read(plan(HEAD, feature("\"a\"", SQUARE, "\"floor\":0"))).timeZone());
        String shanghai = HEAD.replace("\"version\"", "\"time_zone\":\"Asia/Shanghai\",\"version\"");
        assertEquals(
                "Asia/Shanghai",
                read(plan(shanghai, feature("\"a\"", SQUARE, "\"floor\":0"))).timeZone());
        String nowhere = HEAD.replace("\"version\"", "\"time_zone\":\"Asia/Nowhere\",\"version\"");
        PlanFaults faults =
                assertThrows(PlanFaults.class, () -> read(plan(nowhere, feature("\"a\"", SQUARE, "\"floor\":0"))));
        assertTrue(faults.faults().get(0).contains("time_zone"), faults.faults().toString());
    }

    @Test
    void aHazardWithoutALimitHasThree() throws PlanFaults {
        PlanFence fence = only("{\"hazards\":[\"flammable_explosive\"]}");
        assertEquals(3, fence.limit());
        assertEquals("PF-4b", fence.legalBasis());
        PlanFence own = only("{\"hazards\":[\"toxic\"],\"limit\":2}");
        assertEquals(2, own.limit());
        PlanFence allowed = only("{\"hazards\":[\"toxic\"],\"limit\":9,\"legal_basis\":\"permit 12\"}");
        assertEquals("permit 12", allowed.legalBasis());
        assertNull(only("{}").limit());
    }

    @Test
    void asQgisWritesIt() throws PlanFaults {
        String qgis =
                "{\"type\":\"FeatureCollection\",\"name\":\"plan\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                        + "\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},\n\"features\":[\n{ \"type\": \"Feature\", \"properties\": { \"id\": \"a\", "
                        + "\"name\": null, \"floor\": 0.0, \"radius\": null, \"muster\": \"{\\\"role\\\":\\\"post\\\",\\\"minimum\\\":1}\" }, "
                        + "\"geometry\": { \"type\": \"MultiPolygon\", \"coordinates\": [ [ [ [ 113.0, 34.0 ], [ 113.0001, 34.0 ], "
                        + "[ 113.0001, 34.0001 ], [ 113.0, 34.0 ] ] ] ] } }\n]\n}\n";
        Plan plan = PlanReader.read("plan.geojson", utf8(qgis), PlanOverrides.of("north", null, "113,34,0"));
        PlanFence fence = plan.fences().get(0);
        assertEquals(Role.POST, fence.role());
        assertEquals(1, fence.minimum());
        assertEquals("a", fence.name());
        assertEquals("EPSG:4326", plan.crs());
        assertEquals(9.24, fence.zone().shape().bounds()[2], 0.02, "metres east of the origin");
        assertEquals(12, plan.version().length(), "of the document's hash");
    }

    @Test
    void circlesHolesAndBeacons() throws PlanFaults {
        String holed =
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[4,4],[6,4],[6,6],[4,6],[4,4]]]}";
        Plan plan = read(plan(
                HEAD,
                feature("\"holed\"", holed, ""),
                feature(
                        "12",
                        "{\"type\":\"Point\",\"coordinates\":[5,5]}",
                        "\"radius\":3,\"muster\":{\"role\":\"beacon\",\"aliases\":\"aa:bb:cc:dd:ee:ff, gate-7\"}")));
        assertEquals(Containment.OUTSIDE, plan.fences().get(0).zone().shape().locate(5, 5));
        assertEquals("12", plan.fences().get(1).foreignId());
        assertNotNull(plan.beacon("AABBCCDDEEFF"));
        assertNotNull(plan.beacon("AA-BB-CC-DD-EE-FF"));
        assertNotNull(plan.beacon("gate-7"));
        assertNotNull(plan.beacon("12"));
        assertNull(plan.beacon("holed"));
    }

    @Test
    void theCallerReplacesWhatTheDocumentSays() throws PlanFaults {
        Plan plan = PlanReader.read(
                "p", plan(HEAD, feature("\"a\"", SQUARE, "")), PlanOverrides.of("south", "EPSG:4326", "0,0"));
        assertEquals("south", plan.site());
        assertEquals("EPSG:4326", plan.crs());
        assertTrue(plan.fences().get(0).zone().shape().bounds()[2] > 1_000_000);
        String dated =
                "\"muster\":{\"site\":\"north\",\"crs\":\"local\",\"valid_from\":\"2026-03-01T08:00:00+08:00\",\"author\":\"li\",\"approver\":\"wu\"}";
        Plan key = PlanReader.read("p", plan(dated, ""), new PlanOverrides(null, null, null, "k"));
        assertEquals("k", key.version());
        assertEquals(Instant.parse("2026-03-01T00:00:00Z"), key.validFrom());
        assertEquals("wu", key.approver());
    }

    /** One file, every fault, each with feature, field, what was expected and what was there. */
    @Test
    void allFaultsTogether() {
        List<String> faults = faults(
                plan(
                        "\"muster\":{\"site\":\"North\",\"crs\":\"local\",\"orign\":{},\"valid_from\":\"today\",\"version\":[]}",
                        feature(
                                "\"tank-3\"",
                                SQUARE,
                                "\"muster\":{\"limit\":\"three\",\"hazards\":[\"explosive\"],\"role\":\"tank\",\"limt\":3}"),
                        feature(
                                "\"tank-3\"",
                                SQUARE,
                                "\"floor\":\"1\",\"exit_tolerance\":-1,\"tolerance_timeout\":-2,\"exit_delay\":1.5"),
                        feature(
                                "\"bow\"",
                                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[10,10],[10,0],[0,10],[0,0]]]}",
                                ""),
                        feature("\"open\"", "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}", ""),
                        feature("\"none\"", "null", "\"muster\":\"{role\""),
                        feature("\"dot\"", "{\"type\":\"Point\",\"coordinates\":[1,2]}", ""),
                        feature("\"dot0\"", "{\"type\":\"Point\",\"coordinates\":[1,2]}", "\"radius\":0"),
                        feature("\"text\"", "{\"type\":\"Polygon\",\"coordinates\":[[[\"0\",0]]]}", ""),
                        feature("null", SQUARE, "\"muster\":{\"gathering\":\"exempt\"}"),
                        feature(
                                "\"" + "x".repeat(65) + "\"",
                                SQUARE,
                                "\"muster\":{\"gathering\":\"no\",\"minimum\":4,\"limit\":3}"),
                        feature(
                                "\"many\"",
                                SQUARE,
                                "\"z_min\":5,\"z_max\":2,\"muster\":{\"hazards\":[\"toxic\"],\"limit\":4,\"stale_counts\":1}")));
        String all = String.join("\n", faults);
        for (String each : List.of(
                "plan.geojson: muster.orign: expected one of",
                "plan.geojson: muster.site: expected a site id",
                "plan.geojson: muster.version: expected a text",
                "plan.geojson: muster.valid_from: expected an ISO 8601 time with offset, was 'today'",
                "plan.geojson: feature 1 'tank-3' properties.muster.limit: expected a whole number from 0 to 1000000, was \"three\"",
                "plan.geojson: feature 1 'tank-3' properties.muster.hazards: expected one of hazardous_process, flammable_explosive, toxic, was 'explosive'",
                "plan.geojson: feature 1 'tank-3' properties.muster.role: expected one of production,",
                "plan.geojson: feature 1 'tank-3' properties.muster.limt: expected one of",
                "plan.geojson: feature 2 'tank-3' id: expected each id once, was that of feature 1",
                "plan.geojson: feature 2 'tank-3' properties.floor: expected a number, was \"1\"",
                "plan.geojson: feature 2 'tank-3' properties.exit_tolerance: expected a number from 0 up, was -1",
                "plan.geojson: feature 2 'tank-3' properties.tolerance_timeout: expected a whole number from -1",
                "plan.geojson: feature 2 'tank-3' properties.exit_delay: expected a whole number from 0",
                "plan.geojson: feature 3 'bow' geometry: ",
                "plan.geojson: feature 4 'open' geometry: expected a Polygon, a MultiPolygon, or a Point with radius, was 'LineString'",
                "plan.geojson: feature 5 'none' geometry: expected a Polygon, a MultiPolygon, or a Point with radius, was nothing",
                "plan.geojson: feature 5 'none' properties.muster: expected a JSON object, ",
                "plan.geojson: feature 6 'dot' properties.radius: expected metres above 0 for a Point, was nothing",
                "plan.geojson: feature 7 'dot0' properties.radius: expected a number above 0, was 0",
                "plan.geojson: feature 8 'text' geometry: expected two or three numbers, was [\"0\",0]",
                "plan.geojson: feature 9 id: expected 1 to 64 characters, was nothing",
                "plan.geojson: feature 9 properties.muster.gathering_reason: expected a written reason",
                "plan.geojson: feature 9 properties.muster.role: expected an explicit role",
                "id: expected 1 to 64 characters, was 'xxxx",
                "properties.muster.gathering: expected watched or exempt, was 'no'",
                "properties.muster.minimum: expected the limit 3 or less, was 4",
                "feature 11 'many' properties.z_max: expected z_min 5.0 or more, was 2.0",
                "feature 11 'many' properties.muster.legal_basis: expected what allows 4 people",
                "feature 11 'many' properties.muster.stale_counts: expected true or false, was 1")) {
            assertTrue(all.contains(each), () -> "no fault \"" + each + "\" in\n" + all);
        }
        faults.forEach(each -> assertFalse(each.contains("\n"), each));
    }

    @Test
    void rulesAreReadNestedAndWithDots() throws PlanFaults {
        String head = HEAD.replace(
                "\"crs\":\"local\"",
                "\"crs\":\"local\",\"rules\":{\"gathering\":{\"min_count\":4,\"min_duration\":\" 45 s\"},\"watch.absence\":\"2 min\"}");
        assertEquals(
                Map.of("gathering.min_count", "4", "gathering.min_duration", "45 s", "watch.absence", "2 min"),
                read(plan(head)).rules());
        assertEquals(Map.of(), read(plan(HEAD)).rules());
    }

    /** Whoever knows the rules tells their faults among those of the plan. */
    @Test
    void faultsOfRulesStandAmongTheOthers() {
        String head = HEAD.replace("\"crs\":\"local\"", "\"crs\":\"local\",\"rules\":{\"a\":[1],\"b.c\":\"x\"}");
        byte[] document = plan(head, feature("\"f\"", SQUARE, "\"muster\":{\"role\":\"nothing\"}"));
        PlanFaults faults = assertThrows(
                PlanFaults.class,
                () -> PlanReader.read("north.geojson", document, PlanOverrides.none(), rules -> rules.keySet().stream()
                        .map(each -> each + ": no such rule")
                        .toList()));
        List<String> told = faults.faults();
        assertEquals(3, told.size(), told::toString);
        assertTrue(told.stream().anyMatch(each -> each.contains("feature 1 'f'")), told::toString);
        assertTrue(
                told.contains("north.geojson: muster.rules.a: expected a text or a number, was [1]"), told::toString);
        assertTrue(told.contains("north.geojson: muster.rules.b.c: no such rule"), told::toString);
    }

    @Test
    void whatIsNoPlanAtAll() {
        assertTrue(faults(utf8("{")).get(0).startsWith("plan.geojson: unreadable_json: "));
        assertTrue(faults(utf8("[]")).get(0).startsWith("plan.geojson: "));
        assertTrue(String.join("\n", faults(utf8("{}"))).contains("type: expected FeatureCollection, was nothing"));
        assertTrue(faults(utf8("{\"a\":" + "[".repeat(100_000))).get(0).contains("too_deep"));
        assertTrue(faults(new byte[2 * 1024 * 1024 + 1]).get(0).contains("oversize"));
        assertTrue(String.join("\n", faults(plan("\"muster\":{\"site\":\"a\",\"crs\":\"EPSG:4326\"}", "")))
                .contains("muster.crs: expected local where there is no origin, was 'EPSG:4326'"));
        assertTrue(String.join(
                        "\n",
                        faults(plan(
                                "\"muster\":{\"site\":\"a\",\"crs\":\"local\",\"origin\":{\"lon\":999,\"lat\":0}}",
                                "")))
                .contains("muster.origin: "));
    }

    @Test
    void twoBeaconsOfOneName() {
        String point = "{\"type\":\"Point\",\"coordinates\":[5,5]}";
        String all = String.join(
                "\n",
                faults(plan(
                        HEAD,
                        feature(
                                "\"b1\"",
                                point,
                                "\"radius\":3,\"muster\":{\"role\":\"beacon\",\"aliases\":[\"AA:BB:CC:DD:EE:FF\"]}"),
                        feature(
                                "\"b2\"",
                                point,
                                "\"radius\":3,\"muster\":{\"role\":\"beacon\",\"aliases\":[\"aabbccddeeff\"]}"))));
        assertTrue(all.contains("feature 2 'b2' properties.muster.aliases: expected a name of one beacon"), all);
    }

    private static PlanFence only(String muster) throws PlanFaults {
        return read(plan(HEAD, feature("\"a\"", SQUARE, "\"muster\":" + muster)))
                .fences()
                .get(0);
    }

    private static Plan read(byte[] json) throws PlanFaults {
        return PlanReader.read("plan.geojson", json, PlanOverrides.none());
    }

    private static List<String> faults(byte[] json) {
        return assertThrows(PlanFaults.class, () -> read(json)).faults();
    }

    private static byte[] plan(String head, String... features) {
        return utf8("{\"type\":\"FeatureCollection\"," + head + ",\"features\":[" + String.join(",", features) + "]}");
    }

    private static String feature(String id, String geometry, String properties) {
        return "{\"type\":\"Feature\",\"id\":" + id + ",\"geometry\":" + geometry + ",\"properties\":{" + properties
                + "}}";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
