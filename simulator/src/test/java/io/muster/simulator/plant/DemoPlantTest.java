package io.muster.simulator.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.simulator.movement.Place;
import io.muster.simulator.radio.Beacon;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoPlantTest {
    private final Plan plan = DemoPlant.plan("demo");
    private final DemoPaths paths = new DemoPaths(OpenGround.points());

    /** After a change of the areas run {@link DemoPlanFile}. */
    @Test
    void theShippedFileIsWhatTheAreasSay() {
        assertEquals(
                new String(DemoPlanFile.expected(), StandardCharsets.UTF_8),
                new String(DemoPlant.geoJson(DemoPlant.SITE), StandardCharsets.UTF_8));
    }

    @Test
    void everyRoleIsThereAndFortyFencesOrMore() {
        assertTrue(plan.fences().size() >= 40, "fences: " + plan.fences().size());
        assertEquals(
                Set.of(Role.values()),
                plan.fences().stream().map(PlanFence::role).collect(Collectors.toSet()));
    }

    @Test
    void hazardsHaveTheLimitOfThreeByDefault() {
        List<PlanFence> hazards = plan.fences().stream()
                .filter(fence -> fence.role() == Role.HAZARD)
                .toList();
        assertTrue(hazards.size() >= 20);
        hazards.forEach(fence -> assertEquals(3, fence.limit(), fence.foreignId()));
        hazards.forEach(fence -> assertEquals("PF-4b", fence.legalBasis(), fence.foreignId()));
    }

    @Test
    void oneUnitHasThreeFloorsOneAboveTheOther() {
        List<PlanFence> floors = plan.fences().stream()
                .filter(fence -> fence.foreignId().startsWith("unit-08-floor-"))
                .toList();
        assertEquals(
                List.of(0.0, 1.0, 2.0),
                floors.stream().map(fence -> fence.zone().floor()).toList());
        assertEquals(
                1,
                floors.stream()
                        .map(fence -> List.of(
                                fence.zone().shape().centroid()[0],
                                fence.zone().shape().centroid()[1]))
                        .distinct()
                        .count());
    }

    @Test
    void exemptRoomsSayWhy() {
        List<PlanFence> exempt =
                plan.fences().stream().filter(PlanFence::gatheringExempt).toList();
        assertTrue(exempt.size() >= 5);
        exempt.forEach(fence -> assertNotNull(fence.gatheringReason(), fence.foreignId()));
    }

    @Test
    void anotherSiteHasFencesOfItsOwn() {
        Plan other = DemoPlant.plan("north");
        assertEquals("north", other.site());
        assertTrue(other.fences().stream().noneMatch(fence -> plan.fence(fence.id()) != null));
    }

    @Test
    void everyBeaconOfTheRadioStandsInThePlan() {
        for (Beacon beacon : DemoPlant.beacons()) {
            PlanFence fence = Objects.requireNonNull(plan.beacon(beacon.source()), beacon.source());
            assertEquals(beacon.x(), fence.zone().shape().centroid()[0], 1e-9);
            assertTrue(beacon.reachMetres() >= 3 && beacon.reachMetres() <= 8);
        }
    }

    @Test
    void workSpotsAreFarFromEachOtherAndFromOutlines() {
        List<Place> spots = paths.spots();
        assertTrue(spots.size() >= 200, "spots: " + spots.size());
        for (Place spot : spots) {
            for (Place other : spots) {
                boolean same = spot.equals(other) || spot.floor() != other.floor();
                assertTrue(same || spot.distanceTo(other) >= 25, spot + " and " + other);
            }
            for (PlanFence fence : plan.fences()) {
                boolean limited = fence.limit() != null && spot.floor() == 0;
                double distance = Math.abs(fence.zone().shape().signedDistanceMetres(spot.x(), spot.y()));
                assertTrue(distance >= (limited ? 14 : 6) - 1e-9, spot + " at " + fence.foreignId());
            }
        }
    }

    @Test
    void pathsNeverTouchAHazardZoneAndReachEverySpotAndDoor() {
        List<PlanFence> hazards =
                plan.fences().stream().filter(fence -> fence.limit() != null).toList();
        for (List<Place> piece : paths.network().pieces()) {
            Place from = piece.get(0);
            Place to = piece.get(1);
            for (double along = 0; along <= from.distanceTo(to); along += 2) {
                Place at = from.towards(to, along);
                for (PlanFence fence : hazards) {
                    assertTrue(
                            fence.zone().shape().signedDistanceMetres(at.x(), at.y()) > 10,
                            at + " in " + fence.foreignId());
                }
            }
        }
        Place door = paths.rooms().get(0).door();
        paths.spots().forEach(spot -> assertTrue(paths.network().way(door, spot).size() > 1));
        paths.rooms().forEach(room -> assertNotNull(paths.network().way(door, room.door())));
    }
}
