package io.muster.rules.risk;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.context.Evacuation;
import io.muster.rules.context.GasAlarm;
import io.muster.rules.context.Notice;
import io.muster.rules.context.Permit;
import io.muster.rules.gathering.GatheringChange;
import io.muster.rules.plan.ZoneDefinition;
import io.muster.rules.plan.ZoneRisk;
import io.muster.rules.plan.ZoneRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a gathering may raise its level (key: site): {@link Raise}. What the count says is the floor, and never lowered.
 *
 * <p>Each change of a gathering is told on with the level that it has then; a plan, a permit, a gas alarm or an evacuation at once makes told anew
 * what it changes, and so does the moment at which work under a permit begins or is over. Gatherings are told every few seconds, so what their
 * duration changes is told that soon too.
 *
 * <p>During an evacuation its muster points are exempt: a gathering that would be none without the people in them is told as ended, and started
 * again where it is still there when the evacuation is over.
 *
 * <p>Two people are told as foreseen where work of the gravest kind goes on in a red zone, and not otherwise.
 */
public final class RiskRule implements Rule<RiskState, RiskInput, RiskOutput> {
    private static final long serialVersionUID = 1;

    private final RiskOptions options;
    private final String planVersion;

    /** @param planVersion of the plan in force, which everything told is told by; empty = there is none */
    public RiskRule(RiskOptions options, String planVersion) {
        this.options = options;
        this.planVersion = planVersion;
    }

    @Override
    public Step<RiskState, RiskOutput> onInput(@Nullable RiskState state, RiskInput input) {
        RiskState before = state == null ? RiskState.NOTHING : state;
        long now = input.timeMillis();
        GatheringChange change = input.change();
        RiskState next;
        List<RiskOutput> events = new ArrayList<>();
        if (change != null) {
            next = heard(before, change, events);
        } else {
            next = retold(known(before, input), now, events);
        }
        return step(next, now, events);
    }

    /** Work under a permit begins or is over. */
    @Override
    public Step<RiskState, RiskOutput> onWake(RiskState state, long nowMillis) {
        Map<String, Permit> permits = new TreeMap<>(state.permits());
        permits.values().removeIf(each -> each.endMillis() <= nowMillis);
        List<RiskOutput> events = new ArrayList<>();
        RiskState next = new RiskState(state.zones(), permits, state.gas(), state.evacuations(), state.open());
        return step(retold(next, nowMillis, events), nowMillis, events);
    }

    private static Step<RiskState, RiskOutput> step(RiskState state, long nowMillis, List<RiskOutput> events) {
        if (state.isEmpty()) {
            return Step.of(null, events);
        }
        Long wakeAt = null;
        for (Permit permit : state.permits().values()) {
            long at = permit.startMillis() > nowMillis ? permit.startMillis() : permit.endMillis();
            wakeAt = wakeAt == null ? at : Long.valueOf(Math.min(wakeAt, at));
        }
        return Step.of(state, events, wakeAt);
    }

    private static RiskState known(RiskState s, RiskInput input) {
        ZoneDefinition zone = input.zone();
        if (zone != null) {
            ZoneRule rule = zone.rule();
            ZoneRisk risk = rule == null || rule.risk().equals(ZoneRisk.NONE) ? null : rule.risk();
            Map<String, ZoneRisk> zones = RiskState.with(s.zones(), zone.fenceId(), risk);
            return new RiskState(zones, s.permits(), s.gas(), s.evacuations(), s.open());
        }
        Notice notice = input.notice();
        if (notice == null) {
            return s;
        }
        Map<String, Permit> permits = s.permits();
        Map<String, GasAlarm> gas = s.gas();
        Map<String, Evacuation> evacuations = s.evacuations();
        Permit permit = notice.permit();
        GasAlarm ring = notice.gasAlarm();
        Evacuation call = notice.evacuation();
        if (permit != null) {
            boolean matters = permit.working() && permit.endMillis() > notice.timeMillis();
            permits = RiskState.with(permits, permit.permitId(), matters ? permit : null);
        } else if (ring != null) {
            gas = RiskState.with(gas, ring.gasAlarmId(), ring.raised() ? ring : null);
        } else if (call != null && call.message() != Evacuation.Message.ROSTER) {
            boolean starts = call.message() == Evacuation.Message.START;
            evacuations = RiskState.with(evacuations, call.evacuationId(), starts ? call : null);
        }
        return new RiskState(s.zones(), permits, gas, evacuations, s.open());
    }

    private RiskState heard(RiskState state, GatheringChange change, List<RiskOutput> events) {
        @Nullable Open open = state.open().get(change.id());
        if (change.type() == GatheringChange.Type.END) {
            if (open != null && open.isTold()) {
                ended(open, change, events);
            }
            return opened(state, change.id(), null);
        }
        Open next = open == null ? Open.of(change) : open.now(change);
        return opened(state, change.id(), told(state, next, change.type(), change.timeMillis(), true, events));
    }

