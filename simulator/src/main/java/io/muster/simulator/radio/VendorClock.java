package io.muster.simulator.radio;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How wrong the clock of a vendor is, as a function of time: the sum of its faults. An offset and a drift end when the clock is set right; a jump stays.
 */
final class VendorClock {
    private final List<Fault> faults;

    VendorClock(List<Fault> faults) {
        this.faults = List.copyOf(faults);
    }

    boolean isRight() {
        return faults.isEmpty();
    }

    /**
     * What the clock shows less what it should, ms; > 0 = ahead.
     *
     * @param millis time within the cycle
     */
    long offsetMillis(long millis) {
        double offset = 0;
        for (Fault fault : faults) {
            offset += offset(fault, millis);
        }
        return Math.round(offset);
    }

    /**
     * When it is wrong by more than {@code millis}, within [0, until), in order.
     *
     * @param until time within the cycle
     */
    List<Interval> wrongByMoreThan(long millis, long until) {
        TreeSet<Long> corners = new TreeSet<>(List.of(0L, until));
        for (Fault fault : faults) {
            corners.add(Math.min(until, Math.max(0, fault.atMillis())));
            corners.add(Math.min(until, Spans.end(fault, until)));
        }
        List<Interval> found = new ArrayList<>();
        long from = 0;
        for (long to : corners) {
            if (to > from) {
                addStraight(found, from, to, millis);
                from = to;
            }
        }
        return Spans.joined(found);
    }

    /** Within [from, to) the offset is a straight line, so it is out of bounds at its beginning, at its end, or both. */
    private void addStraight(List<Interval> found, long from, long to, long bound) {
        boolean first = isOut(from, bound);
        boolean last = isOut(to - 1, bound);
        if (first && last && Long.signum(offsetMillis(from)) == Long.signum(offsetMillis(to - 1))) {
            found.add(new Interval(from, to));
            return;
        }
        if (first) {
            long in = from;
            for (long out = to - 1; out - in > 1; ) {
                long middle = (in + out) >>> 1;
                if (isOut(middle, bound) && Long.signum(offsetMillis(middle)) == Long.signum(offsetMillis(from))) {
                    in = middle;
                } else {
                    out = middle;
                }
            }
            found.add(new Interval(from, in + 1));
        }
        if (last) {
            long out = to - 1;
            for (long in = from; out - in > 1; ) {
                long middle = (in + out) >>> 1;
                if (isOut(middle, bound) && Long.signum(offsetMillis(middle)) == Long.signum(offsetMillis(to - 1))) {
                    out = middle;
                } else {
                    in = middle;
                }
            }
            found.add(new Interval(out, to));
        }
    }

    private boolean isOut(long millis, long bound) {
        return Math.abs(offsetMillis(millis)) > bound;
    }

    private static double offset(Fault fault, long millis) {
        if (fault.kind() == FaultKind.CLOCK_JUMP) {
            return millis >= fault.atMillis() ? fault.offsetMillis() : 0;
        }
        if (!fault.covers(millis)) {
            return 0;
        }
        return fault.kind() == FaultKind.CLOCK_OFFSET
                ? fault.offsetMillis()
                : fault.driftPpm() * (millis - fault.atMillis()) / 1e6;
    }
}
