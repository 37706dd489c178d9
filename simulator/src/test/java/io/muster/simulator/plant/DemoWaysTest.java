package io.muster.simulator.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Walking in the demo plant: doors, gates, stairs, and where one stands. */
class DemoWaysTest {
    private final Plant plant = DemoPlant.plant("demo");

    @Test
    void fromASeatOneGoesThroughTheDoorAndThroughAGateToTheUnit() {
        Place seat = plant.seat("control-room", Draw.of(7, "seat", 1));
        Place stand = plant.stands("unit-08-floor-0", 1).get(0);
        List<Place> way = plant.way(seat, stand);
        assertEquals(seat, way.get(0));
        assertEquals(Place.ground(475, 110), way.get(1), "the door");
        assertEquals(stand, way.get(way.size() - 1));
        assertTrue(passesAGate(way), way.toString());
    }

    @Test
    void everyWayIntoThePlantPassesAGate() {
        for (PlanFence fence : plant.plan().fences()) {
            boolean inPlant = fence.role() == Role.HAZARD
                    || fence.role() == Role.FORBIDDEN
                    || fence.role() == Role.INSPECTION_POINT
                    || fence.foreignId().equals("muster-west");
            if (inPlant) {
                Place from = plant.entrance(Draw.of(7, "entrance", 3));
                Place to = plant.stands(fence.foreignId(), 1).get(0);
                List<Place> way = plant.way(from, to);
                assertTrue(passesAGate(way), fence.foreignId() + ": " + way);
                assertTrue(plant.isReachable(to), fence.foreignId());
            }
        }
        plant.spots().forEach(spot -> assertTrue(plant.isReachable(spot), spot.toString()));
    }

    @Test
    void theUpperFloorIsReachedByTheStair() {
        List<Place> way = plant.way(
                Place.ground(490, 420), plant.stands("unit-08-floor-2", 1).get(0));
        List<Integer> floors = way.stream().map(Place::floor).distinct().toList();
        assertEquals(List.of(0, 1, 2), floors);
        assertThrows(
                IllegalArgumentException.class,
                () -> plant.way(Place.ground(490, 420), new Place(490, 420, 7)),
                "there is no floor 7");
    }

    @Test
    void noWayCutsAcrossARoomOrAForbiddenPlace() {
        Walls walls = new Walls(plant.plan());
        Draw draw = Draw.of(7, "ways", 0);
        for (int i = 0; i < 300; i++) {
            Place from = plant.spots().get(draw.below(plant.spots().size()));
            Place to = plant.spots().get(draw.below(plant.spots().size()));
            List<Place> way = plant.way(from, to);
            for (int leg = 1; leg < way.size(); leg++) {
                assertTrue(walls.isOpen(way.get(leg - 1), way.get(leg)), "seed 7, " + from + " to " + to);
            }
        }
    }

    @Test
    void standsAreDeepAndFarApartAndTheFirstOnesAreAlwaysTheSame() {
        List<Place> four = plant.stands("unit-02", 4);
        assertEquals(four, plant.stands("unit-02", 50).subList(0, 4));
        Region unit = region("unit-02");
        for (int i = 0; i < 4; i++) {
            assertTrue(unit.signedDistance(four.get(i).x(), four.get(i).y()) <= -5 + 1e-6);
            for (int j = 0; j < i; j++) {
                assertTrue(four.get(i).distanceTo(four.get(j)) >= 49, four.toString());
            }
        }
        assertEquals(50, new HashSet<>(plant.stands("unit-02", 50)).size());
    }

    @Test
    void everyFenceHasStandsInsideIt() {
        for (PlanFence fence : plant.plan().fences()) {
            Region region = region(fence.foreignId());
            for (Place stand : plant.stands(fence.foreignId(), 6)) {
                assertTrue(region.holds(stand, -0.3), fence.foreignId() + " " + stand);
            }
        }
        assertThrows(IllegalArgumentException.class, () -> plant.stands("no-such-fence", 1));
    }

    @Test
    void besideIsOutsideOnTheSameFloorAndReachable() {
        for (String fence : List.of("unit-02", "unit-08-floor-1", "substation", "tank-dike-3", "muster-west")) {
            Place beside = plant.beside(fence, 2.5);
            double metres = region(fence).signedDistance(beside.x(), beside.y());
            assertTrue(metres >= 2.5 && metres < 2.7, fence + " " + metres);
            assertEquals(region(fence).floor(), beside.floor());
            assertTrue(plant.isReachable(beside), fence);
            Place within = plant.beside(fence, -3);
            double depth = -region(fence).signedDistance(within.x(), within.y());
            assertTrue(depth >= 3 && depth < 3.2, fence + " " + depth);
        }
    }

    @Test
    void thePlanGoesOutAsItIs() {
        assertEquals(DemoPlant.plan("demo").version(), plant.plan().version());
        assertEquals(DemoPlant.beacons(), plant.beacons());
        assertTrue(plant.spots().size() > 100, plant.spots().size() + " spots");
    }

    private Region region(String fence) {
        return new Region(plant.fence(fence).orElseThrow());
    }

    private boolean passesAGate(List<Place> way) {
        List<Region> gates = new Walls(plant.plan()).gates();
        for (int leg = 1; leg < way.size(); leg++) {
            Place from = way.get(leg - 1);
            Place to = way.get(leg);
            for (double metres = 0; metres < from.distanceTo(to); metres += 1) {
                Place at = from.towards(to, metres);
                if (gates.stream().anyMatch(gate -> gate.holds(at, 0))) {
                    return true;
                }
            }
        }
        return false;
    }
}