    /** What has become known may change every gathering. */
    private RiskState retold(RiskState state, long nowMillis, List<RiskOutput> events) {
        Map<String, Open> open = new TreeMap<>();
        for (Map.Entry<String, Open> each : state.open().entrySet()) {
            boolean foreseen = Raise.isForeseen(each.getValue().base());
            GatheringChange.Type type = foreseen ? GatheringChange.Type.PRE_WARNING : GatheringChange.Type.ONGOING;
            open.put(each.getKey(), told(state, each.getValue(), type, nowMillis, false, events));
        }
        return new RiskState(state.zones(), state.permits(), state.gas(), state.evacuations(), open);
    }

    private static RiskState opened(RiskState s, String id, @Nullable Open open) {
        return new RiskState(s.zones(), s.permits(), s.gas(), s.evacuations(), RiskState.with(s.open(), id, open));
    }

    /** @param always told even if nothing about it has changed */
    private Open told(
            RiskState state,
            Open open,
            GatheringChange.Type type,
            long nowMillis,
            boolean always,
            List<RiskOutput> events) {
        if (isExempt(state, open.base())) {
            return quiet(open, GatheringChange.EXEMPT, nowMillis, events);
        }
        Raise.Result raised = Raise.of(state, options, open.base(), open.baseSinceMillis(), nowMillis);
        if (raised.level().equals(GatheringChange.NONE)) {
            return quiet(open, GatheringChange.CALM, nowMillis, events);
        }
        GatheringChange before = open.told();
        boolean same = before != null
                && !open.quiet()
                && before.level().equals(raised.level())
                && before.reasons().equals(raised.reasons())
                && before.permitIds().equals(raised.permitIds());
        if (same && !always) {
            return open;
        }
        GatheringChange change = open.base()
                .as(
                        planVersion,
                        typeToTell(open, type),
                        raised.level(),
                        raised.reasons(),
                        raised.permitIds(),
                        null,
                        null,
                        nowMillis,
                        open.seq() + 1);
        events.add(RiskOutput.of(change));
        Open next = open.told(change);
        String news = Findings.news(change);
        if (news.equals(open.found())) {
            return next;
        }
        events.add(RiskOutput.of(Findings.of(change, true, options, open.findingSeq() + 1)));
        return next.found(news);
    }

    private static GatheringChange.Type typeToTell(Open open, GatheringChange.Type type) {
        if (type == GatheringChange.Type.PAIR) {
            return GatheringChange.Type.PRE_WARNING;
        }
        boolean again = open.quiet() && type == GatheringChange.Type.ONGOING;
        return again ? GatheringChange.Type.START : type;
    }

    /** What was told is told as ended. */
    private Open quiet(Open open, String reason, long nowMillis, List<RiskOutput> events) {
        GatheringChange before = open.told();
        if (before == null || open.quiet()) {
            return open.quietly();
        }
        GatheringChange end = before.as(
                planVersion,
                GatheringChange.Type.END,
                before.level(),
                before.reasons(),
                before.permitIds(),
                nowMillis,
                reason,
                nowMillis,
                open.seq() + 1);
        events.add(RiskOutput.of(end));
        return over(open.told(end), end, events).quietly();
    }

    /** With the level and the reasons that it had last. */
    private void ended(Open open, GatheringChange end, List<RiskOutput> events) {
        GatheringChange told = open.told();
        GatheringChange last = end.as(
                planVersion,
                end.type(),
                told == null ? end.level() : told.level(),
                told == null ? List.of() : told.reasons(),
                told == null ? List.of() : told.permitIds(),
                end.endMillis(),
                end.endReason(),
                end.timeMillis(),
                open.seq() + 1);
        events.add(RiskOutput.of(last));
        over(open, last, events);
    }

    private Open over(Open open, GatheringChange end, List<RiskOutput> events) {
        if (open.found() == null) {
            return open;
        }
        events.add(RiskOutput.of(Findings.of(end, false, options, open.findingSeq() + 1)));
        return open.found(null);
    }

    /** Without the people at the muster points of an evacuation that goes on there would be too few. */
    private boolean isExempt(RiskState state, GatheringChange change) {
        Set<String> points = new HashSet<>();
        state.evacuations().values().forEach(each -> points.addAll(each.musterFenceIds()));
        return !points.isEmpty()
                && change.members().stream()
                                .filter(member -> member.fenceIds().stream().noneMatch(points::contains))
                                .count()
                        < (change.type() == GatheringChange.Type.PAIR ? 2 : options.minCount());
    }
}
