package io.muster.rules.gathering;

import io.muster.rules.gathering.Grouping.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which of the groups found now is which of before: the one with which it shares most members, of equals the older one. At least two must be
 * shared (all but one of the smallest group): somebody who walks through a plant past others does not carry a group along.
 */
final class Identity {
    private record Shared(int members, int group, int found) {}

    private Identity() {}

    /**
     * @param groups oldest first
     * @return index of the found group to index of the group that it continues
     */
    static Map<Integer, Integer> continued(List<Group> groups, List<Found> found, List<Standing> people, int minCount) {
        Map<String, List<Integer>> groupsOf = new HashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            for (Group.Member member : groups.get(g).members()) {
                groupsOf.computeIfAbsent(member.trackableId(), id -> new ArrayList<>())
                        .add(g);
            }
        }
        List<Shared> shared = new ArrayList<>();
        for (int f = 0; f < found.size(); f++) {
            Map<Integer, Integer> with = new TreeMap<>();
            for (int member : found.get(f).members()) {
                for (int g : groupsOf.getOrDefault(people.get(member).id(), List.of())) {
                    with.merge(g, 1, Integer::sum);
                }
            }
            for (Map.Entry<Integer, Integer> each : with.entrySet()) {
                if (each.getValue() >= Math.min(2, minCount - 1)) {
                    shared.add(new Shared(each.getValue(), each.getKey(), f));
                }
            }
        }
        shared.sort(Comparator.comparingInt(Shared::members)
                .reversed()
                .thenComparingInt(Shared::group)
                .thenComparingInt(Shared::found));
        Map<Integer, Integer> continued = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        for (Shared each : shared) {
            if (!continued.containsKey(each.found()) && used.add(each.group())) {
                continued.put(each.found(), each.group());
            }
        }
        return continued;
    }
}
