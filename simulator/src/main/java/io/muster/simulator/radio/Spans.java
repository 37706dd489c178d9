package io.muster.simulator.radio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of time, put together. */
final class Spans {
    private Spans() {}

    /** When a fault ends; {@code latest} at the most. */
    static long end(Fault fault, long latest) {
        Long length = fault.forMillis();
        // Not at + for: the sum may be beyond the greatest number.
        return length == null || length >= latest - fault.atMillis() ? latest : fault.atMillis() + length;
    }

    /** In order, those that touch made one. */
    static List<Interval> joined(List<Interval> spans) {
        List<Interval> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingLong(Interval::fromMillis));
        List<Interval> joined = new ArrayList<>();
        for (Interval span : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && span.fromMillis() <= joined.get(last).untilMillis()) {
                Interval before = joined.get(last);
                joined.set(last, new Interval(before.fromMillis(), Math.max(before.untilMillis(), span.untilMillis())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    /** What of them lies in [from, until). */
    static List<Interval> within(List<Interval> spans, long from, long until) {
        return spans.stream()
                .filter(span -> span.overlaps(from, until))
                .map(span -> new Interval(Math.max(from, span.fromMillis()), Math.min(until, span.untilMillis())))
                .toList();
    }
}
