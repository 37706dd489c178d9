package io.muster.rules.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.Seeds;
import io.muster.rules.Step;
import io.muster.rules.alarm.Driven;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Versions of a plan coming into force. */
class PlanRuleTest {
    private final PlanRule rule = new PlanRule();
    private @Nullable PlanState state;
    private @Nullable Long wakeAt;
    private final List<String> told = new ArrayList<>();

    @Test
    void aPlanIsInForceAtOnceWhereItIsValidAlready() {
        read("v1", 100, 100, zone("tank", 3), zone("pump", 5));
        assertEquals(List.of("100 pump limit 5 v1", "100 tank limit 3 v1"), told);
    }

    @Test
    void aPlanThatIsValidLaterWaitsForItsMoment() {
        read("v1", 100, 100, zone("tank", 3));
        read("v2", 200, 900, zone("tank", 2));
        assertEquals(List.of("100 tank limit 3 v1"), told);
        assertEquals(900, wakeAt);
        wake(900);
        assertEquals(List.of("100 tank limit 3 v1", "900 tank limit 2 v2"), told);
        assertEquals(null, wakeAt);
    }

    @Test
    void aZoneThatIsNoLongerDrawnIsToldSo() {
        read("v1", 100, 100, zone("tank", 3), zone("pump", 5));
        read("v2", 200, 200, zone("tank", 3));
        assertEquals(List.of("200 pump gone v2", "200 tank limit 3 v2"), told.subList(2, 4));
    }

    @Test
    void versionsComeIntoForceInTheOrderOfTheirMoments() {
        read("late", 100, 900, zone("tank", 1));
        read("soon", 200, 500, zone("tank", 2));
        assertEquals(500, wakeAt);
        wake(500);
        assertEquals(900, wakeAt);
        wake(900);
        assertEquals(List.of("500 tank limit 2 soon", "900 tank limit 1 late"), told);
    }

    @Test
    void ofTwoForTheSameMomentTheOneReadLaterStands() {
        read("first", 100, 900, zone("tank", 1));
        read("second", 200, 900, zone("tank", 2));
        wake(900);
        assertEquals("900 tank limit 2 second", told.get(told.size() - 1));
    }

    @Test
    void aTemporaryFenceIsToldWhenItBeginsAndWhenItEnds() {
        read("v1", 100, 100, zone("tank", 3), temporary("dig", 500L, 900L));
        assertEquals(List.of("100 tank limit 3 v1"), told);
        assertEquals(500, wakeAt);
        wake(500);
        assertEquals(900, wakeAt);
        wake(900);
        assertEquals(List.of("500 dig limit 1 v1", "900 dig gone v1"), told.subList(1, 3));
        assertEquals(null, wakeAt);
    }

    @Test
    void aTemporaryFenceThatIsOverIsNeverTold() {
        read("v1", 100, 100, temporary("dig", null, 100L), temporary("weld", null, 101L));
        assertEquals(List.of("100 weld limit 1 v1"), told);
    }

    @Test
    void aVersionThatComesWhileATemporaryFenceIsThereTellsWhatBecomesOfIt() {
        read("v1", 100, 100, temporary("dig", 200L, 900L), temporary("weld", 200L, 900L));
        wake(200);
        read("v2", 300, 300, temporary("dig", 200L, 400L), temporary("lift", 600L, null));
        assertEquals(List.of("300 dig limit 1 v2", "300 weld gone v2"), told.subList(2, 4));
        wake(400);
        wake(600);
        assertEquals(List.of("400 dig gone v2", "600 lift limit 1 v2"), told.subList(4, 6));
    }

    private static ZoneRule temporary(String id, @Nullable Long from, @Nullable Long until) {
        return zone(id, 1, from, until);
    }

