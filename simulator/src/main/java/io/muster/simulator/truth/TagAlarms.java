package io.muster.simulator.truth;

import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Subject;
import io.muster.simulator.movement.Place;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import io.muster.simulator.radio.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The alarms that follow from what is wrong with tags: they die, are forged, are carried by somebody else, or belong to nobody. */
final class TagAlarms {
    /** A dying tag tells that it is nearly empty for so long, each minute. */
    private static final long LAST_WORDS_MILLIS = 600_000;

    private static final long LAST_WORDS_EVERY_MILLIS = 60_000;
    /** No position inside for so long (alarm catalogue; no public number). */
    private static final long OFFLINE_MILLIS = 30_000;
    /** For whoever is away for nearly so long an alarm may be there. */
    private static final long NEARLY_OFFLINE_MILLIS = 20_000;

    private static final long SUSPECT_MILLIS = 10_000;
    private static final long UNKNOWN_MILLIS = 5_000;
    /** Two words in a row may be lost. */
    private static final long LOST_WORDS_MILLIS = 2 * LAST_WORDS_EVERY_MILLIS;
    /** Nearer than this a swap is within the error of a radio. */
    private static final double SWAP_METRES = 20;
    /** Nearer than this a forged place is one to which somebody may have gone. */
    private static final double FORGED_METRES = 50;

    private static final long FORGED_LEAST_MILLIS = 20_000;
    /** Suspicion may go on for a while. */
    private static final long AFTER_MILLIS = 60_000;
    /** A tag that lies so long may have been put down. */
    private static final long PUT_DOWN_MILLIS = 300_000;
    /** Where lying is no danger nobody says how long it may last; the alarm catalogue proposes this. */
    private static final long MOTIONLESS_MILLIS = 290_000;

    private final Run run;
    private final List<Happening> found = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();

    private TagAlarms(Run run) {
        this.run = run;
        for (int i = 0; i < run.people().size(); i++) {
            positions.put(run.people().get(i).member(), i);
        }
    }

    /** All of a run until its horizon, in no order. */
    static List<Happening> of(Run run) {
        TagAlarms alarms = new TagAlarms(run);
        for (long cycle = 0; cycle * run.cycleMillis() < run.horizonMillis(); cycle++) {
            for (Fault fault : run.faults().all()) {
                alarms.of(fault, cycle * run.cycleMillis());
            }
        }
        for (int person = 0; person < run.people().size(); person++) {
            alarms.unseen(person);
            alarms.lying(person);
        }
        return alarms.found;
    }

    private void of(Fault fault, long cycleFrom) {
        long from = cycleFrom + fault.atMillis();
        Long length = fault.forMillis();
        long cycleEnd = cycleFrom + run.cycleMillis();
        long end = length == null ? cycleEnd : Math.min(cycleEnd, from + length);
        switch (fault.kind()) {
            case TAG_DEATH -> dies(position(fault.who().get(0)), cycleFrom, from, cycleEnd);
            case UNBOUND_TAG -> unbound(position(fault.who().get(0)), cycleFrom, cycleEnd);
            case TAG_SWAP -> swapped(fault.who(), from, end);
            case SPOOF -> forged(position(fault.who().get(0)), String.valueOf(fault.zone()), from, end);
            default -> {
                // Of a vendor, or of a place.
            }
        }
    }

    /** -1: a small run has few of a crew. */
    private int position(String member) {
        return positions.getOrDefault(member, -1);
    }

