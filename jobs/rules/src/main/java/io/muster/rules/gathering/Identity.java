package io.muster.rules.gathering;

import io.muster.rules.gathering.Grouping.Found;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of the groups found now is which of before. A group goes on in the found one in which most of its members are: of equals where its centre is,
 * then the first. So when it splits, the larger part keeps its name. Where several go on in one they have merged, and the one that was told first
 * lives on: gatherings before candidates, then the older one.
 *
 * <p>At least two members must be shared (all but one of the smallest group): somebody who walks through a plant past others does not carry a group
 * along.
 */
final class Identity {
    private Identity() {}

    /**
     * @param groups oldest first
     * @return index of the found group to index of the group that it continues
     */
    static Map<Integer, Integer> continued(List<Group> groups, List<Found> found, List<Standing> people, int minCount) {
        Map<String, Integer> foundOf = new HashMap<>();
        for (int f = 0; f < found.size(); f++) {
            for (int member : found.get(f).members()) {
                foundOf.put(people.get(member).id(), f);
            }
        }
        Map<Integer, Integer> continued = new HashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            @Nullable Integer f = best(groups.get(g), foundOf, Math.min(2, minCount - 1));
            if (f != null) {
                int mine = g;
                continued.merge(f, g, (first, second) -> livesOn(groups, first, mine));
            }
        }
        return continued;
    }

    private static int livesOn(List<Group> groups, int older, int younger) {
        return groups.get(younger).started() && !groups.get(older).started() ? younger : older;
    }

    private static @Nullable Integer best(Group group, Map<String, Integer> foundOf, int least) {
        Map<Integer, Integer> shared = new TreeMap<>();
        for (Group.Member member : group.members()) {
            @Nullable Integer f = foundOf.get(member.trackableId());
            if (f != null) {
                shared.merge(f, 1, Integer::sum);
            }
        }
        @Nullable Integer centre = foundOf.get(group.centreId());
        @Nullable Integer best = null;
        int most = least - 1;
        for (Map.Entry<Integer, Integer> each : shared.entrySet()) {
            boolean same =
                    best != null && each.getValue() == most && each.getKey().equals(centre);
            if (each.getValue() > most || same) {
                best = each.getKey();
                most = each.getValue();
            }
        }
        return best;
    }
}
