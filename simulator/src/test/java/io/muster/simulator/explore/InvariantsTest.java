package io.muster.simulator.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.contract.codec.Json;
import io.muster.contract.plan.Plan;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.Clearance;
import io.muster.contract.value.Level;
import io.muster.contract.value.MemberState;
import io.muster.contract.value.Name;
import io.muster.contract.value.OccupancyMember;
import io.muster.contract.value.Subject;
import io.muster.contract.value.TruthLine;
import io.muster.contract.value.ZoneOccupancy;
import io.muster.simulator.plant.DemoPlant;
import io.muster.simulator.radio.Interval;
import io.muster.simulator.truth.Presence;
import io.muster.simulator.truth.Truth;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each invariant is broken once, by hand, and found; and an orderly hour breaks none. */
class InvariantsTest {
    private static final long START = Instant.parse("2026-07-01T08:00:00Z").toEpochMilli();
    private static final Plan PLAN = DemoPlant.plan("demo");
    private static final String UNIT = fence("unit-02");
    private static final String TANKS = fence("tank-dike-5");
    private static final String LI = "11111111-1111-5111-8111-111111111111";

    @Test
    void anOrderlyHourBreaksNothing() {
        Invariants invariants = new Invariants(PLAN, truth(0, 600), seen(0, 600));
        motions(invariants, 0, 4);
        occupancy(invariants, 1, 5, UNIT, LI);
        alarm(invariants, 10, "a", 1, null, null);
        alarm(invariants, 20, "a", 2, 20L, 20L);
        motions(invariants, 22, 600);
        occupancy(invariants, 2, 600, UNIT);
        assertEquals(List.of(), texts(invariants.end(at(600))));
    }

    @Test
    void twoOpenAlarmsOfOneRuleAndSubject() {
        Invariants invariants = new Invariants(PLAN, nothing(), Map.of());
        alarm(invariants, 10, "a", 1, null, null);
        alarm(invariants, 12, "b", 1, null, null);
        alarm(invariants, 13, "a", 2, 13L, 13L);
        assertEquals(
                List.of("one-open-alarm: over_capacity of fence " + UNIT + ": b is raised while a is open"),
                texts(invariants.breaches()));
    }

    @Test
    void oneAlarmMayTakeThePlaceOfAnotherAtOneInstant() {
        Invariants invariants = new Invariants(PLAN, nothing(), Map.of());
        alarm(invariants, 10, "b", 1, null, null);
        alarm(invariants, 12, "a", 1, null, null);
        alarm(invariants, 12, "b", 2, 12L, 12L);
        alarm(invariants, 20, "a", 2, 20L, 20L);
        assertEquals(List.of(), texts(invariants.end(at(600))));
    }

    @Test
    void aNumberLeftOutAndALifeAfterDeath() {
        Invariants invariants = new Invariants(PLAN, nothing(), Map.of());
        alarm(invariants, 10, "a", 1, null, null);
        alarm(invariants, 11, "a", 3, 11L, 11L);
        alarm(invariants, 12, "a", 4, 12L, 12L);
        assertEquals(
                List.of(
                        "one-open-alarm: alarm a has seq 3 after 1",
                        "one-open-alarm: alarm a speaks after it was cleared"),
                texts(invariants.breaches()));
    }

    @Test
    void anAlarmThatStandsThoughNothingIsTheMatter() {
        Invariants invariants = new Invariants(PLAN, nothing(), Map.of());
        alarm(invariants, 10, "a", 1, null, null);
        assertEquals(
                List.of("raised-is-cleared: over_capacity a of fence " + UNIT + " stands since 2026-07-01T08:00:10Z"),
                texts(invariants.end(at(600))));
    }

    @Test
    void anAlarmMayStandWhileItsTruthHolds() {
        TruthLine holds = new TruthLine(
                AlarmKind.OVER_CAPACITY,
                new Subject("fence", UNIT),
                Instant.ofEpochMilli(at(9)),
                null,
                null,
                List.of(),
                null,
                true);
        Invariants invariants = new Invariants(PLAN, Truth.of(List.of(holds)), Map.of());
        alarm(invariants, 10, "a", 1, null, null);
        assertEquals(List.of(), invariants.end(at(600)));
    }

