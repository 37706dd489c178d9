package io.muster.simulator.verify;

import io.muster.simulator.truth.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many people truly are in one fence, as a step function of time: who is in for sure ({@code least}), who may be counted ({@code most}: those on the edge too),
 * and who truly is inside ({@code real}).
 */
final class TrueCounts {
    /** From its moment on. */
    record Step(int least, int real, int most) {
        static final Step NOBODY = new Step(0, 0, 0);
    }

    private record Change(long at, String person, boolean tolerated, int by) {}

    private final TreeMap<Long, Step> steps = new TreeMap<>();

    /** By fence id, sorted. */
    static NavigableMap<String, TrueCounts> of(List<Presence> presences) {
        NavigableMap<String, List<Change>> changes = new TreeMap<>();
        for (Presence presence : presences) {
            List<Change> its = changes.computeIfAbsent(presence.subject().id(), id -> new ArrayList<>());
            for (String person : presence.trackableIds()) {
                its.add(new Change(presence.onset().toEpochMilli(), person, presence.tolerated(), 1));
                @Nullable Instant end = presence.end();
                if (end != null) {
                    its.add(new Change(end.toEpochMilli(), person, presence.tolerated(), -1));
                }
            }
        }
        NavigableMap<String, TrueCounts> counts = new TreeMap<>();
        changes.forEach((fence, its) -> counts.put(fence, new TrueCounts(its)));
        return counts;
    }

    private TrueCounts(List<Change> changes) {
        changes.sort(Comparator.comparingLong(Change::at));
        Map<String, Integer> inside = new HashMap<>();
        Map<String, Integer> edge = new HashMap<>();
        Set<String> sure = new HashSet<>();
        for (Change change : changes) {
            (change.tolerated() ? edge : inside)
                    .merge(change.person(), change.by(), (one, other) -> one + other == 0 ? null : one + other);
            if (inside.containsKey(change.person()) && !edge.containsKey(change.person())) {
                sure.add(change.person());
            } else {
                sure.remove(change.person());
            }
            steps.put(change.at(), new Step(sure.size(), inside.size(), sure.size() + edge.size()));
        }
    }

    Step at(long moment) {
        Map.Entry<Long, Step> entry = steps.floorEntry(moment);
        return entry == null ? Step.NOBODY : entry.getValue();
    }

    /** The smallest {@code least} and the largest {@code most} of any moment from {@code from} to {@code to}. */
    Step within(long from, long to) {
        Step now = at(to);
        int least = Math.min(now.least(), at(from).least());
        int most = Math.max(now.most(), at(from).most());
        for (Step step : steps.subMap(from, true, to, true).values()) {
            least = Math.min(least, step.least());
            most = Math.max(most, step.most());
        }
        return new Step(least, now.real(), most);
    }

    /** The largest real count of all times. */
    int peak() {
        return steps.values().stream().mapToInt(Step::real).max().orElse(0);
    }
}
