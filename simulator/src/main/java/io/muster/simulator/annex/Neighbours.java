package io.muster.simulator.annex;

import io.muster.simulator.movement.Place;
import java.util.List;

/** The person-centred count that AQ 3064.3 A.4 is built around. */
final class Neighbours {
    /** AQ 3064.3 3.5. */
    static final double RADIUS_METRES = 15;

    private Neighbours() {}

    /** The most people within 15 m of one of them, that one included; 0 where there is nobody. */
    static int most(List<Place> places) {
        int most = 0;
        for (Place centre : places) {
            int near = 0;
            for (Place other : places) {
                if (centre.distanceTo(other) <= RADIUS_METRES) {
                    near++;
                }
            }
            most = Math.max(most, near);
        }
        return most;
    }
}
