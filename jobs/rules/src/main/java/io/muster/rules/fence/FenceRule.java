package io.muster.rules.fence;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.fuse.Position;
import io.muster.rules.place.Placed;
import io.muster.rules.place.ZoneAt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Presence of one person in all zones, on every fix; key: site and person. The steps for one zone are those of {@link Phase}.
 *
 * <p><b>Entry</b>: at once when the accuracy circle lies wholly inside; else after enough fixes in a row inside, or the first fix inside after
 * enough time there. Decided at a fix only: a lone fix on the edge, and silence, is no entry. {@code since} is the first fix inside.
 *
 * <p><b>Exit</b>: the tolerance times out, or the exit delay passes, with or without a further fix; a second fix in a row beyond the
 * tolerance is an exit before the delay is over (omlox: one more update).
 *
 * <p><b>Silence</b> for longer than the zone allows makes a confirmed presence stale. It never makes an exit, and a possible presence stays
 * possible.
 *
 * <p>Changes of one instant are told in the order of fence ids. With the tolerances of the raw profile this is a crossing at every change of
 * containment.
 */
public final class FenceRule implements Rule<FenceState, Placed, PresenceChange> {
    private static final long serialVersionUID = 1;

    @Override
    public Step<FenceState, PresenceChange> onInput(@Nullable FenceState before, Placed placed) {
        FenceState state = before == null ? FenceState.NOTHING : before;
        Position at = placed.position();
        Position last = state.last();
        if (last != null && at.eventMillis() < last.eventMillis()) {
            return step(state, List.of());
        }
        Telling telling = new Telling(at, placed.planVersion(), at.timeMillis(), at.eventMillis(), state.seq());
        List<Stay> stays = state.stays();
        List<ZoneAt> zones = placed.zones();
        int s = 0;
        int z = 0;
        while (s < stays.size() || z < zones.size()) { // both are sorted by fence id
            int order = s == stays.size()
                    ? 1
                    : z == zones.size()
                            ? -1
                            : stays.get(s).fenceId().compareTo(zones.get(z).fenceId());
            Stay stay = order <= 0 ? stays.get(s++) : null;
            ZoneAt zone = order >= 0 ? zones.get(z++) : null;
            telling.take(Transitions.onFix(stay, zone, at));
        }
        return step(telling.state(), telling.changes);
    }

    @Override
    public Step<FenceState, PresenceChange> onWake(FenceState state, long nowMillis) {
        Position last = state.last();
        if (last == null) {
            return step(state, List.of());
        }
        Telling telling = new Telling(last, state.planVersion(), nowMillis, nowMillis, state.seq());
        for (Stay stay : state.stays()) {
            telling.take(Transitions.onWake(stay, last, nowMillis));
        }
        return step(telling.state(), telling.changes);
    }

    private static Step<FenceState, PresenceChange> step(FenceState state, List<PresenceChange> changes) {
        Long wakeAt = null;
        for (Stay stay : state.stays()) {
            wakeAt = earlier(wakeAt, earlier(stay.exitAtMillis(), stay.staleAtMillis()));
        }
        boolean forget = state.stays().isEmpty() && state.seq() == 0;
        return Step.of(forget ? null : state, List.copyOf(changes), wakeAt);
    }

    private static @Nullable Long earlier(@Nullable Long a, @Nullable Long b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Math.min(a, b);
    }

    /** Collects what became of the zones at one instant. */
    private static final class Telling {
        private final Position at;
        private final String planVersion;
        private final long timeMillis;
        private final long eventMillis;
        private final List<Stay> stays = new ArrayList<>();
        private final List<PresenceChange> changes = new ArrayList<>();
        private long seq;

        Telling(Position at, String planVersion, long timeMillis, long eventMillis, long seq) {
            this.at = at;
            this.planVersion = planVersion;
            this.timeMillis = timeMillis;
            this.eventMillis = eventMillis;
            this.seq = seq;
        }

        void take(Move move) {
            if (move.next() != null) {
                stays.add(move.next());
            }
            if (move.change() != null) {
                changes.add(told(move.change(), ++seq));
            }
        }

        FenceState state() {
            return stays.isEmpty()
                    ? new FenceState(null, "", List.of(), seq)
                    : new FenceState(at, planVersion, List.copyOf(stays), seq);
        }

        private PresenceChange told(Move.Change change, long number) {
            long dwell = change.crossing() == Crossing.EXIT ? Math.max(0, eventMillis - change.sinceMillis()) : 0;
            return new PresenceChange(
                    at.site(),
                    change.fenceId(),
                    at.trackableId(),
                    at.who(),
                    change.from(),
                    change.to(),
                    change.crossing(),
                    change.reason(),
                    change.sinceMillis(),
                    at.providerId(),
                    at.technology(),
                    at.x(),
                    at.y(),
                    at.floor(),
                    at.accuracyMetres(),
                    at.eventMillis(),
                    at.standingSinceMillis(),
                    dwell,
                    planVersion,
                    at.marks(),
                    timeMillis,
                    eventMillis,
                    number);
        }
    }
}
