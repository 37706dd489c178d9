package io.muster.rules.plan;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells the zones of a site what holds for them from the moment at which a plan version comes into force. Every zone of the version is told,
 * changed or not, since it carries the version; a zone that is gone is told so. A temporary fence
 * is told when it begins and when it ends.
 */
public final class PlanRule implements Rule<PlanState, PlanChange, ZoneDefinition> {
    private static final long serialVersionUID = 1;

    private static final Comparator<PlanChange> BY_FORCE =
            Comparator.comparingLong(PlanChange::inForceMillis).thenComparingLong(PlanChange::offset);

    @Override
    public Step<PlanState, ZoneDefinition> onInput(@Nullable PlanState state, PlanChange change) {
        PlanState before = state == null
                ? new PlanState(change.site(), null, List.of(), List.of(), change.timeMillis(), 0)
                : state;
        List<PlanChange> coming = new ArrayList<>(before.coming());
        coming.add(change);
        coming.sort(BY_FORCE);
        return apply(
                new PlanState(
                        before.site(), before.version(), before.zones(), coming, before.appliedMillis(), before.seq()),
                change.timeMillis());
    }

    @Override
    public Step<PlanState, ZoneDefinition> onWake(PlanState state, long nowMillis) {
        return apply(state, nowMillis);
    }

    private static Step<PlanState, ZoneDefinition> apply(PlanState state, long nowMillis) {
        List<PlanChange> coming = new ArrayList<>(state.coming());
        List<ZoneDefinition> told = new ArrayList<>();
        List<ZoneRule> zones = state.zones();
        String version = state.version();
        long before = state.appliedMillis();
        long seq = state.seq();
        while (!coming.isEmpty() && coming.get(0).inForceMillis() <= nowMillis) {
            PlanChange next = coming.remove(0);
            Map<String, @Nullable ZoneRule> byFence = new TreeMap<>();
            for (ZoneRule zone : zones) {
                if (zone.isThereAt(before)) {
                    byFence.put(zone.fenceId(), null);
                }
            }
            for (ZoneRule zone : next.zones()) {
                if (zone.isThereAt(nowMillis)) {
                    byFence.put(zone.fenceId(), zone);
                }
            }
            for (Map.Entry<String, @Nullable ZoneRule> each : byFence.entrySet()) {
                seq++;
                told.add(new ZoneDefinition(
                        state.site(), each.getKey(), each.getValue(), next.version(), nowMillis, seq));
            }
            zones = next.zones();
            version = next.version();
            before = nowMillis;
        }
        if (version != null) {
            for (ZoneRule zone : zones) {
                boolean isThere = zone.isThereAt(nowMillis);
                if (isThere != zone.isThereAt(before)) {
                    seq++;
                    told.add(new ZoneDefinition(
                            state.site(), zone.fenceId(), isThere ? zone : null, version, nowMillis, seq));
                }
            }
        }
        PlanState next = new PlanState(state.site(), version, zones, coming, nowMillis, seq);
        return Step.of(next, told, wakeAt(next, nowMillis));
    }

    /** When the next version comes into force, or a temporary fence begins or ends. */
    private static @Nullable Long wakeAt(PlanState state, long nowMillis) {
        long next = state.coming().isEmpty()
                ? Long.MAX_VALUE
                : state.coming().get(0).inForceMillis();
        for (ZoneRule zone : state.zones()) {
            next = Math.min(next, after(nowMillis, zone.validFromMillis()));
            next = Math.min(next, after(nowMillis, zone.validUntilMillis()));
        }
        return next == Long.MAX_VALUE ? null : next;
    }

    private static long after(long nowMillis, @Nullable Long moment) {
        return moment == null || moment <= nowMillis ? Long.MAX_VALUE : moment;
    }
}
