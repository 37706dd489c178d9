package io.muster.simulator.day;

import io.muster.simulator.scenario.Crew;

/**
 * One person of a crew.
 *
 * @param index counted from 0 over all crews; only for order, nothing is drawn from it
 * @param number within the crew, from 1
 */
public record Member(Crew crew, int number, int index) {

    /** As scenario files write it: {@code crew#number}. */
    public String name() {
        return crew.id() + "#" + number;
    }
}
