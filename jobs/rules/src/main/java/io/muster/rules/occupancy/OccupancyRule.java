package io.muster.rules.occupancy;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.fence.Presence;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.occupancy.OccupancyState.Inside;
import io.muster.rules.plan.ZoneDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a zone (key: site and fence), told at every change and again at each multiple of the report time while anybody is counted
 * (confirmed, possible or stale); and whether that is too many.
 *
 * <p>Too many (PF-4b, "超出3人"): people of the counted types, confirmed, and stale where the zone says so, are more than the limit. Possible
 * ones never count. The finding rises with the person who is one too many, is told again at every change of those who count, and ends when the
 * number falls to the limit, or the limit goes. A zone that left the plan has no limit; whoever is in it stays in it until told otherwise.
 *
 * <p>A presence that is told twice changes nothing; an exit of somebody who is not there neither.
 */
public final class OccupancyRule implements Rule<OccupancyState, ZoneInput, OccupancyOutput> {
    private static final long serialVersionUID = 1;

    private final OccupancyOptions options;

    public OccupancyRule(OccupancyOptions options) {
        this.options = options;
    }

    @Override
    public Step<OccupancyState, OccupancyOutput> onInput(@Nullable OccupancyState state, ZoneInput input) {
        OccupancyState before = state == null ? empty(input.site(), input.fenceId()) : state;
        OccupancyState after = before;
        PresenceChange presence = input.presence();
        ZoneDefinition zone = input.zone();
        if (presence != null) {
            after = with(before, presence);
        } else if (zone != null) {
            after = before.with(zone.rule(), zone.planVersion(), before.members());
        }
        return tell(before, after, input.timeMillis(), input.eventMillis());
    }

    @Override
    public Step<OccupancyState, OccupancyOutput> onWake(OccupancyState state, long nowMillis) {
        Long told = state.toldMillis();
        if (state.members().isEmpty() || (told != null && told >= nowMillis)) {
            return Step.of(state, List.of(), reportAt(state, nowMillis + 1));
        }
        OccupancyState next = state.told(nowMillis);
        ZoneCount again = new ZoneView(next).count(next, true, nowMillis, nowMillis);
        return Step.of(next, List.of(OccupancyOutput.of(again)), reportAt(next, nowMillis + 1));
    }

    private Step<OccupancyState, OccupancyOutput> tell(
            OccupancyState before, OccupancyState after, long timeMillis, long eventMillis) {
        ZoneView was = new ZoneView(before);
        ZoneView is = new ZoneView(after);
        List<OccupancyOutput> events = new ArrayList<>();
        OccupancyState next = after;
        if (!is.sameAs(was)) {
            next = next.told(timeMillis);
            events.add(OccupancyOutput.of(is.count(next, false, timeMillis, eventMillis)));
        }
        boolean rises = is.over() && !before.over();
        boolean ends = !is.over() && before.over();
        if (rises || ends || (is.over() && !is.countsSameAs(was))) {
            long onset = rises ? eventMillis : before.onsetMillis();
            next = next.found(is.over(), onset, is.over() ? is.level() : before.level());
            events.add(OccupancyOutput.of(is.finding(next, timeMillis, eventMillis)));
        }
        return Step.of(next, events, reportAt(next, timeMillis));
    }

    /** The first multiple of the report time, not before the given moment, at which the zone was not told yet. */
    private @Nullable Long reportAt(OccupancyState state, long fromMillis) {
        if (state.members().isEmpty()) {
            return null;
        }
        Long told = state.toldMillis();
        long from = told == null ? fromMillis : Math.max(fromMillis, told + 1);
        return -Math.floorDiv(-from, options.reportMillis()) * options.reportMillis();
    }

    private static OccupancyState empty(String site, String fenceId) {
        return new OccupancyState(site, fenceId, null, "", Map.of(), false, 0, "", 0, 0, null);
    }

    private static OccupancyState with(OccupancyState state, PresenceChange change) {
        Map<String, Inside> members = new HashMap<>(state.members());
        if (change.to() == Presence.ABSENT) {
            members.remove(change.trackableId());
        } else {
            members.put(
                    change.trackableId(),
                    new Inside(
                            change.trackableId(),
                            change.who(),
                            change.to(),
                            change.sinceMillis(),
                            change.providerId(),
                            change.x(),
                            change.y(),
                            change.floor(),
                            change.accuracyMetres(),
                            change.fixMillis()));
        }
        return state.with(state.zone(), state.zone() == null ? change.planVersion() : state.planVersion(), members);
    }
}
