package io.muster.simulator.truth;

import io.muster.simulator.people.Person;
import io.muster.simulator.radio.Interval;
import java.util.List;

/** When the radio does not show somebody where they are, for reasons beyond noise: jumps, flips, silent tags, outages. */
@FunctionalInterface
public interface Doubts {
    /** A radio without any. */
    Doubts NONE = (person, fromMillis, untilMillis) -> List.of();

    /** Those that touch a time, sorted by their beginning, in simulated time. */
    List<Interval> of(Person person, long fromMillis, long untilMillis);
}
