package io.muster.simulator.scenario;

import java.util.List;

/**
 * One scripted situation, in simulated time.
 *
 * @param stage fence id as in the plan file for {@code CROWDED_ZONE}, a name of our own for {@code GATHERING}
 * @param number counted from 0 per stage
 * @param cast indices of the people with a part, in the order in which they come
 * @param onsetMillis the zone holds one more than its limit, or three people are within 15 m, from here on
 * @param endMillis the zone is back at its limit, or fewer than three are within 15 m, from here on
 */
public record Situation(Kind kind, String stage, long number, List<Integer> cast, long onsetMillis, long endMillis) {

    public enum Kind {
        CROWDED_ZONE,
        GATHERING
    }
}