    private void dies(int person, long cycleFrom, long death, long end) {
        if (person < 0) {
            return;
        }
        Person who = run.people().get(person);
        // In the next cycle the tag is heard again.
        boolean isLong = end - death >= OFFLINE_MILLIS + SUSPECT_MILLIS;
        long words = death - LAST_WORDS_MILLIS;
        long first = words < cycleFrom ? cycleFrom + Math.floorMod(words - cycleFrom, LAST_WORDS_EVERY_MILLIS) : words;
        // Whose battery is low when the tag is switched on may say so before the first of the last words.
        long low = Math.max(words, cycleFrom);
        for (Tag tag : who.tags()) {
            boolean isHeard = run.isPresent(person, first, first + 1) && !run.isOut(tag, first, first + SUSPECT_MILLIS);
            if (first < death) {
                found.add(tag(AlarmKind.LOW_BATTERY, who, tag, low, 0, end, true));
                add(tag(AlarmKind.LOW_BATTERY, who, tag, low, first - low + LOST_WORDS_MILLIS, end, !isHeard));
            }
            boolean isInside = isLong
                    && run.isPresent(person, death - 1, death + OFFLINE_MILLIS)
                    && run.isSurelyWatched(person, death)
                    && !run.isOut(tag, death - SUSPECT_MILLIS, death + OFFLINE_MILLIS + SUSPECT_MILLIS);
            add(tag(AlarmKind.TERMINAL_OFFLINE, who, tag, death, OFFLINE_MILLIS, end, !isInside));
        }
        boolean isLost = isLong
                && run.isPresent(person, death - 1, death + OFFLINE_MILLIS)
                && run.isSurelyInDanger(person, death)
                && who.tags().stream().noneMatch(tag -> run.isOut(tag, death - SUSPECT_MILLIS, death + OFFLINE_MILLIS));
        add(about(AlarmKind.TAG_LOST_IN_HAZARD, who, death, OFFLINE_MILLIS, end, !isLost));
    }

    private void unbound(int person, long cycleFrom, long cycleEnd) {
        if (person < 0) {
            return;
        }
        Person who = run.people().get(person);
        Spans present = run.present(person);
        for (Tag tag : who.tags()) {
            for (int i = 0; i < present.size(); i++) {
                if (present.from(i) >= cycleFrom && present.from(i) < cycleEnd) {
                    boolean isFirst = i == 0 && !run.isOut(tag, present.from(i), present.from(i) + SUSPECT_MILLIS);
                    found.add(tag(AlarmKind.UNKNOWN_TAG, who, tag, present.from(i), 0, present.until(i), true));
                    add(tag(
                            AlarmKind.UNKNOWN_TAG,
                            who,
                            tag,
                            present.from(i),
                            UNKNOWN_MILLIS,
                            present.until(i),
                            !isFirst));
                }
            }
        }
    }

    private void swapped(List<String> members, long from, long end) {
        int one = position(members.get(0));
        int other = position(members.get(1));
        if (one < 0 || other < 0) {
            return;
        }
        boolean isFar = isApart(one, other, from) && end - from > SUSPECT_MILLIS;
        // Of tags that are changed back side by side nothing tells that they were.
        long over = isApart(one, other, end) ? end + AFTER_MILLIS : Happening.OPEN;
        for (int person : new int[] {one, other}) {
            Person who = run.people().get(person);
            found.add(about(AlarmKind.TAG_SWAP_SUSPECTED, who, from, 0, over, true));
            found.add(about(AlarmKind.SPOOF_SUSPECTED, who, from, 0, from + AFTER_MILLIS, true));
            found.add(about(AlarmKind.SPOOF_SUSPECTED, who, end, 0, end + AFTER_MILLIS, true));
            if (isFar) {
                add(about(AlarmKind.TAG_SWAP_SUSPECTED, who, from, SUSPECT_MILLIS, end, false));
            }
        }
    }

    /** Whether everybody can see that these two change their tags then. */
    private boolean isApart(int one, int other, long at) {
        Place here = run.people().get(one).motion().placeAt(at);
        Place there = run.people().get(other).motion().placeAt(at);
        return here.distanceTo(there) > SWAP_METRES && isSeen(one, at) && isSeen(other, at);
    }

