package io.muster.simulator.truth;

import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Level;
import io.muster.contract.value.Subject;
import io.muster.simulator.people.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One group of people who possibly gather, from its first second on: who was in it, and when somebody had enough others around. */
final class GatheringGroup {
    /** A gathering is one when it has lasted longer than this (AQ 3064.3 3.5). */
    static final long GATHERING_MILLIS = 60_000;
    /** Sure around one and the same person for so long: a truth. The rest over 60 s is for a rule to see it. */
    static final long SURE_MILLIS = 70_000;
    /** Possible for so long is tolerated; shorter is nothing. */
    static final long POSSIBLE_MILLIS = 50_000;
    /** A rule that smooths may bridge a gap as long as this. */
    static final long GAP_MILLIS = 10_000;
    /** Whoever truly is near longer than that before it is sure was no plain arrival. */
    private static final long PROMPT_MILLIS = 3_000;
    /** Whoever was in a group for less just came by. */
    private static final long MEMBER_MILLIS = 30_000;

    /** AQ 3064.3 5.2.3: 3 yellow, 4 to 6 orange, 7 and more red. */
    static final int[] SIZES = {3, 4, 7};

    private static final Level[] LEVELS = {Level.YELLOW, Level.ORANGE, Level.RED};

    final long number;
    final long from;
    /** Part of a group that fell in two: it may have an alarm of its own or not. */
    final boolean isSplinter;
    /** Over for good: nobody can come back to it. */
    boolean isClosed;
    /** When the people fell apart; {@link Long#MAX_VALUE} while they are together. */
    long apartSince = Long.MAX_VALUE;

    private long mergedAt = Long.MAX_VALUE;
    private final Spans nominal = new Spans();
    private final Map<Integer, Long> since = new HashMap<>();
    private final Map<Integer, Long> stayed = new HashMap<>();
    private @Nullable Sure best;
    private int level = -1;

    /** Enough others surely around one person from {@code since} on, truly from {@code onset} on. */
    private record Sure(long since, long onset) {}

    GatheringGroup(long number, long from, boolean isSplinter) {
        this.number = number;
        this.from = from;
        this.isSplinter = isSplinter;
    }

    Set<Integer> present() {
        return since.keySet();
    }

    void join(int person, long millis) {
        since.putIfAbsent(person, millis);
    }

    void leave(int person, long millis) {
        Long joined = since.remove(person);
        if (joined != null) {
            stayed.merge(person, millis - joined, Long::sum);
        }
    }

    void merged(long millis) {
        mergedAt = Math.min(mergedAt, millis);
    }

    /** Enough others were truly around somebody. */
    void addNominal(long begin, long end) {
        nominal.join(Math.max(from, begin), end, GAP_MILLIS);
    }

    /** So many others were surely around somebody; shorter than {@link #SURE_MILLIS} is nothing. */
    void addSure(int sizeIndex, long begin, long end, long onset) {
        long least = isSplinter ? Math.max(from, begin) : begin;
        if (end - least < SURE_MILLIS) {
            return;
        }
        level = Math.max(level, sizeIndex);
        if (best == null || least < best.since()) {
            best = new Sure(least, isSplinter ? Math.max(from, onset) : onset);
        }
    }

    /** A copy to which what still holds can be added. */
    GatheringGroup copy() {
        GatheringGroup copy = new GatheringGroup(number, from, isSplinter);
        copy.apartSince = apartSince;
        copy.mergedAt = mergedAt;
        for (int i = 0; i < nominal.size(); i++) {
            copy.nominal.add(nominal.from(i), nominal.until(i));
        }
        copy.since.putAll(since);
        copy.stayed.putAll(stayed);
        copy.best = best;
        copy.level = level;
        return copy;
    }

    /**
     * What must or may be raised about the group.
     *
     * @param end of the group; {@link Happening#OPEN} = not yet
     * @param now for how long those who are still in it have been
     */
    List<Happening> happenings(List<Person> people, long end, long now) {
        List<String> members = members(people, now);
        List<Happening> found = new ArrayList<>();
        Sure sure = best;
        if (sure == null) {
            tolerate(from, end, now, members, found);
            return found;
        }
        long onset = sure.since() - sure.onset() <= PROMPT_MILLIS ? sure.onset() : sure.since();
        int index = nominal.indexAt(sure.since());
        long until = index < 0 ? end : nominal.until(index);
        // However short it was: an alarm that counts from the first moment at which it was possible is not early.
        if (onset - from > PROMPT_MILLIS) {
            found.add(happening(from, onset, members, null, true));
        }
        found.add(happening(onset, until, members, LEVELS[Math.max(0, level)], isSplinter));
        // Six people are enough for two gatherings, and nobody can say how many alarms a crowd brings.
        boolean isCrowd = members.size() >= 2 * SIZES[0];
        tolerate(isCrowd ? onset : Math.min(until, mergedAt), end, now, members, found);
        return found;
    }

    private void tolerate(long begin, long end, long now, List<String> members, List<Happening> out) {
        if (Math.min(end, now) - begin >= POSSIBLE_MILLIS) {
            out.add(happening(begin, end, members, null, true));
        }
    }

    private Happening happening(
            long onset, long end, List<String> members, @Nullable Level highest, boolean tolerated) {
        long due = onset + GATHERING_MILLIS + Happening.ALLOWANCE_MILLIS;
        Subject subject = new Subject("gathering", "gathering-" + number);
        return new Happening(AlarmKind.GATHERING, subject, onset, due, end, members, highest, tolerated);
    }

    private List<String> members(List<Person> people, long now) {
        Map<Integer, Long> times = new HashMap<>(stayed);
        since.forEach((person, joined) -> times.merge(person, now - joined, Long::sum));
        boolean anybody =
                times.values().stream().filter(time -> time >= MEMBER_MILLIS).count() >= SIZES[0];
        TreeSet<String> ids = new TreeSet<>();
        times.forEach((person, time) -> {
            if (!anybody || time >= MEMBER_MILLIS) {
                ids.add(people.get(person).id());
            }
        });
        return List.copyOf(ids);
    }
}
