package io.muster.simulator.explore;

import io.muster.contract.omlox.TrackableMotion;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.value.MemberState;
import io.muster.contract.value.ZoneOccupancy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Nobody is confirmed in two zones that lie far apart, and a person's positions come one after the other. */
final class NobodyInTwoPlaces implements Invariant {
    static final String NAME = "nobody-in-two-places";
    /** Further than an exit that is not confirmed yet carries anybody. */
    private static final double FAR_METRES = 60;

    private final Plan plan;
    private final Map<String, Set<String>> fencesOf = new HashMap<>();
    private final Map<String, Set<String>> membersOf = new HashMap<>();
    private final Map<String, Long> lastFix = new HashMap<>();

    NobodyInTwoPlaces(Plan plan) {
        this.plan = plan;
    }

    @Override
    public void motion(TrackableMotion motion, long millis, Consumer<Breach> breaches) {
        java.time.Instant generated = motion.location().timestampGenerated();
        if (generated == null) {
            return;
        }
        Long before = lastFix.put(motion.id(), millis);
        if (before != null && before >= millis) {
            breaches.accept(new Breach(NAME, millis, motion.id() + " has two positions at one moment"));
        }
    }

    @Override
    public void occupancy(ZoneOccupancy count, long millis, Consumer<Breach> breaches) {
        Set<String> now = new TreeSet<>();
        count.members().stream()
                .filter(member -> member.state() == MemberState.CONFIRMED)
                .forEach(member -> now.add(member.trackableId()));
        Set<String> before = membersOf.getOrDefault(count.fenceId(), Set.of());
        for (String person : before) {
            if (!now.contains(person)) {
                fencesOf.getOrDefault(person, new TreeSet<>()).remove(count.fenceId());
            }
        }
        for (String person : now) {
            fencesOf.computeIfAbsent(person, id -> new TreeSet<>()).add(count.fenceId());
        }
        membersOf.put(count.fenceId(), now);
    }

    /** At a mark, since two zones tell of one step one after the other. */
    @Override
    public void mark(long millis, Consumer<Breach> breaches) {
        fencesOf.forEach((person, fences) -> {
            List<String> all = new ArrayList<>(fences);
            for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < all.size(); j++) {
                    if (apart(all.get(i), all.get(j)) > FAR_METRES) {
                        breaches.accept(
                                new Breach(NAME, millis, person + " is in " + all.get(i) + " and in " + all.get(j)));
                    }
                }
            }
        });
    }

    /** Between the boxes around both; 0 where they touch. */
    private double apart(String one, String other) {
        PlanFence a = plan.fence(one);
        PlanFence b = plan.fence(other);
        if (a == null || b == null) {
            return 0;
        }
        double[] p = a.zone().shape().bounds();
        double[] q = b.zone().shape().bounds();
        double dx = Math.max(0, Math.max(p[0] - q[2], q[0] - p[2]));
        double dy = Math.max(0, Math.max(p[1] - q[3], q[1] - p[3]));
        return Math.sqrt(dx * dx + dy * dy);
    }
}
