package io.muster.rules.fence;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.fuse.Position;
import io.muster.rules.person.PersonNotice;
import io.muster.rules.place.GateAt;
import io.muster.rules.place.Passage;
import io.muster.rules.place.Placed;
import io.muster.rules.place.ZoneAt;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Presence of one person in all zones, on every fix and every word of a gate, a control room or a sensor; key: site and person. The steps for one
 * zone are those of {@link Phase}.
 *
 * <p><b>Entry</b>: at once when the accuracy circle lies wholly inside; else after enough fixes in a row inside, or the first fix inside after
 * enough time there. Decided at a fix only: a lone fix on the edge, and silence, is no entry. {@code since} is the first fix inside.
 *
 * <p><b>Exit</b>: the tolerance times out, or the exit delay passes, with or without a further fix; a second fix in a row beyond the
 * tolerance is an exit before the delay is over (omlox: one more update).
 *
 * <p><b>Again.</b> Who enters a zone for the second time within {@link FenceOptions#againMillis()} and stands stays counted until that time is over since
 * the first: who stands on the line is not in and out and in again (doubt removes nobody). Who walks away is let go.
 *
 * <p><b>Crossing</b> of a dangerous zone between two fixes, neither of them inside, is an entry and an exit, at the moments in between; they are told after
 * everything else of the second fix.
 *
 * <p><b>Silence</b> for longer than the zone allows makes a confirmed presence stale, and a possible presence stays possible. It makes an exit only
 * where somebody has said so: a gate whose newest word is that the person passed out, or a plan that says of the zone that tags are put away there.
 *
 * <p><b>Gates</b> ({@link Notices}). Who passes out is behind the gates no longer, and nowhere where they are stale; who passes in is in the
 * areas of the gate at once, stale where their tag is not heard: they are inside for sure, only nobody knows where. For {@link
 * FenceOptions#gateHoldMillis()} the gate is believed and not positions, which err by more than a step at the line; after that positions say
 * again where the person is. An entry behind the gates that they tell takes back that the person passed out.
 *
 * <p><b>Release</b> by a control room ends what is stale. Of somebody who is heard it changes nothing, and is refused.
 *
 * <p><b>Movement</b> is told where the plan watches it: as the sensor of the tag says; where none ever spoke, as positions say.
 *
 * <p>Changes of one instant are told in the order of fence ids. With the tolerances of the raw profile this is a crossing at every change of
 * containment.
 */
public final class FenceRule implements Rule<FenceState, FenceInput, FenceOutput> {
    private static final long serialVersionUID = 1;

    private final FenceOptions options;

    public FenceRule(FenceOptions options) {
        this.options = options;
    }

    @Override
    public Step<FenceState, FenceOutput> onInput(@Nullable FenceState before, FenceInput input) {
        FenceState state = before == null ? FenceState.NOTHING : before;
        Placed placed = input.placed();
        NoticeAt notice = input.notice();
        if (placed != null) {
            return fix(state, placed);
        }
        return notice == null || !options.gates() ? step(state, List.of()) : notice(state, notice);
    }

    private Step<FenceState, FenceOutput> fix(FenceState state, Placed placed) {
        Position at = placed.position();
        Position last = state.last();
        if (last != null && at.eventMillis() < last.eventMillis()) {
            return step(state, List.of());
        }
        Telling telling = Telling.fix(state, at, placed.planVersion(), options);
        Word word = state.word();
        boolean overruled = word.overrules(at.timeMillis(), at.eventMillis());
        each(state.stays(), placed.zones(), (stay, zone) -> {
            boolean gated = stay == null && zone != null && zone.traits().behindGates();
            Long entered =
                    zone == null ? null : state.enteredMillis(zone.fenceId(), at.timeMillis(), options.againMillis());
            Long steadyUntil = entered == null ? null : Long.valueOf(entered + options.againMillis());
            telling.take(gated && overruled ? Move.nothing(null) : Transitions.onFix(stay, zone, at, steadyUntil));
            return null;
        });
        for (Passage passage : placed.passages()) {
            telling.passed(passage);
        }
        return step(telling.state(telling.enteredBehindGates() ? word.back() : word), telling.outputs());
    }

    private Step<FenceState, FenceOutput> notice(FenceState state, NoticeAt notice) {
        return switch (notice.notice().kind()) {
            case STILL -> movement(state, notice, notice.eventMillis());
            case MOVING -> movement(state, notice, null);
            case PASSED_IN, PASSED_OUT -> passed(state, notice);
            case RELEASED -> released(state, notice);
        };
    }

    /** A pass that happened before the newest one known says nothing new. */
    private Step<FenceState, FenceOutput> passed(FenceState state, NoticeAt notice) {
        long passMillis = notice.eventMillis();
        if (passMillis < state.word().passMillis()) {
            return step(state, List.of());
        }
        boolean out = notice.notice().kind() == PersonNotice.Kind.PASSED_OUT;
        long hold = notice.timeMillis() + options.gateHoldMillis();
        GateAt gate = notice.gate();
        Telling telling = Telling.notice(state, notice, options);
        List<ZoneAt> areas = out || gate == null ? List.of() : gate.areas();
        boolean[] isLate = {false};
        each(state.stays(), areas, (stay, area) -> {
            if (!out) {
                telling.take(Notices.passedIn(stay, area, notice.timeMillis(), passMillis, state.heardMillis(), hold));
            } else if (stay != null) {
                isLate[0] |= stay.traits().behindGates() && stay.sinceMillis() > passMillis;
                telling.take(Notices.passedOut(stay, passMillis));
            }
            return null;
        });
        return step(telling.state(state.word().passed(passMillis, out && !isLate[0], hold)), telling.outputs());
    }

    private Step<FenceState, FenceOutput> released(FenceState state, NoticeAt notice) {
        Telling telling = Telling.notice(state, notice, options);
        for (Stay stay : state.stays()) {
            telling.take(Notices.released(stay, notice.timeMillis(), state.heardMillis()));
        }
        if (!telling.changed()) {
            telling.refuse(state.stays().isEmpty() ? "is counted nowhere" : "is heard, and not stale");
        }
        return step(telling.state(state.word()), telling.outputs());
    }

    private Step<FenceState, FenceOutput> movement(FenceState state, NoticeAt notice, @Nullable Long stillSinceMillis) {
        Word word = state.word();
        boolean isNews = !word.sensed() || (word.stillSinceMillis() == null) != (stillSinceMillis == null);
        if (!isNews) {
            return step(state, List.of());
        }
        FenceState now = state.with(word.still(stillSinceMillis));
        Telling telling = Telling.notice(now, notice, options);
        for (Stay stay : state.stays()) {
            telling.take(Move.nothing(stay));
        }
        return step(telling.state(now.word()), telling.outputs());
    }

    @Override
    public Step<FenceState, FenceOutput> onWake(FenceState state, long nowMillis) {
        Position last = state.last();
        if (last == null) {
            return step(state.forgetting(nowMillis, options.againMillis()), List.of());
        }
        Telling telling = Telling.wake(state, last, nowMillis, options);
        for (Stay stay : state.stays()) {
            telling.take(Transitions.onWake(stay, state.last(), state.word().out(), nowMillis));
        }
        return step(telling.state(state.word()), telling.outputs());
    }

    /** Both are sorted by fence id. */
    private static void each(
            List<Stay> stays, List<ZoneAt> zones, BiFunction<@Nullable Stay, @Nullable ZoneAt, @Nullable Void> take) {
        int s = 0;
        int z = 0;
        while (s < stays.size() || z < zones.size()) {
            int order = s == stays.size()
                    ? 1
                    : z == zones.size()
                            ? -1
                            : stays.get(s).fenceId().compareTo(zones.get(z).fenceId());
            Stay stay = order <= 0 ? stays.get(s++) : null;
            ZoneAt zone = order >= 0 ? zones.get(z++) : null;
            take.apply(stay, zone);
        }
    }

    private Step<FenceState, FenceOutput> step(FenceState state, List<FenceOutput> outputs) {
        Long wakeAt = null;
        for (Stay stay : state.stays()) {
            wakeAt = earlier(wakeAt, earlier(stay.exitAtMillis(), stay.staleAtMillis()));
            wakeAt = earlier(wakeAt, stay.traits().endsAtMillis());
        }
        if (state.stays().isEmpty()) { // else they are forgotten with the next fix
            for (Entered each : state.entered()) {
                wakeAt = earlier(wakeAt, each.atMillis() + options.againMillis());
            }
        }
        return Step.of(state.isForgettable() ? null : state, outputs, wakeAt);
    }

    private static @Nullable Long earlier(@Nullable Long a, @Nullable Long b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Math.min(a, b);
    }
}