    @Test
    void ofTagsThatWereChangedSideBySideOnlyTheWayBackIsSeen() {
        TruthLine unseen = swap(100, 260, true);
        assertEquals(List.of(), texts(swapTold(200, unseen)));
        String stands = "raised-is-cleared: tag_swap_suspected s of trackable " + LI + " stands since 2026-07-01T08:";
        assertEquals(List.of(stands + "05:00Z"), texts(swapTold(300, unseen)), "long after it");
        assertEquals(
                List.of(stands + "03:20Z"),
                texts(swapTold(200, unseen, swap(100, 210, false))),
                "who could see it begin sees it end");
        assertEquals(List.of(stands + "03:20Z"), texts(swapTold(200)));
    }

    private static List<Breach> swapTold(long second, TruthLine... truths) {
        Invariants invariants = new Invariants(PLAN, Truth.of(List.of(truths)), Map.of());
        alarm(invariants, second, "s", 1, AlarmKind.TAG_SWAP_SUSPECTED, new Subject("trackable", LI), null, null);
        return invariants.end(at(3_600));
    }

    private static TruthLine swap(long from, long until, boolean tolerated) {
        return new TruthLine(
                AlarmKind.TAG_SWAP_SUSPECTED,
                new Subject("trackable", LI),
                Instant.ofEpochMilli(at(from)),
                null,
                Instant.ofEpochMilli(at(until)),
                List.of(LI),
                null,
                tolerated);
    }

    @Test
    void anAlarmThatNamesNoPlan() {
        Invariants invariants = new Invariants(PLAN, nothing(), Map.of());
        Subject nobody = new Subject("provider", "nobody");
        alarm(invariants, 10, "a", 1, AlarmKind.SOS, nobody, null, null);
        assertEquals(List.of(), texts(invariants.breaches()), "an SOS is told before anybody asks for a plan");
        alarm(invariants, 11, "a", 2, AlarmKind.SOS, nobody, null, null);
        alarm(invariants, 12, "b", 1, AlarmKind.LOW_BATTERY, nobody, null, null);
        assertEquals(
                List.of("names-its-plan: sos a 2 names no plan", "names-its-plan: low_battery b 1 names no plan"),
                texts(invariants.breaches()));
    }

    @Test
    void aCountThatIsNotItsMembers() {
        Invariants invariants = new Invariants(PLAN, nothing(), Map.of());
        invariants.said(
                "zone-occupancy", Json.write(count(1, 5, UNIT, 2, List.of(member(LI)), Map.of("01", 1))), at(5));
        assertEquals(
                List.of(
                        "count-equals-people: " + UNIT + " tells 2 confirmed and names 1",
                        "count-equals-people: " + UNIT + " tells 2 by person type and names 1"),
                texts(invariants.breaches()));
    }

    @Test
    void somebodyInsideWhoIsNotCountedIsToldOnce() {
        Invariants invariants = new Invariants(PLAN, truth(0, 600), seen(0, 600));
        motions(invariants, 0, 100);
        assertEquals(
                List.of("count-equals-people: " + LI + " is in " + UNIT + " and is not counted"),
                texts(invariants.breaches()));
    }

    @Test
    void somebodyOutsideWhoIsCounted() {
        Truth left = truth(0, 100);
        Invariants invariants = new Invariants(PLAN, left, seen(0, 600));
        occupancy(invariants, 1, 5, UNIT, LI);
        motions(invariants, 6, 200);
        assertEquals(
                List.of("count-equals-people: " + LI + " is not in " + UNIT + " and is counted"),
                texts(invariants.breaches()));
    }

    @Test
    void nobodyIsBlamedForWhatTheRadioCannotSee() {
        Invariants invariants = new Invariants(PLAN, truth(0, 600), Map.of(LI, List.of()));
        motions(invariants, 0, 10);
        alarm(invariants, 300, "a", 1, 300L, 300L);
        assertEquals(List.of(), invariants.breaches());
    }

    @Test
    void oneInTwoPlaces() {
        Invariants invariants = new Invariants(PLAN, nothing(), Map.of());
        occupancy(invariants, 1, 5, UNIT, LI);
        occupancy(invariants, 1, 6, TANKS, LI);
        alarm(invariants, 15, "a", 1, 15L, 15L);
        List<String> found = texts(invariants.breaches());
        assertEquals(1, found.size(), found.toString());
        assertEquals(true, found.get(0).startsWith("nobody-in-two-places: " + LI), found.toString());
    }

    @Test
    void oneWhoIsHeardAndVanishes() {
        Invariants invariants = new Invariants(PLAN, nothing(), seen(0, 600));
        motions(invariants, 0, 30);
        alarm(invariants, 90, "a", 1, 90L, 90L);
        assertEquals(
                List.of("nobody-vanishes: " + LI + " is heard and has had no position for 20 s"),
                texts(invariants.breaches()));
    }

