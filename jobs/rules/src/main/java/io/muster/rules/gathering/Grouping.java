package io.muster.rules.gathering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Groups without chaining: again and again the person with most others around, of those in no group yet, and these others, are a group. Ten
 * people in a row 10 m apart are never ten together: nobody has more than one on either side.
 *
 * <p>Of equals the centre of a group that exists comes first, so that groups do not wander; then the smallest id.
 */
final class Grouping {
    /**
     * @param centre index of the person around whom the group is
     * @param members indices, ascending, the centre included
     */
    record Found(int centre, List<Integer> members) {}

    private record Offer(int count, boolean centre, int index) {}

    private static final Comparator<Offer> BEST_FIRST = Comparator.comparingInt(Offer::count)
            .reversed()
            .thenComparing(offer -> !offer.centre())
            .thenComparingInt(Offer::index);

    private Grouping() {}

    /**
     * @param people sorted by id
     * @param neighbours of {@link Neighbourhoods}
     * @param centres ids of the centres of the groups that exist
     * @param minCount how many make a group
     */
    static List<Found> groups(List<Standing> people, int[][] neighbours, Set<String> centres, int minCount) {
        int[] free = new int[people.size()];
        boolean[] taken = new boolean[people.size()];
        PriorityQueue<Offer> offers = new PriorityQueue<>(BEST_FIRST);
        for (int i = 0; i < people.size(); i++) {
            free[i] = neighbours[i].length;
            if (free[i] >= minCount) {
                offers.add(new Offer(free[i], centres.contains(people.get(i).id()), i));
            }
        }
        List<Found> groups = new ArrayList<>();
        while (!offers.isEmpty()) {
            Offer best = offers.remove();
            int i = best.index();
            if (taken[i] || free[i] < minCount) {
                continue;
            }
            if (free[i] < best.count()) {
                // Some were taken since the offer was made; others may be better now.
                offers.add(new Offer(free[i], best.centre(), i));
                continue;
            }
            List<Integer> members = Arrays.stream(neighbours[i])
                    .filter(other -> !taken[other])
                    .boxed()
                    .toList();
            for (int member : members) {
                taken[member] = true;
                for (int other : neighbours[member]) {
                    free[other]--;
                }
            }
            groups.add(new Found(i, members));
        }
        return groups;
    }
}
