package io.muster.simulator.movement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.chance.Draw;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovementTest {
    private static final Place A = Place.ground(0, 0);
    private static final Place B = Place.ground(12, 0);
    private static final Place UP = new Place(12, 6, 1);

    @Test
    void aWalkTakesTheTimeThatItsSpeedSays() {
        Timeline walk = Timeline.from(A, 1_000).standUntil(5_000).walkTo(B, 1.2).build();
        assertEquals(15_000, walk.endMillis());
        Pose pose = new Pose();
        walk.at(10_000, Sway.none(), pose);
        assertEquals(6, pose.x, 1e-9);
    }

    @Test
    void aStairChangesTheFloorHalfWayAndTakesLonger() {
        Timeline climb = Timeline.from(B, 0).walkTo(UP, 1.2).build();
        assertEquals(5_000 + Timeline.STAIR_MILLIS, climb.endMillis());
        Pose pose = new Pose();
        climb.at(climb.endMillis() / 2 - 100, Sway.none(), pose);
        assertEquals(0, pose.floor);
        climb.at(climb.endMillis() / 2 + 100, Sway.none(), pose);
        assertEquals(1, pose.floor);
    }

    @Test
    void whoStandsStaysWithinTheSway() {
        Timeline standing = Timeline.from(A, 0).standFor(600_000).build();
        Sway sway = new Sway(Draw.of(7, "sway", 1));
        Pose pose = new Pose();
        for (long millis = 0; millis < 600_000; millis += 500) {
            standing.at(millis, sway, pose);
            assertTrue(Place.ground(pose.x, pose.y).distanceTo(A) <= Sway.RADIUS_METRES, "seed 7 at " + millis);
        }
    }

    @Test
    void theShortestWayIsTakenAndAnUnreachablePlaceIsNamed() {
        Place c = Place.ground(12, 20);
        PathNetwork network = new PathNetwork().connect(List.of(A, B, c)).connect(A, c);
        assertEquals(List.of(A, c), network.way(A, c));
        Place island = Place.ground(500, 500);
        network.connect(island, Place.ground(501, 500));
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> network.way(A, island));
        assertTrue(String.valueOf(error.getMessage()).contains("500"));
        assertThrows(IllegalArgumentException.class, () -> network.way(A, UP));
    }
}
