package io.muster.simulator.explore;

import io.muster.contract.value.MemberState;
import io.muster.contract.value.OccupancyMember;
import io.muster.contract.value.ZoneOccupancy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The count of a zone is the number of its members, and its members are the people who truly are in it, wherever the truth and the radio leave no doubt. */
final class CountsArePeople implements Invariant {
    static final String NAME = "count-equals-people";
    /** Whoever is surely inside for so long, and seen, must be counted: entry confirmation of a BLE tag that loses a few fixes, and the settle. */
    private static final long IN_MILLIS = 25_000;
    /** Whoever is surely outside for so long, and seen, must not be counted: tolerance and exit delay of a BLE tag. */
    private static final long OUT_MILLIS = 40_000;

    private final TrueStays truth;
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, Set<String>> confirmed = new HashMap<>();
    /** Told once, not every 10 s. */
    private final Set<String> told = new HashSet<>();

    CountsArePeople(TrueStays truth) {
        this.truth = truth;
    }

    @Override
    public void occupancy(ZoneOccupancy count, long millis, Consumer<Breach> breaches) {
        Set<String> all = new HashSet<>();
        Set<String> sure = new HashSet<>();
        Map<MemberState, Integer> states = new HashMap<>();
        for (OccupancyMember member : count.members()) {
            states.merge(member.state(), 1, Integer::sum);
            if (member.state() != MemberState.POSSIBLE && !all.add(member.trackableId())) {
                breaches.accept(
                        new Breach(NAME, millis, count.fenceId() + " counts " + member.trackableId() + " twice"));
            }
            if (member.state() == MemberState.CONFIRMED) {
                sure.add(member.trackableId());
            }
        }
        same(
                count,
                "confirmed",
                count.countConfirmed(),
                states.getOrDefault(MemberState.CONFIRMED, 0),
                millis,
                breaches);
        same(count, "stale", count.countStale(), states.getOrDefault(MemberState.STALE, 0), millis, breaches);
        same(count, "possible", count.countPossible(), states.getOrDefault(MemberState.POSSIBLE, 0), millis, breaches);
        int counted = count.countConfirmed() + count.countStale();
        same(count, "by department", counted, sum(count.byDepartment()), millis, breaches);
        same(count, "by person type", counted, sum(count.byPersonType()), millis, breaches);
        same(count, "by post", counted, sum(count.byPost()), millis, breaches);
        members.put(count.fenceId(), all);
        confirmed.put(count.fenceId(), sure);
    }

    @Override
    public void mark(long millis, Consumer<Breach> breaches) {
        for (String fence : truth.fences()) {
            Set<String> in = members.getOrDefault(fence, Set.of());
            Set<String> sure = confirmed.getOrDefault(fence, Set.of());
            for (String person : truth.people()) {
                boolean missing = !in.contains(person)
                        && truth.seen(person, millis - IN_MILLIS, millis)
                        && truth.surelyInside(fence, person, millis - IN_MILLIS, millis);
                boolean extra = sure.contains(person)
                        && truth.seen(person, millis - OUT_MILLIS, millis)
                        && truth.surelyOutside(fence, person, millis - OUT_MILLIS, millis);
                String what = person
                        + (missing ? " is in " : " is not in ")
                        + fence
                        + (missing ? " and is not counted" : " and is counted");
                if (!missing && !extra) {
                    told.remove(person + fence);
                } else if (told.add(person + fence)) {
                    breaches.accept(new Breach(NAME, millis, what));
                }
            }
        }
    }

    private static void same(
            ZoneOccupancy count, String what, int told, int members, long millis, Consumer<Breach> breaches) {
        if (told != members) {
            breaches.accept(new Breach(
                    NAME, millis, count.fenceId() + " tells " + told + " " + what + " and names " + members));
        }
    }

    private static int sum(Map<String, Integer> counts) {
        return List.copyOf(counts.values()).stream().mapToInt(Integer::intValue).sum();
    }
}
