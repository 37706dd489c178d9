package io.muster.rules.gathering;

import io.muster.rules.gathering.Grouping.Found;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One look at a floor: who is with whom, and what becomes of the groups and pairs of before.
 *
 * <p>The level rises at once, and falls when so many were not there for longer than {@code steadyMillis}. A group that was not found for longer than
 * {@code gapMillis} has ended: merged, if two or more of its members are in another one now, else dispersed. A part of a gathering that is found
 * beside what goes on of it was together as long as its members were in the gathering; it is told once it has been a part for {@code steadyMillis}.
 */
final class Look {
    private final GatheringOptions options;
    private final Nearness nearness;
    private final long nowMillis;
    private final double floor;
    private final List<Standing> people;
    private final Map<String, Standing> byId = new HashMap<>();

    /** Groups that hold or may go on after a gap, oldest first. */
    final List<Group> groups = new ArrayList<>();
    /** Groups whose gap has become too long, oldest first. */
    final List<Ended> ended = new ArrayList<>();
    /** Of two, who are too few for a group: those who are near each other, and those who were until lately. */
    final List<Pair> pairs = new ArrayList<>();
    /** Pairs whose gap has become too long. */
    final List<Pair> parted = new ArrayList<>();

    /** @param mergedInto the gathering that has its members now; null = none has */
    record Ended(Group group, @Nullable String mergedInto) {}

    Look(GatheringState state, GatheringOptions options, Nearness nearness, long nowMillis) {
        this.options = options;
        this.nearness = nearness;
        this.nowMillis = nowMillis;
        this.floor = state.floor();
        this.people = Crowd.people(state.buckets()).stream().map(Standing::now).toList();
        people.forEach(person -> byId.put(person.id(), person));
        look(state.groups(), state.pairs());
    }

    private void look(List<Group> before, List<Pair> pairsBefore) {
        Set<String> centres = before.stream().map(Group::centreId).collect(Collectors.toSet());
        Map<String, Integer> groupOf = groupOf(before);
        int[] group = people.stream()
                .mapToInt(person -> groupOf.getOrDefault(person.id(), -1))
                .toArray();
        Neighbourhoods around = new Neighbourhoods(nearness, people, (a, b) -> group[a] >= 0 && group[a] == group[b]);
        List<Found> all = Grouping.groups(people, around.near, centres, 2);
        List<Found> found = all.stream()
                .filter(each -> each.members().size() >= options.minCount())
                .toList();
        Map<Integer, Integer> continued = Identity.continued(before, found, people, options.minCount());
        Set<String> ids = before.stream().map(Group::id).collect(Collectors.toCollection(HashSet::new));
        Set<Integer> again = new HashSet<>(continued.values());
        for (int f = 0; f < found.size(); f++) {
            @Nullable Integer g = continued.get(f);
            Group from = g != null ? before.get(g) : begun(found.get(f), before, again, ids);
            groups.add(goesOn(from, found.get(f)));
        }
        for (int g = 0; g < before.size(); g++) {
            if (!again.contains(g)) {
                gap(before.get(g));
            }
        }
        pairs(
                all.stream()
                        .filter(each -> each.members().size() == 2 && options.minCount() > 2)
                        .toList(),
                pairsBefore);
        groups.sort(Group.OLDEST_FIRST);
        ended.sort(Comparator.comparing(Ended::group, Group.OLDEST_FIRST));
    }

    private void pairs(List<Found> two, List<Pair> before) {
        Map<List<String>, Pair> byIds = new LinkedHashMap<>();
        before.forEach(pair -> byIds.put(pair.memberIds(), pair));
        for (Found each : two) {
            List<GatheringChange.Member> members =
                    each.members().stream().map(people::get).map(this::place).toList();
            List<String> ids =
                    members.stream().map(GatheringChange.Member::trackableId).toList();
            @Nullable Pair known = byIds.remove(ids);
            pairs.add(
                    known == null
                            ? new Pair(
                                    floor + "/" + nowMillis + "/" + ids.get(0) + "+",
                                    nowMillis,
                                    nowMillis,
                                    members,
                                    null,
                                    0)
                            : new Pair(
                                    known.id(),
                                    known.sinceMillis(),
                                    nowMillis,
                                    members,
                                    known.toldFenceIds(),
                                    known.seq()));
        }
        for (Pair each : byIds.values()) {
            (nowMillis - each.heldMillis() <= options.gapMillis() ? pairs : parted).add(each);
        }
        pairs.sort(Comparator.comparingLong(Pair::sinceMillis).thenComparing(Pair::id));
    }

