package io.muster.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.movement.Place;
import io.muster.simulator.plant.DemoPlant;
import io.muster.simulator.radio.Excursion;
import io.muster.simulator.radio.RadioOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file with a fault is refused with file, line and reason, all faults together. */
class ScenarioReaderTest {
    /** Without fault; each story changes one text of it. */
    private static final String FILE = """
            name: night
            plan: demo
            start: 2026-11-23T22:00+08:00
            duration: 4h
            people: 40
            shifts:
              late: {from: "22:00", until: "01:30"}
              stay: {from: -2h, until: "02:00"}
            crews:
              - id: field
                role: operator
                size: 12
                members: [Wang Wei, Li Na]
                shift: late
                department: production-1
                base: spots
                rounds: [inspection-1]
                lunch: {zone: canteen, from: "23:00", until: "00:30", for: 20m}
              - id: repair
                role: maintenance
                size: 3
                members: [Zhao Min]
                shift: stay
                department: maintenance
                base: change-house
                permit: {id: HW-1, type: "02", zone: workshop, from: "22:30", until: "23:30", approver: field#1}
              - {id: guard, role: guard, size: 1, department: security, base: post-loading}
              - {id: hosts, role: office, share: 1, department: hse, base: offices}
            events:
              - {kind: over_capacity, at: "23:10", zone: unit-02, size: 5, for: 90s, crew: field}
              - {kind: gathering, at: "00:10", place: {x: 420 m, y: 215 m}, steps: [{size: 3}, {size: 5, after: 60s}], for: 3m}
              - {kind: sos, at: 20m, who: field#3}
              - {kind: intrusion, at: "22:20", zone: substation, for: 1m}
              - {kind: off_post, at: "22:40", zone: post-loading, for: 3m}
              - {kind: guardian_leaves, at: "22:45", permit: HW-1, for: 2m}
            radio:
              uwb: {error: 1.515 m, mirror: {rate: 2 /h, metres: 8 m, for: 5s}}
              channel: {loss: 1.5 %}
            faults:
              - {kind: blind_spot, zone: unit-05, loss: 30 %}
            """;

    @Test
    void aFileWithoutFaultIsRead() throws Exception {
        Scenario scenario = read(FILE);
        assertEquals(4 * 3_600_000L, scenario.durationMillis());
        assertEquals(
                List.of(new Shift("late", 0, 12_600_000), new Shift("stay", -7_200_000, 14_400_000)),
                scenario.shifts());
        assertEquals(
                new Crew.Meal("canteen", 3_600_000, 9_000_000, 1_200_000),
                scenario.crews().get(0).lunch());
        List<Long> times = scenario.events().stream().map(Event::atMillis).toList();
        assertEquals(List.of(1_200_000L, 1_200_000L, 2_400_000L, 2_700_000L, 4_200_000L, 7_800_000L), times);
        Event gathering = scenario.events().get(5);
        assertEquals(Place.ground(420, 215), gathering.place());
        assertEquals(List.of(new Event.Step(3, 0), new Event.Step(5, 60_000)), gathering.steps());
        assertEquals(31, gathering.line());
    }

    @Test
    void whatTheRadioPartDoesNotSayIsAsTheDefaults() throws Exception {
        RadioOptions radio = read(FILE).radio();
        RadioOptions defaults = RadioOptions.defaults();
        assertEquals(1.0, radio.uwb().sigmaMetres(), 1e-12);
        assertEquals(new Excursion(2, 8, 5_000), radio.uwb().mirror());
        assertEquals(defaults.uwb().periodMillis(), radio.uwb().periodMillis());
        assertEquals(defaults.ble(), radio.ble());
        assertEquals(0.015, radio.channel().loss(), 1e-12);
        assertEquals(defaults.channel().maxDelayMillis(), radio.channel().maxDelayMillis());
    }

    @Test
    void anUnknownZone() {
        refused(
                "zone: unit-02,",
                "zone: unit-20,",
                "30: events[0].zone: unknown fence 'unit-20'; did you mean 'unit-02'?");
        refused("base: offices", "base: ofices", "28: crews[3].base: unknown fence 'ofices'; did you mean 'offices'?");
        refused("zone: unit-05", "zone: nowhere-at-all", "40: faults[0].zone: unknown fence 'nowhere-at-all'");
    }

