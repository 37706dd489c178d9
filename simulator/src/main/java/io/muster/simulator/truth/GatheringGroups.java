package io.muster.simulator.truth;

import io.muster.simulator.people.Person;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which people are one group. A group is three or more who hang together by steps of the possible distance. It goes on as long as some of its people hang together,
 * with gaps of up to 10 s. Where groups touch, the one that has surely been a gathering for longest goes on (else the oldest), and the others end. Where one
 * falls apart, the part with the longest sure gathering goes on (else the biggest), and the others are groups of their own that need no alarm.
 */
final class GatheringGroups {
    private final List<Person> people;
    private final Neighbours neighbours;
    private final Spells[] spells;
    /** Of a person: the present group, or the last one. */
    private final @Nullable GatheringGroup[] groups;

    private final TreeMap<Long, GatheringGroup> open = new TreeMap<>();
    private final List<Happening> closed = new ArrayList<>();
    private long lastNumber;

    GatheringGroups(List<Person> people, Neighbours neighbours, Spells[] spells) {
        this.people = people;
        this.neighbours = neighbours;
        this.spells = spells;
        this.groups = new @Nullable GatheringGroup[people.size()];
    }

    /** The group in which somebody is, or was not long ago; null if none. */
    @Nullable
    GatheringGroup of(int person) {
        GatheringGroup group = groups[person];
        return group == null || group.isClosed ? null : group;
    }

    /** Groups that fell apart too long ago are over. */
    void closeBefore(long millis) {
        for (GatheringGroup group : List.copyOf(open.values())) {
            if (group.apartSince != Long.MAX_VALUE && millis - group.apartSince > GatheringGroup.GAP_MILLIS) {
                close(group, group.apartSince);
            }
        }
    }

    /** @param changed who has got or lost somebody near */
    void look(Collection<Integer> changed, long millis) {
        closeBefore(millis);
        Set<Integer> asked = new LinkedHashSet<>();
        List<int[]> found = components(changed, asked);
        Set<GatheringGroup> affected = new LinkedHashSet<>();
        for (int person : asked) {
            GatheringGroup group = of(person);
            if (group != null) {
                affected.add(group);
            }
        }
        Map<GatheringGroup, Integer> heirs = heirs(found, affected);
        BitSet placed = new BitSet();
        for (int i = 0; i < found.size(); i++) {
            place(found.get(i), i, heirs, millis);
            for (int person : found.get(i)) {
                placed.set(person);
            }
        }
        for (int person : asked) {
            GatheringGroup group = of(person);
            if (group != null && !placed.get(person)) {
                leave(person, group, millis);
            }
        }
        for (GatheringGroup group : affected) {
            if (!group.isClosed) {
                boolean isApart = group.present().isEmpty();
                group.apartSince = isApart ? Math.min(group.apartSince, millis) : Long.MAX_VALUE;
            }
        }
    }

    /** Also what is not over yet, as it stands. */
    List<Happening> happenings(long millis) {
        List<Happening> found = new ArrayList<>(closed);
        for (GatheringGroup group : open.values()) {
            GatheringGroup copy = group.copy();
            for (int person : group.present()) {
                spells[person].report(copy, millis, Happening.OPEN);
            }
            boolean isApart = group.apartSince != Long.MAX_VALUE;
            found.addAll(copy.happenings(people, isApart ? group.apartSince : Happening.OPEN, millis));
        }
        return found;
    }

