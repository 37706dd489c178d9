package io.muster.simulator.day;

import io.muster.simulator.movement.Place;

/**
 * Where a member has to be, and when: the way there is taken so that the member arrives at {@code fromMillis} and leaves at {@code untilMillis}.
 *
 * @param member {@code crew#number}
 * @param fromMillis simulated time of the arrival at the place
 * @param untilMillis simulated time of the departure; not before {@code fromMillis}
 * @param why for what is said about it, e.g. {@code over_capacity unit-02}
 * @param line of the scenario file; 0 = routine
 */
public record Appointment(
        String member, long fromMillis, long untilMillis, Place place, Activity activity, String why, int line) {

    /** What is done there. */
    public enum Activity {
        /** Stands or works, swaying a little. */
        STAND,
        /** Lies without the least movement. */
        LIE
    }
}
