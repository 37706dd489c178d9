package io.muster.rules.gathering;

import io.muster.rules.gathering.Grouping.Found;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One look at a floor: who is with whom, and what becomes of the groups of before.
 *
 * <p>A member is kept for {@code gapMillis} after being within the radius last, unless farther than the radius and 3 m from the centre, gone from
 * the floor, or in another group: at the edge, noise makes nobody come and go. Such a member counts as told, not for the condition. The level
 * rises at once, and falls when so many were not within the radius for {@code gapMillis}. A group that was not found for longer than
 * {@code gapMillis} has ended.
 */
final class Look {
    private static final double KEEP_METRES = 3;

    private final GatheringOptions options;
    private final long nowMillis;
    private final double floor;
    private final List<Standing> people;
    private final Map<String, Standing> byId = new HashMap<>();
    private final Set<String> grouped = new HashSet<>();

    /** Groups that hold or may go on after a gap, oldest first. */
    final List<Group> groups = new ArrayList<>();
    /** Groups whose gap has become too long, oldest first. */
    final List<Group> ended = new ArrayList<>();

    Look(GatheringState state, GatheringOptions options, long nowMillis) {
        this.options = options;
        this.nowMillis = nowMillis;
        this.floor = state.floor();
        this.people = Crowd.people(state.buckets()).stream()
                .map(person -> Standing.now(person, options))
                .toList();
        people.forEach(person -> byId.put(person.id(), person));
        look(state.groups());
    }

    private void look(List<Group> before) {
        Set<String> centres = before.stream().map(Group::centreId).collect(Collectors.toSet());
        List<Found> found = Grouping.groups(
                people, Neighbourhoods.within(options.radiusMetres(), people), centres, options.minCount());
        found.forEach(each ->
                each.members().forEach(member -> grouped.add(people.get(member).id())));
        Map<Integer, Integer> continued = Identity.continued(before, found, people, options.minCount());
        Set<String> ids = before.stream().map(Group::id).collect(Collectors.toCollection(HashSet::new));
        for (int f = 0; f < found.size(); f++) {
            @Nullable Integer g = continued.get(f);
            groups.add(g == null ? begun(found.get(f), ids) : gone(before.get(g), found.get(f)));
        }
        Set<Integer> again = new HashSet<>(continued.values());
        for (int g = 0; g < before.size(); g++) {
            if (!again.contains(g)) {
                boolean over = nowMillis - before.get(g).heldMillis() > options.gapMillis();
                (over ? ended : groups).add(before.get(g));
            }
        }
        groups.sort(Group.OLDEST_FIRST);
        ended.sort(Group.OLDEST_FIRST);
    }

    private Group begun(Found found, Set<String> ids) {
        List<Standing> members = found.members().stream().map(people::get).toList();
        long onset = Onset.millis(
                people.get(found.centre()).person(),
                members.stream().map(Standing::person).toList(),
                options,
                nowMillis);
        String id = floor + "/" + onset + "/" + members.get(0).id();
        while (!ids.add(id)) {
            id += "+";
        }
        String level = options.level(members.size());
        Group none = new Group(
                id, onset, false, "", List.of(), List.of(), "", level, nowMillis, nowMillis, 0, null, List.of(), "", 0,
                0);
        return gone(none, found);
    }

    /** The group goes on with what was found. */
    private Group gone(Group before, Found found) {
        Standing centre = people.get(found.centre());
        List<Group.Member> members = new ArrayList<>();
        found.members().forEach(member -> members.add(new Group.Member(place(people.get(member)), nowMillis)));
        for (Group.Member member : before.members()) {
            @Nullable Standing at = byId.get(member.trackableId());
            if (at != null
                    && !grouped.contains(at.id())
                    && nowMillis - member.insideMillis() <= options.gapMillis()
                    && centre.isWithin(options.radiusMetres() + KEEP_METRES, at)) {
                members.add(new Group.Member(place(at), member.insideMillis()));
            }
        }
        members.sort(Comparator.comparing(Group.Member::trackableId));
        String level = options.level(found.members().size());
        boolean enough = options.rank(level) >= options.rank(before.level());
        boolean falls = !enough && nowMillis - before.levelHeldMillis() > options.gapMillis();
        return new Group(
                before.id(),
                before.onsetMillis(),
                before.started(),
                centre.id(),
                members,
                fenceIds(members),
                planVersion(members),
                enough || falls ? level : before.level(),
                enough || falls ? nowMillis : before.levelHeldMillis(),
                nowMillis,
                Math.max(before.peakCount(), members.size()),
                before.toldMillis(),
                before.toldIds(),
                before.toldLevel(),
                before.seq(),
                before.findingSeq());
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
                person.fixMillis());
    }

    private List<String> fenceIds(List<Group.Member> members) {
        Set<String> fenceIds = new TreeSet<>();
        members.forEach(
                member -> fenceIds.addAll(personOf(member).map(Person::fenceIds).orElse(List.of())));
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