    /**
     * Everybody who hangs together with somebody who changed, or with somebody of a group that these are in; sorted.
     *
     * @param asked is filled with everybody who was looked at
     */
    private List<int[]> components(Collection<Integer> changed, Set<Integer> asked) {
        List<int[]> found = new ArrayList<>();
        ArrayDeque<Integer> waiting = new ArrayDeque<>(changed);
        BitSet seen = new BitSet();
        Set<GatheringGroup> taken = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            int seed = waiting.remove();
            if (seen.get(seed)) {
                continue;
            }
            int[] component = component(seed, seen);
            for (int person : component) {
                asked.add(person);
                GatheringGroup group = of(person);
                if (group != null && taken.add(group)) {
                    waiting.addAll(group.present());
                }
            }
            if (component.length >= GatheringGroup.SIZES[0]) {
                Arrays.sort(component);
                found.add(component);
            }
        }
        found.sort(Comparator.comparingInt(component -> component[0]));
        return found;
    }

    private int[] component(int seed, BitSet seen) {
        int[] component = {seed};
        int size = 1;
        seen.set(seed);
        for (int next = 0; next < size; next++) {
            int person = component[next];
            for (int i = 0; i < neighbours.count(person); i++) {
                int other = neighbours.of(person, i);
                if (!seen.get(other)) {
                    seen.set(other);
                    if (size == component.length) {
                        component = Arrays.copyOf(component, size * 2);
                    }
                    component[size++] = other;
                }
            }
        }
        return Arrays.copyOf(component, size);
    }

    /** Which component each group goes on in; those that go on nowhere are missing. */
    private Map<GatheringGroup, Integer> heirs(List<int[]> found, Set<GatheringGroup> affected) {
        Map<GatheringGroup, Integer> heirs = new LinkedHashMap<>();
        Map<GatheringGroup, long[]> best = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            Map<GatheringGroup, long[]> claims = new LinkedHashMap<>();
            for (int person : found.get(i)) {
                GatheringGroup group = claimOf(person);
                if (group != null && affected.contains(group)) {
                    long[] claim = claims.computeIfAbsent(group, key -> new long[] {Long.MAX_VALUE, 0});
                    claim[0] = Math.min(claim[0], spells[person].sureSince());
                    claim[1]++;
                }
            }
            for (Map.Entry<GatheringGroup, long[]> each : claims.entrySet()) {
                long[] claim = each.getValue();
                long[] known = best.get(each.getKey());
                if (known == null || claim[0] < known[0] || (claim[0] == known[0] && claim[1] > known[1])) {
                    best.put(each.getKey(), claim);
                    heirs.put(each.getKey(), i);
                }
            }
        }
        return heirs;
    }

    /** Who left a group that goes on has no claim to it. */
    private @Nullable GatheringGroup claimOf(int person) {
        GatheringGroup group = of(person);
        boolean isIn = group != null && group.present().contains(person);
        return group != null && (isIn || group.apartSince != Long.MAX_VALUE) ? group : null;
    }

    private void place(int[] component, int index, Map<GatheringGroup, Integer> heirs, long millis) {
        List<GatheringGroup> mine = new ArrayList<>();
        boolean isSplinter = false;
        long since = millis;
        for (int person : component) {
            GatheringGroup group = claimOf(person);
            Integer heir = group == null ? null : heirs.get(group);
            if (group != null && heir != null && heir == index && !mine.contains(group)) {
                mine.add(group);
            }
            isSplinter |= heir != null && heir != index;
            since = Math.min(since, spells[person].possibleSince());
        }
        GatheringGroup group =
                mine.isEmpty() ? opened(isSplinter ? millis : since, isSplinter) : merged(mine, component, millis);
        for (int person : component) {
            GatheringGroup before = of(person);
            if (before != null && before != group) {
                leave(person, before, millis);
            }
            groups[person] = group;
            group.join(person, millis);
        }
    }

    private GatheringGroup opened(long since, boolean isSplinter) {
        GatheringGroup group = new GatheringGroup(++lastNumber, since, isSplinter);
        open.put(group.number, group);
        return group;
    }

    private GatheringGroup merged(List<GatheringGroup> mine, int[] component, long millis) {
        GatheringGroup first = mine.get(0);
        if (mine.size() == 1) {
            return first;
        }
        Map<GatheringGroup, Long> sure = new LinkedHashMap<>();
        for (int person : component) {
            GatheringGroup group = of(person);
            if (group != null) {
                sure.merge(group, spells[person].sureSince(), Math::min);
            }
        }
        Comparator<GatheringGroup> order = Comparator.comparingLong(
                        (GatheringGroup group) -> sure.getOrDefault(group, Long.MAX_VALUE))
                .thenComparingLong(group -> group.from)
                .thenComparingLong(group -> group.number);
        GatheringGroup goesOn = mine.stream().min(order).orElse(first);
        goesOn.merged(millis);
        for (GatheringGroup other : mine) {
            if (other != goesOn) {
                other.present().forEach(person -> spells[person].report(other, millis, millis));
                close(other, Math.min(millis, other.apartSince));
            }
        }
        return goesOn;
    }

    private void leave(int person, GatheringGroup group, long millis) {
        if (group.present().contains(person)) {
            spells[person].report(group, millis, millis);
            group.leave(person, millis);
        }
    }

    private void close(GatheringGroup group, long end) {
        group.isClosed = true;
        open.remove(group.number);
        closed.addAll(group.happenings(people, end, end));
    }
}