    @Test
    void aPersonInTwoCrews() {
        refused("[Zhao Min]", "[Li Na]", "22: crews[1].members[0]: 'Li Na' is in two crews: field and repair");
        refused(
                "who: field#3",
                "who: [field#3, field#3]",
                "32: events[2].who: sos has one member, was [field#3, field#3]",
                "32: events[2].who[1]: 'field#3' is named twice");
        refused("id: repair", "id: field", "19: crews[1].id: there is a crew 'field' already");
    }

    @Test
    void anEndBeforeTheStart() {
        refused(
                "{from: -2h, until: \"02:00\"}",
                "{from: -2h, until: -3h}",
                "8: shifts.stay.until: ends before it begins, was '-3h'",
                "8: shifts.stay.until: is over before the scenario begins",
                "26: crews[1].permit.from: is outside the shift stay");
        refused(
                "until: \"23:30\"",
                "until: \"22:10\"",
                "26: crews[1].permit.until: ends before it begins",
                "35: events[5].at: is outside the time of the permit HW-1");
        refused("for: 90s", "for: -90s", "30: events[0].for: must be at least 1ms, was -90s");
        refused(
                "after: 60s}], for: 3m",
                "after: 60s}], for: 50s",
                "31: events[1].for: ends before the last step, which comes after 1m");
        refused("from: \"23:00\"", "from: \"00:45\"", "18: crews[0].lunch.until: ends before it begins");
    }

    @Test
    void whatIsOutsideTheScenarioOrTheShift() {
        refused("at: \"00:10\"", "at: \"03:10\"", "31: events[1].at: is outside the scenario, which lasts 4h");
        refused("at: \"00:10\"", "at: 239m", "31: events[1].for: ends after the scenario has ended");
        refused("at: 20m", "at: \"01:40\"", "32: events[2].who[0]: the event is outside the shift late of field");
        refused("until: \"00:30\"", "until: \"01:45\"", "18: crews[0].lunch.from: is outside the shift late");
        refused("at: \"23:10\"", "at: \"23:10\", every: 60s", "30: events[0].every: plays again before it has ended");
    }

    @Test
    void aFenceThatIsNotFit() {
        refused("zone: unit-02,", "zone: offices,", "30: events[0].zone: 'offices' has no limit in the plan");
        refused(
                "size: 5, for: 90s",
                "size: 3, for: 90s",
                "30: events[0].size: must be above the limit of 'unit-02', 3, was 3");
        refused(
                "zone: substation",
                "zone: unit-03",
                "33: events[3].zone: 'unit-03' is a fence with the role hazard; expected forbidden");
        refused(
                "zone: post-loading",
                "zone: post-gate-1",
                "34: events[4].zone: no such crew holds this post ('post-gate-1' is nobody's base or work)");
        refused(
                "[inspection-1]",
                "[gate-1]",
                "17: crews[0].rounds[0]: 'gate-1' is a fence with the role gate; expected inspection_point");
        refused(
                "place: {x: 420 m, y: 215 m}",
                "zone: canteen",
                "31: events[1].zone: 'canteen' is exempt from gatherings in the plan");
    }

    @Test
    void namesThatAreNotThere() {
        refused("crew: field", "crew: feild", "30: events[0].crew: unknown crew 'feild'; did you mean 'field'?");
        refused("shift: late", "shift: lat", "14: crews[0].shift: unknown shift 'lat'; did you mean 'late'?");
        refused("who: field#3", "who: field#13", "32: events[2].who[0]: no member 'field#13': the crew has 12");
        refused("permit: HW-1,", "permit: HW-2,", "35: events[5].permit: unknown permit 'HW-2'; did you mean 'HW-1'?");
        refused("kind: sos", "kind: s0s", "32: events[2].kind: no such kind 's0s'; did you mean 'sos'?");
        refused(
                "department: hse",
                "departement: hse",
                "28: crews[3]: unknown key 'departement'; did you mean 'department'?",
                "28: crews[3].department: missing; expected as the head count groups them");
    }

