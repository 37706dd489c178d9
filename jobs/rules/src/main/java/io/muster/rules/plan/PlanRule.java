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
 * changed or not, since it carries the version; a zone that is gone is told so.
 */
public final class PlanRule implements Rule<PlanState, PlanChange, ZoneDefinition> {
    private static final long serialVersionUID = 1;

    private static final Comparator<PlanChange> BY_FORCE =
            Comparator.comparingLong(PlanChange::inForceMillis).thenComparingLong(PlanChange::offset);

    @Override
    public Step<PlanState, ZoneDefinition> onInput(@Nullable PlanState state, PlanChange change) {
        PlanState before = state == null ? new PlanState(null, List.of(), List.of(), 0) : state;
        List<PlanChange> coming = new ArrayList<>(before.coming());
        coming.add(change);
        coming.sort(BY_FORCE);
        return apply(new PlanState(before.version(), before.zones(), coming, before.seq()), change.timeMillis());
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
        long seq = state.seq();
        while (!coming.isEmpty() && coming.get(0).inForceMillis() <= nowMillis) {
            PlanChange next = coming.remove(0);
            Map<String, @Nullable ZoneRule> byFence = new TreeMap<>();
            zones.forEach(zone -> byFence.put(zone.fenceId(), null));
            next.zones().forEach(zone -> byFence.put(zone.fenceId(), zone));
            for (Map.Entry<String, @Nullable ZoneRule> each : byFence.entrySet()) {
                seq++;
                told.add(new ZoneDefinition(
                        next.site(), each.getKey(), each.getValue(), next.version(), nowMillis, seq));
            }
            zones = next.zones();
            version = next.version();
        }
        Long wakeAt = coming.isEmpty() ? null : coming.get(0).inForceMillis();
        return Step.of(new PlanState(version, zones, coming, seq), told, wakeAt);
    }
}
