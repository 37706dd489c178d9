package io.muster.rules.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.geometry.Zone;
import io.muster.geometry.ZoneShape;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.plan.Gate;
import io.muster.rules.plan.PlannedZone;
import io.muster.rules.plan.SitePlan;
import io.muster.rules.plan.ZoneConduct;
import io.muster.rules.plan.ZoneRole;
import io.muster.rules.plan.ZoneRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacerTest {

    private final List<Zone> zones = new ArrayList<>();
    private final Map<String, ZoneRule> rules = new HashMap<>();
    private final Placer placer = new Placer(PlaceOptions.standard());

    /** A square from 0 to 10 m east of {@code x}. */
    private PlacerTest square(String id, double x, @Nullable Double floor, ZoneRule rule) {
        List<double[]> ring =
                List.of(new double[] {x, 0}, new double[] {x + 10, 0}, new double[] {x + 10, 10}, new double[] {x, 10});
        zones.add(new Zone(id, ZoneShape.polygon(List.of(ring)), floor, null, null));
        rules.put(id, rule);
        return this;
    }

    private PlacerTest square(String id, double x, @Nullable Double floor) {
        return square(id, x, floor, rule(id, null, null, null, null, null, null));
    }

    private SitePlan plan() {
        return SitePlan.of("plant", "v1", zones, rules);
    }

    private static ZoneRule rule(
            String id,
            @Nullable Integer confirmCount,
            @Nullable Long confirmMillis,
            @Nullable Double tolerance,
            @Nullable Long toleranceTimeout,
            @Nullable Long exitDelay,
            @Nullable Long timeout) {
        return PlannedZone.of(id)
                .role(ZoneRole.PRODUCTION)
                .gatheringExempt(id.equals("canteen"))
                .confirm(confirmCount, confirmMillis)
                .tolerance(tolerance, toleranceTimeout)
                .leave(exitDelay, timeout)
                .rule();
    }

    private static Position at(double x, double y, @Nullable Double floor, Technology technology, Mark... marks) {
        return new Position(
                "plant",
                "wang",
                Who.of(null, "01"),
                "T7",
                technology,
                x,
                y,
                0,
                floor,
                0.3,
                null,
                7_000,
                6_000,
                1,
                List.of(marks));
    }

    private static Position uwb(double x, double y, @Nullable Double floor) {
        return at(x, y, floor, Technology.UWB);
    }

    private static ZoneAt zoneAt(
            String id,
            double distance,
            int count,
            long millis,
            double tolerance,
            long timeout,
            long delay,
            long stale) {
        return new ZoneAt(
                id,
                distance,
                false,
                new Tolerances(count, millis, tolerance, timeout, delay, stale),
                true,
                ZoneTraits.NONE);
    }

    @Test
    void aPositionHasTheZonesThatContainItAndThoseWithinReach() {
        SitePlan plan = square("b", 0, null)
                .square("a", 10.5, null)
                .square("c", 40, null)
                .plan();
        Placed placed = placer.place(uwb(10, 5, null), plan);
        assertEquals("v1", placed.planVersion());
        assertEquals(
                List.of(
                        zoneAt("a", 0.5, 2, 3_000, 1, 5_000, 1_000, 10_000),
                        zoneAt("b", 0, 2, 3_000, 1, 5_000, 1_000, 10_000)),
                placed.zones());
        assertEquals(7_000, placed.timeMillis());
        assertEquals(6_000, placed.eventMillis());
    }

    @Test
    void theEdgeIsZeroAndInsideAndAHairOutsideIsNot() {
        SitePlan plan = square("a", 0, null).plan();
        assertEquals(0.0, placer.place(uwb(10, 10, null), plan).zones().get(0).signedDistanceMetres());
        assertEquals(true, placer.place(uwb(10, 3, null), plan).zones().get(0).inside());
        assertEquals(
                false,
                placer.place(uwb(Math.nextUp(10), 3, null), plan).zones().get(0).inside());
    }

    @Test
    void beaconsHaveWiderTolerancesAndSoHasEverythingElse() {
        SitePlan plan = square("a", 0, null).plan();
        for (Technology t : List.of(Technology.BLE, Technology.GNSS, Technology.OTHER)) {
            assertEquals(
                    List.of(zoneAt("a", 4, 2, 3_000, 5, 15_000, 3_000, 30_000)),
                    placer.place(at(14, 5, null, t), plan).zones());
        }
        assertEquals(List.of(), placer.place(uwb(14, 5, null), plan).zones());
    }

    @Test
    void aFencesOwnValuesWinForUwb() {
        SitePlan plan =
                square("a", 0, null, rule("a", 4, 9_000L, 0.5, 0L, 0L, 2_000L)).plan();
        assertEquals(
                List.of(zoneAt("a", -5, 4, 9_000, 0.5, 0, 0, 2_000)),
                placer.place(uwb(5, 5, null), plan).zones());
    }

    @Test
    void leavingUnderBeaconsIsNeverNarrowerThanBeaconsAre() {
        SitePlan plan =
                square("a", 0, null, rule("a", 4, 9_000L, 0.5, 0L, 0L, 2_000L)).plan();
        assertEquals(
                List.of(zoneAt("a", -5, 4, 9_000, 5, 15_000, 3_000, 2_000)),
                placer.place(at(5, 5, null, Technology.BLE), plan).zones());
        rules.put("a", rule("a", null, null, 8.0, -1L, 60_000L, -1L));
        assertEquals(
                List.of(zoneAt("a", -5, 2, 3_000, 8, -1, 60_000, -1)),
                placer.place(at(5, 5, null, Technology.BLE), plan()).zones());
    }

    @Test
    void aFenceThatNamesHalfOfTheConfirmationMeansThatHalf() {
        SitePlan plan = square("count", 0, null, rule("count", 4, null, null, null, null, null))
                .square("time", 0, null, rule("time", null, 9_000L, null, null, null, null))
                .plan();
        assertEquals(
                List.of(
                        zoneAt("count", -5, 4, -1, 1, 5_000, 1_000, 10_000),
                        zoneAt("time", -5, Integer.MAX_VALUE, 9_000, 1, 5_000, 1_000, 10_000)),
                placer.place(uwb(5, 5, null), plan).zones());
    }

    @Test
    void theReachIsTheWidestToleranceOfThePlanInForce() {
        SitePlan plan = square("a", 0, null)
                .square("wide", 100, null, rule("wide", null, null, 20.0, null, null, null))
                .plan();
        assertEquals(1, placer.place(uwb(30, 5, null), plan).zones().size());
        assertEquals(0, placer.place(uwb(30.5, 5, null), plan).zones().size());
        zones.remove(1);
        rules.remove("wide");
        assertEquals(0, placer.place(uwb(12, 5, null), plan()).zones().size());
        assertEquals(1, placer.place(uwb(30, 5, null), plan).zones().size());
    }

    @Test
    void outsideOfEverythingIsMarked() {
        SitePlan plan = square("a", 0, null).plan();
        assertEquals(
                List.of(Mark.LATE, Mark.OUTSIDE_PLAN),
                placer.place(at(10.5, 5, 0.0, Technology.UWB, Mark.LATE), plan)
                        .position()
                        .marks());
        assertEquals(List.of(), placer.place(uwb(10, 5, 0.0), plan).position().marks());
    }

    @Test
    void anotherFloorIsElsewhere() {
        SitePlan plan = square("hall", 0, 1.0).square("loft", 0, 2.0).plan();
        assertEquals(
                List.of("loft"),
                placer.place(uwb(5, 5, 2.0), plan).zones().stream()
                        .map(ZoneAt::fenceId)
                        .toList());
    }

    @Test
    void anUnknownFloorIsEveryFloorAndSureOnlyWhereTheZoneIsOnAll() {
        SitePlan plan = square("hall", 0, 1.0)
                .square("loft", 0, 2.0)
                .square("shaft", 0, null)
                .plan();
        for (Double floor : new Double[] {null, 3.0}) {
            Placed placed = placer.place(uwb(5, 5, floor), plan);
            assertEquals(
                    List.of("hall false", "loft false", "shaft true"),
                    placed.zones().stream()
                            .map(z -> z.fenceId() + " " + z.floorSure())
                            .toList());
            assertEquals(List.of(Mark.UNKNOWN_FLOOR), placed.position().marks());
            assertEquals(floor, placed.position().floor());
        }
    }

    @Test
    void whereThePlanNamesNoFloorsNobodyNeedsOne() {
        SitePlan plan = square("yard", 0, null).plan();
        assertEquals(List.of(), placer.place(uwb(5, 5, 3.0), plan).position().marks());
        assertEquals(true, placer.place(uwb(5, 5, null), plan).zones().get(0).floorSure());
    }

    @Test
    void aMarkIsNotSetTwice() {
        Position marked = at(5, 5, null, Technology.UWB, Mark.UNKNOWN_FLOOR);
        assertSame(marked, placer.place(marked, square("a", 0, null).plan()).position());
    }

    @Test
    void withoutAPlanThereAreNoZonesAndNothingToBeOutsideOf() {
        Position somewhere = uwb(5, 5, 1.0);
        assertEquals(new Placed(somewhere, "", List.of()), placer.place(somewhere, null));
    }

    @Test
    void exemptIsToldOfTheZone() {
        Placed placed = placer.place(uwb(5, 5, null), square("canteen", 0, null).plan());
        assertEquals(true, placed.zones().get(0).gatheringExempt());
    }

    @Test
    void aTemporaryFenceIsThereWhileItIsValid() {
        for (long[] span : new long[][] {{7_000, 7_001, 1}, {7_001, 9_000, 0}, {0, 7_000, 0}}) {
            zones.clear();
            rules.clear();
            SitePlan plan = square("dig", 0, null, zone(ZoneRole.HAZARD, ZoneConduct.FREE, span[0], span[1], "dig"))
                    .plan();
            List<ZoneAt> there = placer.place(uwb(5, 5, null), plan).zones();
            assertEquals(span[2], there.size(), "at 7 s of ordering time, from " + span[0]);
            assertTrue(there.isEmpty() || there.get(0).traits().equals(new ZoneTraits(false, false, true, span[1])));
        }
    }

    @Test
    void aZoneTellsWhatTheFenceStageMustKnow() {
        ZoneConduct rack = new ZoneConduct(
                null, null, null, List.of(), List.of(), List.of(), List.of(), "UTC", List.of(), List.of(), true);
        ZoneConduct still = new ZoneConduct(
                null, 60_000L, null, List.of(), List.of(), List.of(), List.of(), "UTC", List.of(), List.of());
        SitePlan plan = square("works", -20, null, zone(ZoneRole.PRODUCTION, ZoneConduct.FREE, null, null, "works"))
                .square("gate", -10, null, zone(ZoneRole.GATE, ZoneConduct.FREE, null, null, "gate"))
                .square("post", -20, 1.0, zone(ZoneRole.POST, still, null, null, "post"))
                .square("rack", 0, null, zone(ZoneRole.REST, rack, null, null, "rack"))
                .plan();
        assertEquals(Set.of("works", "post"), plan.behindGates());
        assertEquals(
                List.of("post true false true", "works true false false"),
                placer.place(uwb(-15, 5, 1.0), plan).zones().stream()
                        .map(z -> z.fenceId() + " " + z.traits().behindGates() + " "
                                + z.traits().tagsPutAway() + " " + z.traits().motionWatched())
                        .toList());
        assertTrue(placer.place(uwb(5, 5, null), plan).zones().get(0).traits().tagsPutAway());
        GateAt gate = placer.gate("gate", plan, 7_000);
        assertEquals(
                List.of("works"),
                gate == null
                        ? List.of()
                        : gate.areas().stream().map(ZoneAt::fenceId).toList());
        assertNull(placer.gate("works", plan, 7_000));
        assertNull(placer.gate("gate", null, 7_000));
    }

    @Test
    void aGateInTheMiddleOfAnAreaLeadsNowhereAndOneOnItsEdgeIn() {
        List<double[]> ring =
                List.of(new double[] {0, 0}, new double[] {100, 0}, new double[] {100, 100}, new double[] {0, 100});
        zones.add(new Zone("works", ZoneShape.polygon(List.of(ring)), null, null, null));
        rules.put("works", zone(ZoneRole.PRODUCTION, ZoneConduct.FREE, null, null, "works"));
        for (String[] gate : new String[][] {{"edge", "100,50"}, {"inner", "50,50"}, {"far", "109,50"}}) {
            String[] at = gate[1].split(",");
            zones.add(new Zone(
                    gate[0],
                    ZoneShape.circle(Double.parseDouble(at[0]), Double.parseDouble(at[1]), 8),
                    null,
                    null,
                    null));
            rules.put(gate[0], zone(ZoneRole.GATE, ZoneConduct.FREE, null, null, gate[0]));
        }
        SitePlan plan = plan();
        assertEquals(List.of("works"), gate(plan, "edge").areaIds());
        assertEquals(List.of(), gate(plan, "inner").areaIds());
        assertEquals(List.of(), gate(plan, "far").areaIds());
        assertEquals(8, gate(plan, "edge").radiusMetres(), 1e-9);
        assertEquals(Set.of("works"), plan.behindGates());
    }

    private static Gate gate(SitePlan plan, String id) {
        return Objects.requireNonNull(plan.gates().get(id));
    }

    private static ZoneRule zone(
            ZoneRole role, ZoneConduct conduct, @Nullable Long from, @Nullable Long until, String id) {
        return PlannedZone.of(id)
                .role(role)
                .conduct(conduct)
                .between(from, until)
                .rule();
    }

    @Test
    void rawHasNoTolerancesButTheTimeoutOfTheFence() {
        Placer raw = new Placer(PlaceOptions.raw());
        SitePlan plan = square("a", 0, null, rule("a", 4, 9_000L, 0.5, 700L, 700L, 2_000L))
                .square("b", 0, null)
                .plan();
        assertEquals(
                List.of(zoneAt("a", -5, 1, 0, 0, 0, 0, 2_000), zoneAt("b", -5, 1, 0, 0, 0, 0, -1)),
                raw.place(uwb(5, 5, null), plan).zones());
        assertEquals(List.of(), raw.place(uwb(10.001, 5, null), plan).zones());
    }

    @Test
    void optionsNameAllFaultsTogether() {
        assertEquals(List.of(), PlaceOptions.standard().faults());
        assertEquals(List.of(), PlaceOptions.raw().faults());
        Tolerances bad = new Tolerances(0, -2, -0.5, -2, -1, -2);
        Tolerances good = PlaceOptions.standard().ble();
        assertEquals(
                List.of(
                        "place.uwb.entry-confirm-count must be >= 1, was 0",
                        "place.uwb.entry-confirm must be >= 0 ms, or -1, was -2 ms",
                        "place.uwb.exit-tolerance must be >= 0 m, was -0.5 m",
                        "place.uwb.tolerance-timeout must be >= 0 ms, or -1, was -2 ms",
                        "place.uwb.exit-delay must be >= 0 ms, was -1 ms",
                        "place.uwb.stale-after must be >= 0 ms, or -1, was -2 ms"),
                new PlaceOptions(bad, good, good, true, true).faults());
    }
}
