package io.muster.simulator.day;

import io.muster.simulator.day.Appointment.Activity;
import io.muster.simulator.movement.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere from then until then.
 *
 * @param via the way to take from the stay before, if that one is where this way begins; null = the shortest
 * @param paced true: the walk there takes the whole time since the stay before, so that two who walk together set out and arrive together
 */
record Stay(
        long fromMillis,
        long untilMillis,
        Place place,
        Activity activity,
        @Nullable List<Place> via,
        boolean paced) {

    static Stay at(Place place, long fromMillis, long untilMillis) {
        return new Stay(fromMillis, untilMillis, place, Activity.STAND, null, false);
    }

    Stay between(long from, long until) {
        return new Stay(from, until, place, activity, via, paced);
    }
}
