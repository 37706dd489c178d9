package io.muster.rules.window;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.occupancy.ZoneCount;
import io.muster.rules.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many people were in a zone (key: site and fence), per compute cycle: windows [k · cycle, (k + 1) · cycle) of ordering time (PD-3).
 *
 * <p>The count is confirmed + stale as a step function of ordering time: of several counts at one instant only the last lasts, so only that one
 * is seen by min, max and the limit. An input at the very end of a window belongs to the next one and closes this one; else the wake-up does.
 *
 * <p>A window is told if anybody was counted or sampled in it, and so is the first empty one after: a reader sees that it emptied. Then the
 * zone is silent until somebody comes again.
 */
public final class WindowRule implements Rule<WindowState, WindowInput, ZoneWindow> {
    private static final long serialVersionUID = 1;

    private final WindowOptions options;

    public WindowRule(WindowOptions options) {
        this.options = options;
    }

    @Override
    public Step<WindowState, ZoneWindow> onInput(@Nullable WindowState state, WindowInput input) {
        List<ZoneWindow> told = new ArrayList<>();
        long now = input.timeMillis();
        WindowState next = state == null ? unknown(input) : state;
        while (next.startMillis() != null && now >= next.startMillis() + options.cycleMillis()) {
            next = close(next, next.startMillis(), told);
        }
        ZoneCount count = input.count();
        Sample sample = input.sample();
        if (count != null) {
            next = counted(next, count, now);
        } else if (sample != null && !sample.left()) {
            next = openAt(next, now).sampled(sample.planVersion(), sample.eventMillis());
        }
        return Step.of(next, told, endOf(next));
    }

    @Override
    public Step<WindowState, ZoneWindow> onWake(WindowState state, long nowMillis) {
        List<ZoneWindow> told = new ArrayList<>();
        WindowState next = state;
        while (next.startMillis() != null && nowMillis >= next.startMillis() + options.cycleMillis()) {
            next = close(next, next.startMillis(), told);
        }
        return Step.of(next, told, endOf(next));
    }

    private WindowState counted(WindowState state, ZoneCount count, long nowMillis) {
        if (count.report()) {
            return state.withPlan(state.limit(), count.planVersion());
        }
        int people = count.confirmed() + count.stale();
        WindowState next = people > 0 ? openAt(state, nowMillis) : state;
        if (next.startMillis() != null) {
            next = lasted(next, nowMillis);
        }
        Integer overBy = count.overBy();
        return next.changed(people, overBy != null && overBy > 0).withPlan(count.limit(), count.planVersion());
    }

    /** The window of this moment, if none is open: nobody was there since its start. */
    private WindowState openAt(WindowState state, long nowMillis) {
        return state.startMillis() != null
                ? state
                : state.opened(Math.floorDiv(nowMillis, options.cycleMillis()) * options.cycleMillis(), false);
    }

    /** Until now nothing has changed since the last change. A time before that (it cannot be) adds nothing. */
    private static WindowState lasted(WindowState state, long untilMillis) {
        long lasted = untilMillis - state.sinceMillis();
        if (lasted <= 0) {
            return state;
        }
        Integer min = state.min();
        return new WindowState(
                state.site(),
                state.fenceId(),
                state.startMillis(),
                state.follows(),
                state.count(),
                state.over(),
                untilMillis,
                state.personMillis() + lasted * state.count(),
                min == null ? state.count() : Math.min(min, state.count()),
                Math.max(state.max(), state.count()),
                state.overSeen() || state.over(),
                state.samples(),
                state.newestFixMillis(),
                state.limit(),
                state.planVersion(),
                state.seq());
    }

    private WindowState close(WindowState state, long startMillis, List<ZoneWindow> told) {
        long end = startMillis + options.cycleMillis();
        WindowState whole = lasted(state, end);
        Integer min = whole.min();
        boolean somebody = whole.max() > 0 || whole.samples() > 0;
        if (!somebody && !whole.follows()) {
            // Who came and went within one instant was never there.
            return whole.silent();
        }
        told.add(new ZoneWindow(
                whole.site(),
                whole.fenceId(),
                startMillis,
                end,
                whole.samples(),
                min == null ? 0 : min,
                (double) whole.personMillis() / options.cycleMillis(),
                whole.max(),
                whole.personMillis() / 1000.0,
                whole.limit(),
                whole.overSeen(),
                whole.newestFixMillis(),
                whole.planVersion(),
                whole.seq() + 1));
        return somebody ? whole.numbered().opened(end, true) : whole.numbered().silent();
    }

    private @Nullable Long endOf(WindowState state) {
        return state.startMillis() == null ? null : state.startMillis() + options.cycleMillis();
    }

    private static WindowState unknown(WindowInput input) {
        return new WindowState(
                input.site(), input.fenceId(), null, false, 0, false, 0, 0, null, 0, false, 0, null, null, "", 0);
    }
}