    @Test
    void aNumberWithoutItsUnit() {
        refused(
                "for: 90s",
                "for: 90",
                "30: events[0].for: expected a time with its unit, such as 90s, 5m, 1h30m or 250 ms, was '90'");
        refused(
                "x: 420 m",
                "x: 420",
                "31: events[1].place.x: expected a length with its unit, such as 0.5 m, was '420'");
        refused("loss: 1.5 %", "loss: 0.015", "38: radio.channel.loss: expected a share such as 1 %, was '0.015'");
        refused("rate: 2 /h", "rate: 2", "37: radio.uwb.mirror.rate: expected a rate such as 2 /h, was '2'");
    }

    @Test
    void whatAKindDoesNotHaveOrNeeds() {
        refused("who: field#3", "who: field#3, size: 2", "32: events[2].size: sos has no such key");
        refused(
                "zone: unit-02, size: 5",
                "zone: unit-02",
                "30: events[0].size: missing; expected it, as over_capacity needs it");
        refused(", loss: 30 %", ", loss: 30 %, offset: 1s", "40: faults[0].offset: blind_spot has no such key");
        refused(
                "{error: 1.515 m,",
                "{error: 1.515 m, sigma: 1 m,",
                "37: radio.uwb.error: either sigma or error (at 68.27 % of fixes), not both");
    }

    @Test
    void moreInCrewsThanThereAre() {
        refused("people: 40", "people: 15", "5: people: are 15, but the crews' sizes are 16 together");
        refused(
                "share: 1,",
                "size: 3,",
                "5: people: are 40, but the crews' sizes are 19 together and no crew has a share of the rest");
    }

    @Test
    void allFaultsComeTogetherInTheOrderOfTheirLines() {
        List<String> faults = faults(FILE.replace("duration: 4h", "duration: 4")
                .replace("shift: late", "shift: later")
                .replace("loss: 30 %", "loss: 130 %"));
        assertEquals(3, faults.size(), faults.toString());
        assertTrue(faults.get(0).startsWith("night.yaml:4: duration: "), faults.get(0));
        assertTrue(faults.get(1).startsWith("night.yaml:14: crews[0].shift: "), faults.get(1));
        assertEquals("night.yaml:40: faults[0].loss: must be from 0 % to 100 %, was 130 %", faults.get(2));
    }

    @Test
    void noYamlAtAll() {
        assertEquals(List.of("night.yaml:1: the file is empty"), faults(""));
        assertEquals(List.of("night.yaml:1: expected keys with values, such as 'people: 500'"), faults("hello"));
        refused("name: night", "name: &n night", "1: anchor &n; anchors are not read, write it out");
        refused("name: night", "name: *n", "1: alias *n; aliases are not read, write it out");
        refused(
                "name: night",
                "name: !!java.io.File night",
                "1: tag tag:yaml.org,2002:java.io.File; tags are not read");
        refused("plan: demo", "plan: demo\nplan: demo", "3: plan: this key stands here twice");
        assertEquals(
                List.of("night.yaml:1: the file has 1048577 bytes, at most 1048576 are read"),
                faults("#".repeat(YamlTree.MOST_BYTES + 1)));
        assertTrue(faults("a: [").get(0).startsWith("night.yaml:1: no YAML: "));
        assertEquals(List.of("night.yaml:1: nested more than 12 deep"), faults("a: " + "[".repeat(100_000)));
    }

    @Test
    void aFileThatIsNotThereAndAPlanThatIsNotThere() {
        List<String> faults = assertThrows(ScenarioFaults.class, () -> Scenarios.open("day-shfit"))
                .faults();
        assertTrue(faults.get(0).startsWith("'day-shfit': no such file; shipped scenarios are "), faults.get(0));
        assertTrue(faults.get(0).endsWith("; did you mean 'day-shift'?"), faults.get(0));
    }

    private static void refused(String text, String instead, String... sentences) {
        assertTrue(FILE.contains(text), text);
        List<String> expected =
                Arrays.stream(sentences).map(each -> "night.yaml:" + each).toList();
        String changed =
                FILE.substring(0, FILE.indexOf(text)) + instead + FILE.substring(FILE.indexOf(text) + text.length());
        assertEquals(expected, faults(changed));
    }

    private static List<String> faults(String yaml) {
        return assertThrows(ScenarioFaults.class, () -> read(yaml)).faults();
    }

    private static Scenario read(String yaml) throws ScenarioFaults {
        return ScenarioReader.read(
                "night.yaml",
                yaml.getBytes(StandardCharsets.UTF_8),
                (scenario, faults) -> DemoPlant.plan(DemoPlant.SITE));
    }
}