    @Test
    void definitionsAreNumberedAndStandBeforeEverythingElseOfTheirMoment() {
        List<ZoneDefinition> events = new ArrayList<>();
        Step<PlanState, ZoneDefinition> first =
                rule.onInput(null, change("v1", 100, 100, 1, zone("tank", 3), zone("pump", 5)));
        events.addAll(first.events());
        events.addAll(rule.onInput(first.next(), change("v2", 200, 200, 2, zone("tank", 2)))
                .events());
        assertEquals(
                List.of(
                        "100 100 #plan/plant 0 1 pump",
                        "100 100 #plan/plant 0 2 tank",
                        "200 200 #plan/plant 0 3 pump",
                        "200 200 #plan/plant 0 4 tank"),
                events.stream()
                        .map(each -> each.timeMillis() + " " + each.eventMillis() + " " + each.origin() + " "
                                + each.partition() + " " + each.offset() + " " + each.fenceId())
                        .toList());
        assertEquals(200, change("v2", 200, 900, 2).eventMillis());
    }

    /** What stands in the end at each moment is the version that came into force last; of one moment the one read later. */
    @Test
    void whateverIsReadWhenTheVersionInForceStands() {
        for (long seed = 1; seed <= Seeds.upTo(200); seed++) {
            Random random = new Random(seed);
            Driven<PlanState, PlanChange, ZoneDefinition> driven = new Driven<>(new PlanRule());
            List<PlanChange> read = new ArrayList<>();
            for (int now = 0; now <= 100; now++) {
                if (random.nextInt(8) == 0) {
                    List<ZoneRule> zones = new ArrayList<>();
                    for (String id : List.of("a", "b", "c")) {
                        if (random.nextInt(3) > 0) {
                            zones.add(zone(id, random.nextInt(9)));
                        }
                    }
                    PlanChange each = change(
                            "v" + now,
                            now,
                            now + random.nextInt(3) * random.nextInt(30),
                            now,
                            zones.toArray(new ZoneRule[0]));
                    read.add(each);
                    driven.give(each);
                }
                driven.wakeUpTo(now);
                Map<String, String> stands = new TreeMap<>();
                for (ZoneDefinition each : driven.told()) {
                    ZoneRule zone = each.rule();
                    stands.put(each.fenceId(), zone == null ? "gone" : zone.limit() + " " + each.planVersion());
                }
                stands.values().removeIf(each -> each.equals("gone"));
                assertEquals(obvious(read, now), stands, "seed " + seed + " at " + now);
            }
        }
    }

    private static Map<String, String> obvious(List<PlanChange> read, int now) {
        PlanChange inForce = null;
        for (PlanChange each : read) {
            if (each.inForceMillis() <= now && (inForce == null || each.inForceMillis() >= inForce.inForceMillis())) {
                inForce = each;
            }
        }
        Map<String, String> zones = new TreeMap<>();
        if (inForce != null) {
            String version = inForce.version();
            inForce.zones().forEach(zone -> zones.put(zone.fenceId(), zone.limit() + " " + version));
        }
        return zones;
    }

    private static PlanChange change(String version, long now, long inForce, long offset, ZoneRule... zones) {
        return new PlanChange("plant", version, inForce, List.of(zones), now, "plans", 0, offset);
    }

    private void read(String version, long now, long inForce, ZoneRule... zones) {
        take(rule.onInput(state, new PlanChange("plant", version, inForce, List.of(zones), now, "plans", 0, now)));
    }

    private void wake(long now) {
        PlanState there = state;
        if (there != null) {
            take(rule.onWake(there, now));
        }
    }

    private void take(Step<PlanState, ZoneDefinition> step) {
        state = step.next();
        wakeAt = step.wakeAtMillis();
        for (ZoneDefinition each : step.events()) {
            ZoneRule zone = each.rule();
            told.add(each.timeMillis() + " " + each.fenceId() + (zone == null ? " gone" : " limit " + zone.limit())
                    + " " + each.planVersion());
        }
    }

    private static ZoneRule zone(String id, int limit) {
        return zone(id, limit, null, null);
    }

    private static ZoneRule zone(String id, int limit, @Nullable Long from, @Nullable Long until) {
        return PlannedZone.of(id).limit(limit).between(from, until).rule();
    }
}