    private boolean isSeen(int person, long at) {
        Person who = run.people().get(person);
        return run.isPresent(person, at - SUSPECT_MILLIS, at + SUSPECT_MILLIS)
                && who.tags().stream().noneMatch(tag -> run.isOut(tag, at - SUSPECT_MILLIS, at + SUSPECT_MILLIS));
    }

    private void forged(int person, String zone, long from, long end) {
        if (person < 0) {
            return;
        }
        Person who = run.people().get(person);
        Place forged = run.middle(zone);
        boolean isFar = forged != null
                && end - from >= FORGED_LEAST_MILLIS
                && isSeen(person, from)
                && who.motion().placeAt(from).distanceTo(forged) >= FORGED_METRES
                && who.motion().placeAt(from + SUSPECT_MILLIS).distanceTo(forged) >= FORGED_METRES;
        found.add(about(AlarmKind.SPOOF_SUSPECTED, who, from, 0, end + AFTER_MILLIS, true));
        found.add(about(AlarmKind.TAG_SWAP_SUSPECTED, who, from, 0, end + AFTER_MILLIS, true));
        if (isFar) {
            add(about(AlarmKind.SPOOF_SUSPECTED, who, from, SUSPECT_MILLIS, end, false));
        }
    }

    /** While the radio does not see somebody, nobody can say that they are not lost. */
    private void unseen(int person) {
        Person who = run.people().get(person);
        Spans doubts = run.doubts(person);
        for (int i = 0; i < doubts.size(); i++) {
            if (doubts.length(i) >= NEARLY_OFFLINE_MILLIS) {
                long end = doubts.until(i) == Long.MAX_VALUE ? Happening.OPEN : doubts.until(i) + SUSPECT_MILLIS;
                for (AlarmKind kind : List.of(AlarmKind.TAG_LOST_IN_HAZARD, AlarmKind.NOT_WEARING)) {
                    found.add(about(kind, who, doubts.from(i), OFFLINE_MILLIS, end, true));
                }
                for (Tag tag : who.tags()) {
                    found.add(tag(AlarmKind.TERMINAL_OFFLINE, who, tag, doubts.from(i), OFFLINE_MILLIS, end, true));
                }
            }
        }
        for (Tag tag : who.tags()) {
            Spans outages = run.outages(tag);
            for (int i = 0; i < outages.size(); i++) {
                long end = outages.until(i) + OFFLINE_MILLIS;
                found.add(tag(AlarmKind.TERMINAL_OFFLINE, who, tag, outages.from(i), OFFLINE_MILLIS, end, true));
            }
        }
    }

    private void lying(int person) {
        Person who = run.people().get(person);
        Spans still = run.still(person);
        for (int i = 0; i < still.size(); i++) {
            if (still.length(i) >= MOTIONLESS_MILLIS) {
                found.add(about(AlarmKind.MOTIONLESS, who, still.from(i), MOTIONLESS_MILLIS, still.until(i), true));
            }
            if (still.length(i) >= PUT_DOWN_MILLIS) {
                found.add(about(AlarmKind.NOT_WEARING, who, still.from(i), PUT_DOWN_MILLIS, still.until(i), true));
            }
        }
    }

    private void add(Happening happening) {
        if (happening.onsetMillis() < happening.endMillis()) {
            found.add(happening);
        }
    }

    private static Happening tag(
            AlarmKind kind, Person who, Tag tag, long onset, long lasts, long end, boolean tolerated) {
        return happening(kind, new Subject("provider", tag.providerId()), who, onset, lasts, end, tolerated);
    }

    private static Happening about(AlarmKind kind, Person who, long onset, long lasts, long end, boolean tolerated) {
        return happening(kind, new Subject("trackable", who.id()), who, onset, lasts, end, tolerated);
    }

    private static Happening happening(
            AlarmKind kind, Subject subject, Person who, long onset, long lasts, long end, boolean tolerated) {
        long due = onset + lasts + Happening.ALLOWANCE_MILLIS;
        return new Happening(kind, subject, onset, due, end, List.of(who.id()), null, tolerated);
    }
}
