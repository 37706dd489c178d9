package io.muster.simulator.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gatherings that nobody scripted, by looking at every pair of people each second (AQ 3064.3 3.5: within 15 m of a person, longer than 60 s). A group is
 * possible while some person has two others within 17 m (23 m where BLE takes part), and sure while one and the same person with UWB has two others with UWB
 * within 13 m. Sure for 75 s: a truth. Possible for 50 s: tolerated. Less: nothing, and an alarm about it is invented.
 */
final class GatheringAudit {
    private static final double SURE_METRES = 13;
    private static final double POSSIBLE_METRES = 17;
    private static final double BLE_EXTRA_METRES = 6;
    private static final int LEAST = 3;
    private static final long SURE_MILLIS = 75_000;
    private static final long POSSIBLE_MILLIS = 50_000;
    /** A rule that smooths may bridge a gap as long as this. */
    private static final long GAP_MILLIS = 10_000;

    /** A possible group from its first second on. */
    private static final class Group {
        private final long since;
        private long last;
        private final Set<Watched> members = new HashSet<>();
        private long sureSince = Long.MIN_VALUE;
        private long sureUntil = Long.MIN_VALUE;
        private int most;

        Group(long since) {
            this.since = since;
        }
    }

    private final List<Group> open = new ArrayList<>();
    private final List<Fact> closed = new ArrayList<>();
    /** Since when a person has been the centre of a sure group. */
    private Map<Watched, Long> sureCentres = new HashMap<>();

    void look(long millis, List<Watched> people) {
        List<Set<Watched>> found = possibleGroups(people);
        for (Set<Watched> members : found) {
            Group group = openGroup(members, millis);
            group.members.addAll(members);
            group.last = millis;
            group.most = Math.max(group.most, members.size());
        }
        lookForSure(millis, found);
        open.removeIf(group -> {
            boolean over = millis - group.last > GAP_MILLIS;
            if (over) {
                fact(group, group.last).ifPresent(closed::add);
            }
            return over;
        });
    }

    /** What is known by now, open groups included. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(closed);
        open.forEach(group -> fact(group, Long.MAX_VALUE).ifPresent(facts::add));
        return facts;
    }

    private static Optional<Fact> fact(Group group, long end) {
        boolean sure = group.sureUntil - group.sureSince >= SURE_MILLIS && group.sureUntil != Long.MIN_VALUE;
        if (!sure && group.last - group.since < POSSIBLE_MILLIS) {
            return Optional.empty();
        }
        TreeSet<String> ids = new TreeSet<>();
        group.members.forEach(member -> ids.add(member.id()));
        long onset = sure ? group.sureSince : group.since;
        String id = "gathering-" + onset + "-" + ids.first();
        return Optional.of(Fact.gathering(id, onset, end, List.copyOf(ids), group.most, !sure));
    }

    /** Sets of people around a possible centre; sets that share somebody are one group. */
    private static List<Set<Watched>> possibleGroups(List<Watched> people) {
        List<Set<Watched>> groups = new ArrayList<>();
        List<Watched> near = new ArrayList<>();
        for (Watched centre : people) {
            if (centre.surelyExempt) {
                continue;
            }
            near.clear();
            for (Watched other : people) {
                if (!other.surelyExempt && isNear(centre, other)) {
                    near.add(other);
                }
            }
            if (near.size() >= LEAST) {
                merge(groups, new HashSet<>(near));
            }
        }
        return groups;
    }

    private static boolean isNear(Watched a, Watched b) {
        if (Math.abs(a.x() - b.x()) > POSSIBLE_METRES + BLE_EXTRA_METRES) {
            return false;
        }
        double reach = a.hasUwb && b.hasUwb ? POSSIBLE_METRES : POSSIBLE_METRES + BLE_EXTRA_METRES;
        return a.floor() == b.floor() && a.distanceTo(b) <= reach;
    }

    private static void merge(List<Set<Watched>> groups, Set<Watched> near) {
        groups.removeIf(group -> {
            boolean shares = group.stream().anyMatch(near::contains);
            if (shares) {
                near.addAll(group);
            }
            return shares;
        });
        groups.add(near);
    }

    /** The open group that shares somebody with these; several become the oldest of them. */
    private Group openGroup(Set<Watched> members, long millis) {
        Group oldest = null;
        for (Group group : List.copyOf(open)) {
            if (group.members.stream().noneMatch(members::contains)) {
                continue;
            }
            if (oldest == null) {
                oldest = group;
            } else {
                oldest.members.addAll(group.members);
                oldest.last = Math.max(oldest.last, group.last);
                open.remove(group);
            }
        }
        if (oldest == null) {
            oldest = new Group(millis);
            open.add(oldest);
        }
        return oldest;
    }

    private void lookForSure(long millis, List<Set<Watched>> found) {
        Map<Watched, Long> now = new HashMap<>();
        for (Set<Watched> group : found) {
            for (Watched centre : group) {
                long near = group.stream()
                        .filter(other -> other.surelyWatched
                                && other.hasUwb
                                && other.floor() == centre.floor()
                                && other.distanceTo(centre) <= SURE_METRES)
                        .count();
                if (near >= LEAST && centre.surelyWatched && centre.hasUwb) {
                    long since = sureCentres.getOrDefault(centre, millis);
                    now.put(centre, since);
                    Group mine = openGroup(Set.of(centre), millis);
                    if (mine.sureSince == Long.MIN_VALUE || millis - since > mine.sureUntil - mine.sureSince) {
                        mine.sureSince = since;
                        mine.sureUntil = millis;
                    }
                }
            }
        }
        sureCentres = now;
    }
}
