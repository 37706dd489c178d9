package io.muster.simulator.truth;

import io.muster.simulator.truth.GatePass.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * Who goes through a gate: into the gate on one side of the outline of the production area, and out of it on the other. Who turns round in the gate, or has a post
 * in it, passes nothing.
 */
final class GatePasses {

    /**
     * One pass.
     *
     * @param millis when the outline of the production area is crossed, the last time if several; the middle of the stay in the gate where it is not crossed in it
     */
    record Pass(long millis, Direction direction) {}

    private GatePasses() {}

    /**
     * Passes of one person that are over before {@code untilMillis}.
     *
     * @param gate when the person is in the gate
     * @param production when the person is in the production area
     */
    static List<Pass> of(Spans gate, Spans production, long untilMillis) {
        List<Pass> passes = new ArrayList<>();
        for (int i = 0; i < gate.size() && gate.until(i) < untilMillis; i++) {
            boolean before = production.covers(gate.from(i) - 1);
            boolean after = production.covers(gate.until(i));
            if (before != after) {
                passes.add(new Pass(crossing(gate.from(i), gate.until(i), production, after), direction(after)));
            }
        }
        return passes;
    }

    private static Direction direction(boolean isInsideAfter) {
        return isInsideAfter ? Direction.IN : Direction.OUT;
    }

    private static long crossing(long from, long until, Spans production, boolean isInsideAfter) {
        if (isInsideAfter) {
            int index = production.indexAt(until);
            long crossing = production.from(index);
            return crossing >= from ? crossing : (from + until) / 2;
        }
        int next = production.firstEndingAfter(until);
        long crossing = next > 0 ? production.until(next - 1) : Long.MIN_VALUE;
        return crossing >= from ? crossing : (from + until) / 2;
    }
}
