package io.muster.simulator.movement;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A day that is planned anew each time the scenario repeats: cycle n is [n * duration, (n + 1) * duration), and its timeline counts from 0 again. */
public final class CycleMotion implements Motion {
    private final long durationMillis;
    private final LongFunction<Timeline> plan;
    private final Sway sway;
    /** The cycle last asked for; a race only costs a second planning, since the holder is immutable. */
    private @Nullable Cycle cached;

    private record Cycle(long number, Timeline timeline) {}

    /**
     * @param plan the timeline of cycle n, with times in [0, duration]; must be a pure function
     * @throws IllegalArgumentException if the duration is not above 0
     */
    public CycleMotion(long durationMillis, LongFunction<Timeline> plan, Sway sway) {
        if (durationMillis <= 0) {
            throw new IllegalArgumentException("a cycle must last longer than 0 ms, was " + durationMillis);
        }
        this.durationMillis = durationMillis;
        this.plan = plan;
        this.sway = sway;
    }

    public long durationMillis() {
        return durationMillis;
    }

    /** The timeline of a cycle, in times of that cycle: 0 is its beginning. */
    public Timeline timeline(long cycle) {
        Cycle known = cached;
        if (known == null || known.number() != cycle) {
            known = new Cycle(cycle, plan.apply(cycle));
            cached = known;
        }
        return known.timeline();
    }

    @Override
    public void at(long millis, Pose out) {
        long cycle = Math.floorDiv(millis, durationMillis);
        timeline(cycle).at(millis - cycle * durationMillis, sway, out);
    }
}