    @Test
    void whatCannotBeRead() {
        Invariants invariants = new Invariants(PLAN, nothing(), Map.of());
        invariants.said("alarms", "{".getBytes(StandardCharsets.UTF_8), at(1));
        assertEquals("readable", invariants.breaches().get(0).invariant());
    }

    private static List<String> texts(List<Breach> breaches) {
        return breaches.stream()
                .map(breach -> breach.invariant() + ": " + breach.what())
                .toList();
    }

    private static String fence(String foreignId) {
        return PLAN.fences().stream()
                .filter(fence -> fence.foreignId().equals(foreignId))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static long at(long seconds) {
        return START + seconds * 1_000;
    }

    private static Truth nothing() {
        return Truth.of(List.of());
    }

    private static Truth truth(long from, long until) {
        Presence stay = new Presence(
                new Subject("fence", UNIT),
                Instant.ofEpochMilli(at(from)),
                Instant.ofEpochMilli(at(until)),
                List.of(LI),
                false);
        return new Truth(List.of(), List.of(stay), List.of());
    }

    private static Map<String, List<Interval>> seen(long from, long until) {
        return Map.of(LI, List.of(new Interval(at(from), at(until))));
    }

    private static void motions(Invariants invariants, long from, long until) {
        for (long second = from; second <= until; second += 2) {
            String motion = "{\"id\":\"" + LI
                    + "\",\"location\":{\"position\":{\"type\":\"Point\",\"coordinates\":[1,1]},\"source\":\"x\","
                    + "\"provider_type\":\"uwb\",\"provider_id\":\"t\",\"timestamp_generated\":\""
                    + Instant.ofEpochMilli(at(second)) + "\"}}";
            invariants.said("trackable-motions", motion.getBytes(StandardCharsets.UTF_8), at(second));
        }
    }

    private static OccupancyMember member(String id) {
        return new OccupancyMember(id, MemberState.CONFIRMED, Instant.ofEpochMilli(START));
    }

    private static void occupancy(Invariants invariants, long seq, long second, String fence, String... members) {
        List<OccupancyMember> list =
                List.of(members).stream().map(InvariantsTest::member).toList();
        Map<String, Integer> groups = list.isEmpty() ? Map.of() : Map.of("01", list.size());
        invariants.said("zone-occupancy", Json.write(count(seq, second, fence, list.size(), list, groups)), at(second));
    }

    private static ZoneOccupancy count(
            long seq,
            long second,
            String fence,
            int confirmed,
            List<OccupancyMember> members,
            Map<String, Integer> byType) {
        return new ZoneOccupancy(
                fence,
                "demo",
                seq,
                Instant.ofEpochMilli(at(second)),
                null,
                confirmed,
                0,
                0,
                confirmed == 0 ? Map.of() : Map.of("hse", confirmed),
                byType,
                confirmed == 0 ? Map.of() : Map.of("pump-operator", confirmed),
                3,
                null,
                null,
                0,
                null,
                members,
                null);
    }

    private static void alarm(
            Invariants invariants, long second, String id, long seq, @Nullable Long returned, @Nullable Long cleared) {
        alarm(invariants, second, id, seq, AlarmKind.OVER_CAPACITY, new Subject("fence", UNIT), returned, cleared);
    }

    private static void alarm(
            Invariants invariants,
            long second,
            String id,
            long seq,
            AlarmKind kind,
            Subject subject,
            @Nullable Long returned,
            @Nullable Long cleared) {
        Alarm alarm = new Alarm(
                id,
                "demo",
                seq,
                kind,
                new Name("超员报警", "over-capacity alarm"),
                cleared == null ? AlarmState.RAISED_UNACKNOWLEDGED : AlarmState.CLEARED,
                Level.RED,
                null,
                subject,
                List.of(UNIT),
                List.of(LI),
                null,
                Instant.ofEpochMilli(at(second)),
                Instant.ofEpochMilli(at(second)),
                null,
                returned == null ? null : Instant.ofEpochMilli(at(returned)),
                cleared == null ? null : new Clearance(Instant.ofEpochMilli(at(cleared)), "system", null),
                null,
                null,
                subject.id().equals("nobody") ? null : "demo-1",
                null,
                null,
                null);
        invariants.said("alarms", Json.write(alarm), at(second));
    }
}
