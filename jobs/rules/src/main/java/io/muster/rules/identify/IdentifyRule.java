package io.muster.rules.identify;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which time a fix has, and what is news of the tag. Nothing that arrives is dropped: a clock that runs wrong costs the fix its own time,
 * never its place.
 *
 * <p>Ahead of its arrival by more than 2 s: arrival is its own time. More than 5 s behind: marked late, and its own time stands (it may be a
 * buffered burst). The last 10 fixes all more than 60 s behind: the clock is at fault, and arrival is its own time.
 */
public final class IdentifyRule implements Rule<TagState, Report, Identified> {
    private static final long serialVersionUID = 1;

    /** A tag that was silent for longer than this was away (PD-3 measures tags that are online), not slow. */
    private static final long ABSENT_MILLIS = 600_000;

    private final long lateMillis;
    private final long aheadMillis;
    private final long behindMillis;
    private final int behindCount;
    private final TagWatch tags;

    public IdentifyRule(ClockOptions clock, TagOptions tags) {
        this.lateMillis = clock.lateMillis();
        this.aheadMillis = clock.aheadMillis();
        this.behindMillis = clock.behindMillis();
        this.behindCount = clock.behindCount();
        this.tags = new TagWatch(tags);
    }

    @Override
    public Step<TagState, Identified> onInput(@Nullable TagState state, Report report) {
        if (report.status() != null) {
            return tags.status(state, report, report.status());
        }
        long arrival = report.arrivalMillis();
        long generated = report.eventMillis();
        long behind = arrival - generated;
        int behindInARow =
                behind > behindMillis ? Math.min((state == null ? 0 : state.behindInARow()) + 1, behindCount) : 0;
        List<Mark> marks = report.marks();
        long event = generated;
        if (-behind > aheadMillis || behindInARow >= behindCount) {
            event = arrival;
            marks = with(marks, Mark.CLOCK_FAULT);
        } else if (behind > lateMillis) {
            marks = with(marks, Mark.LATE);
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
        return tags.heard(state, report, new Identified(fix, gap, null), fix, behindInARow);
    }

    /** Nothing was heard of the tag for a while, or it was: then the look is put off. */
    @Override
    public Step<TagState, Identified> onWake(TagState state, long nowMillis) {
        return tags.look(state, nowMillis);
    }

    private static List<Mark> with(List<Mark> marks, Mark mark) {
        List<Mark> all = new ArrayList<>(marks);
        all.add(mark);
        return all;
    }
}
