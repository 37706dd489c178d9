package io.muster.rules.watch;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.alarm.AlarmCatalogue;
import io.muster.rules.alarm.Finding;
import io.muster.rules.fence.Presence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One finding per kind about one person, of what all zones say (key: site and person). It holds while it holds in any zone, since the earliest onset,
 * also if that zone has been left for another; its fences are all of these zones; rule, limit and observed are those of the zone in which it
 * began first.
 *
 * <p>Decided at the end of each instant (a wake-up at the moment of the input, which comes after all inputs of that moment): somebody who steps from
 * one forbidden zone into the next at one fix never was outside, in whatever order the two zones speak, and a plan that changes twenty zones
 * at once is told once.
 *
 * <p>Forgotten when no zone has anything to say. Numbers begin anew then, at a later moment, which the total order asks first.
 */
public final class PersonWatchRule implements Rule<PersonWatchState, ZoneVerdict, Finding> {
    private static final long serialVersionUID = 1;

    private static final Comparator<ZoneVerdict> BY_KIND =
            Comparator.comparing((ZoneVerdict each) -> each.breach().kind()).thenComparing(ZoneVerdict::fenceId);
    private static final Comparator<ZoneVerdict> FIRST = Comparator.comparingLong(
                    (ZoneVerdict each) -> each.breach().onsetMillis())
            .thenComparing(ZoneVerdict::fenceId);
    private static final Comparator<ZoneVerdict> NEWEST = Comparator.<ZoneVerdict>comparingLong(
                    each -> each.evidence().fixMillis())
            .thenComparing(ZoneVerdict::fenceId);

    @Override
    public Step<PersonWatchState, Finding> onInput(@Nullable PersonWatchState state, ZoneVerdict verdict) {
        List<ZoneVerdict> verdicts = new ArrayList<>();
        if (state != null) {
            state.verdicts().stream()
                    .filter(each -> !each.fenceId().equals(verdict.fenceId())
                            || !each.isAbout(
                                    verdict.trackableId(), verdict.breach().kind()))
                    .forEach(verdicts::add);
        }
        if (verdict.active()) {
            verdicts.add(verdict);
            verdicts.sort(BY_KIND);
        }
        List<Finding> told = state == null ? List.of() : state.told();
        long event = state == null ? verdict.eventMillis() : Math.max(state.eventMillis(), verdict.eventMillis());
        long seq = state == null ? 0 : state.seq();
        return Step.of(
                new PersonWatchState(
                        verdict.site(),
                        verdict.trackableId(),
                        List.copyOf(verdicts),
                        told,
                        verdict.planVersion(),
                        event,
                        seq),
                List.of(),
                verdict.timeMillis());
    }

    @Override
    public Step<PersonWatchState, Finding> onWake(PersonWatchState state, long nowMillis) {
        Map<String, List<ZoneVerdict>> byKind = new TreeMap<>();
        state.told().forEach(each -> byKind.put(each.kind(), new ArrayList<>()));
        state.verdicts().forEach(each -> byKind.computeIfAbsent(each.breach().kind(), kind -> new ArrayList<>())
                .add(each));
        List<Finding> events = new ArrayList<>();
        List<Finding> told = new ArrayList<>();
        long seq = state.seq();
        for (Map.Entry<String, List<ZoneVerdict>> each : byKind.entrySet()) {
            Finding was = find(state.told(), each.getKey());
            Finding is = each.getValue().isEmpty() ? null : merged(state, each.getValue(), was, nowMillis);
            if (is != null && was != null && Findings.sameFacts(was, is)) {
                told.add(was);
            } else if (is != null) {
                is = Findings.numbered(is, ++seq);
                told.add(is);
                events.add(is);
            } else if (was != null) {
                events.add(Findings.ended(was, state.planVersion(), nowMillis, state.eventMillis(), ++seq));
            }
        }
        PersonWatchState next = new PersonWatchState(
                state.site(),
                state.trackableId(),
                state.verdicts(),
                List.copyOf(told),
                state.planVersion(),
                Long.MIN_VALUE,
                seq);
        return Step.of(told.isEmpty() ? null : next, events);
    }

    private static @Nullable Finding find(List<Finding> findings, String kind) {
        for (Finding each : findings) {
            if (each.kind().equals(kind)) {
                return each;
            }
        }
        return null;
    }

    /** @param verdicts of one kind, at least one */
    private static Finding merged(
            PersonWatchState state, List<ZoneVerdict> verdicts, @Nullable Finding was, long nowMillis) {
        ZoneVerdict first = verdicts.stream().min(FIRST).orElseThrow();
        ZoneVerdict newest = verdicts.stream().max(NEWEST).orElseThrow();
        boolean heard = verdicts.stream().anyMatch(each -> each.presence() != Presence.STALE);
        long onset = first.breach().onsetMillis();
        String kind = first.breach().kind();
        return new Finding(
                state.site(),
                kind,
                "trackable",
                state.trackableId(),
                true,
                AlarmCatalogue.get(kind).level(),
                was == null ? onset : Math.min(was.onsetMillis(), onset),
                verdicts.stream().map(ZoneVerdict::fenceId).sorted().toList(),
                List.of(state.trackableId()),
                heard ? 1 : 0,
                0,
                heard ? 0 : 1,
                first.breach().limit(),
                first.breach().observed(),
                first.breach().ruleId(),
                1,
                state.planVersion(),
                List.of(newest.evidence()),
                "watch-person",
                nowMillis,
                state.eventMillis(),
                0);
    }
}
