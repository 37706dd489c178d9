package io.muster.simulator.truth;

import io.muster.simulator.people.Person;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Gatherings of a whole run, slice by slice: who is near whom changes at exact times, and how long somebody has had enough others around is known to the
 * millisecond; which people are one group is looked at each second in which something changed.
 */
final class GatheringSweep {
    private static final long STEP_MILLIS = 1_000;

    private final NearPairs pairs;
    private final Neighbours neighbours;
    private final Spells[] spells;
    private final GatheringGroups groups;
    private final Set<Integer> changed = new LinkedHashSet<>();
    private long lookAt;

    GatheringSweep(List<Person> people, Margins margins) {
        if (people.size() > NearPairs.MOST_PEOPLE) {
            throw new IllegalArgumentException(
                    "gatherings can be told of " + NearPairs.MOST_PEOPLE + " people, not of " + people.size());
        }
        this.pairs = new NearPairs(margins);
        this.neighbours = new Neighbours(people.size());
        this.spells = new Spells[people.size()];
        for (int i = 0; i < spells.length; i++) {
            spells[i] = new Spells();
        }
        this.groups = new GatheringGroups(people, neighbours, spells);
    }

    /** Goes on by a slice, which begins where the last one ended and is no longer than {@link NearPairs#LONGEST}. */
    void advance(List<Exposure> exposures, long from, long until) {
        long[] changes = pairs.changes(exposures, from, until);
        List<Integer> touched = new ArrayList<>();
        for (int person = 0; person < spells.length; person++) {
            if (neighbours.count(person) > 0) {
                neighbours.clear(person);
                spells[person].clearCounts();
                touch(person, from, touched);
            }
        }
        long now = from;
        for (long change : changes) {
            long millis = from + NearPairs.millis(change);
            if (millis > now) {
                settle(touched, now);
                now = millis;
                lookBefore(now);
            }
            apply(change, now, touched);
        }
        settle(touched, now);
        lookBefore(until + 1);
        groups.closeBefore(until);
    }

    /** What is known by the end of the last slice, sorted. */
    List<Happening> happenings(long horizonMillis) {
        List<Happening> found = groups.happenings(horizonMillis);
        found.sort(Happening.ORDER);
        return found;
    }

    private void apply(long change, long millis, List<Integer> touched) {
        int a = NearPairs.first(change);
        int b = NearPairs.second(change);
        int level = NearPairs.level(change);
        boolean begins = NearPairs.begins(change);
        spells[a].count(level, begins ? 1 : -1);
        spells[b].count(level, begins ? 1 : -1);
        if (level == NearPairs.POSSIBLE) {
            if (begins) {
                neighbours.connect(a, b);
            } else {
                neighbours.part(a, b);
            }
            touch(a, millis, touched);
            touch(b, millis, touched);
        } else {
            touched.add(a);
            touched.add(b);
        }
    }

    private void touch(int person, long millis, List<Integer> touched) {
        touched.add(person);
        if (changed.isEmpty()) {
            lookAt = (millis / STEP_MILLIS + 1) * STEP_MILLIS;
        }
        changed.add(person);
    }

    private void settle(List<Integer> touched, long millis) {
        for (int person : touched) {
            spells[person].settle(millis, groups.of(person));
        }
        touched.clear();
    }

    private void lookBefore(long millis) {
        if (!changed.isEmpty() && lookAt < millis) {
            groups.look(changed, lookAt);
            changed.clear();
        }
    }
}
