package io.muster.simulator.radio;

import io.muster.simulator.movement.Pose;
import java.util.List;

/**
 * What the tags of a run share: when it began, who hears them, and the cups that are filled again and again.
 *
 * @param startMillis instant of simulated time 0 (epoch)
 * @param lastDueMillis simulated time after which nothing is delivered any more
 */
record Air(
        long startMillis,
        long lastDueMillis,
        List<Beacon> beacons,
        RadioFaults faults,
        Schedule schedule,
        Pose pose,
        JsonLine line) {

    /** Sends, unless it would come {@link VendorFaults#NEVER} or after the end. */
    void put(long dueMillis, int stream, TimedMessage message) {
        if (dueMillis < VendorFaults.NEVER && dueMillis <= lastDueMillis) {
            schedule.put(dueMillis, stream, message);
        }
    }
}
