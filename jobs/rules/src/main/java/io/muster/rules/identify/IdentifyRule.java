package io.muster.rules.identify;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which time a fix has. Nothing that arrives is dropped: a clock that runs wrong costs the fix its own time, never its place.
 *
 * <p>Ahead of its arrival by more than 2 s: arrival is its own time. More than 5 s behind: marked late, and its own time stands (it may be a
 * buffered burst). The last 10 fixes all more than 60 s behind: the clock is at fault, and arrival is its own time.
 */
public final class IdentifyRule implements Rule<ClockState, Report, Identified> {
    private static final long serialVersionUID = 1;

    /** A tag that was silent for longer than this was away (PD-3 measures tags that are online), not slow. */
    private static final long ABSENT_MILLIS = 600_000;

    private final long lateMillis;
    private final long aheadMillis;
    private final long behindMillis;
    private final int behindCount;

    public IdentifyRule(ClockOptions options) {
        this.lateMillis = options.lateMillis();
        this.aheadMillis = options.aheadMillis();
        this.behindMillis = options.behindMillis();
        this.behindCount = options.behindCount();
    }

    @Override
    public Step<ClockState, Identified> onInput(@Nullable ClockState state, Report report) {
        long arrival = report.arrivalMillis();
        long generated = report.eventMillis();
        long behind = arrival - generated;
        int behindInARow =
                behind > behindMillis ? Math.min((state == null ? 0 : state.behindInARow()) + 1, behindCount) : 0;
        List<Mark> marks = new ArrayList<>(report.marks());
        long event = generated;
        if (-behind > aheadMillis || behindInARow >= behindCount) {
            event = arrival;
            marks.add(Mark.CLOCK_FAULT);
        } else if (behind > lateMillis) {
            marks.add(Mark.LATE);
        }
        Long last = state == null ? null : state.lastEventMillis();
        Long gap = last == null || event < last || event - last > ABSENT_MILLIS ? null : event - last;
        Fix fix = new Fix(
                report.site(),
                report.trackableId(),
                report.who(),
                report.providerId(),
                report.vendor(),
                report.technology(),
                report.x(),
                report.y(),
                report.z(),
                report.floor(),
                report.accuracyMetres(),
                report.timeMillis(),
                event,
                arrival,
                report.origin(),
                report.partition(),
                report.offset(),
                List.copyOf(marks));
        long newest = last == null ? event : Math.max(last, event);
        return Step.of(new ClockState(behindInARow, newest), List.of(new Identified(fix, gap)));
    }
}
