package io.muster.simulator.plant;

import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.List;

/** Two open places of the demo plant without a limit and without work spots, where a gathering has room. */
final class OpenGround {
    private static final double[][] CENTRES = {{420, 215}, {140, 215}};
    private static final double RING_METRES = 31;
    private static final int AROUND = 7;

    private OpenGround() {}

    /** Points so close to one another that what keeps away from them keeps away from the whole place. */
    static List<Place> points() {
        List<Place> points = new ArrayList<>();
        for (double[] centre : CENTRES) {
            points.add(Place.ground(centre[0], centre[1]));
            for (int i = 0; i < AROUND; i++) {
                double angle = 2 * Math.PI * i / AROUND;
                points.add(Place.ground(
                        centre[0] + RING_METRES * StrictMath.cos(angle),
                        centre[1] + RING_METRES * StrictMath.sin(angle)));
            }
        }
        return points;
    }
}