    /** Whoever is in two for a gap belongs to the older one. */
    private static Map<String, Integer> groupOf(List<Group> groups) {
        Map<String, Integer> groupOf = new HashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            for (Group.Member member : groups.get(g).members()) {
                groupOf.putIfAbsent(member.trackableId(), g);
            }
        }
        return groupOf;
    }

    private void gap(Group group) {
        if (nowMillis - group.heldMillis() <= options.gapMillis()) {
            groups.add(group);
            return;
        }
        Set<String> members =
                group.members().stream().map(Group.Member::trackableId).collect(Collectors.toSet());
        String into = null;
        long most = 1;
        for (Group other : groups) {
            long shared = other.members().stream()
                    .filter(member -> members.contains(member.trackableId()))
                    .count();
            if (other.started() && other.heldMillis() == nowMillis && shared > most) {
                most = shared;
                into = other.id();
            }
        }
        ended.add(new Ended(group, into));
    }

    private Group begun(Found found, List<Group> before, Set<Integer> again, Set<String> ids) {
        List<Standing> members = found.members().stream().map(people::get).toList();
        @Nullable Group whole = whole(members, before, again);
        long onset = whole != null
                ? togetherSince(members, whole)
                : Onset.millis(
                        people.get(found.centre()).person(),
                        members.stream().map(Standing::person).toList(),
                        nearness,
                        options.minCount(),
                        nowMillis);
        String id = floor + "/" + onset + "/" + members.get(0).id();
        while (!ids.add(id)) {
            id += "+";
        }
        String level = options.level(members.size());
        return whole == null
                ? Group.begun(id, onset, level, nowMillis, null, 0)
                : Group.begun(id, onset, level, nowMillis, whole.id(), nowMillis + options.steadyMillis());
    }

    /** The gathering that goes on elsewhere, and of which enough of these were members; null = none. */
    private @Nullable Group whole(List<Standing> members, List<Group> before, Set<Integer> again) {
        for (int g = 0; g < before.size(); g++) {
            Group group = before.get(g);
            Set<String> ids =
                    group.members().stream().map(Group.Member::trackableId).collect(Collectors.toSet());
            long shared =
                    members.stream().filter(member -> ids.contains(member.id())).count();
            if (group.started() && again.contains(g) && shared >= options.minCount()) {
                return group;
            }
        }
        return null;
    }

    /** Since when enough of these have been members of the whole. */
    private long togetherSince(List<Standing> members, Group whole) {
        Map<String, Long> since = new HashMap<>();
        whole.members().forEach(member -> since.put(member.trackableId(), member.sinceMillis()));
        long enough = members.stream()
                .flatMap(member -> Optional.ofNullable(since.get(member.id())).stream())
                .sorted()
                .skip(options.minCount() - 1L)
                .findFirst()
                .orElse(nowMillis);
        return Math.max(whole.onsetMillis(), enough);
    }

    /** The group goes on with what was found. */
    private Group goesOn(Group before, Found found) {
        Map<String, Long> since = new HashMap<>();
        before.members().forEach(member -> since.put(member.trackableId(), member.sinceMillis()));
        List<Group.Member> members = new ArrayList<>();
        for (int each : found.members()) {
            Standing at = people.get(each);
            members.add(new Group.Member(place(at), since.getOrDefault(at.id(), nowMillis)));
        }
        members.sort(Comparator.comparing(Group.Member::trackableId));
        String level = options.level(members.size());
        boolean enough = options.rank(level) >= options.rank(before.level());
        boolean falls = !enough && nowMillis - before.levelHeldMillis() > options.steadyMillis();
        return before.held(
                people.get(found.centre()).id(),
                members,
                fenceIds(members),
                planVersion(members),
                enough || falls ? level : before.level(),
                enough || falls ? nowMillis : before.levelHeldMillis(),
                nowMillis);
    }

    /** How many took part. */
    int people() {
        return people.size();
    }

    /** Event time of the newest fix of anybody; null = nobody is here. */
    @Nullable
    Long newestFixMillis() {
        return people.isEmpty()
                ? null
                : Collections.max(people.stream()
                        .map(person -> person.person().fixMillis())
                        .toList());
    }

    private GatheringChange.Member place(Standing at) {
        Person person = at.person();
        return new GatheringChange.Member(
                person.trackableId(),
                person.providerId(),
                at.x(),
                at.y(),
                floor,
                person.accuracyMetres(),
                nowMillis - person.sampledMillis() > options.staleAfterMillis(),
                person.fenceIds(),
                person.fixMillis());
    }

    private static List<String> fenceIds(List<Group.Member> members) {
        Set<String> fenceIds = new TreeSet<>();
        members.forEach(member -> fenceIds.addAll(member.place().fenceIds()));
        return List.copyOf(fenceIds);
    }

    /** That of the newest sample of a member. */
    private String planVersion(List<Group.Member> members) {
        return members.stream()
                .flatMap(member -> personOf(member).stream())
                .max(Comparator.comparingLong(Person::sampledMillis).thenComparing(Person::trackableId))
                .map(Person::planVersion)
                .orElse("");
    }

    private Optional<Person> personOf(Group.Member member) {
        return Optional.ofNullable(byId.get(member.trackableId())).map(Standing::person);
    }
}
