package io.muster.rules.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.Step;
import java.util.ArrayList;
import java.util.List;
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
        return new ZoneRule(
                id,
                id,
                id,
                ZoneRole.HAZARD,
                limit,
                "PF-4b",
                null,
                List.of(),
                false,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                ZoneRisk.NONE,
                ZoneConduct.FREE,
                null,
                null,
                null);
    }
}
