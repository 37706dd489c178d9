package io.muster.simulator.scenario;

import io.muster.simulator.movement.Timeline;
import org.jspecify.annotations.Nullable;

/** One stage with its cast: a situation per slot, each a pure function of (seed, stage, slot number, size of the cast). */
interface Script {

    /** How many parts there are. */
    int parts();

    /** Length of a slot: one situation plays in each. */
    long slotMillis();

    /** Where slot 0 begins, in simulated time; all that belongs to a situation lies in its slot. */
    long offsetMillis();

    /** The situation of that slot; null if the cast is too small for it. */
    @Nullable
    Situation situation(long number);

    /** The way of one part through that slot; begins and ends at its home. */
    Timeline way(int part, long number);
}
