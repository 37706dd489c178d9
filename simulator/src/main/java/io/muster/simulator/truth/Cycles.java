package io.muster.simulator.truth;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.simulator.event.Played;
import io.muster.simulator.event.Silence;
import io.muster.simulator.movement.CycleMotion;
import io.muster.simulator.people.Person;
import io.muster.simulator.radio.Interval;
import io.muster.simulator.radio.RadioOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** What is known of a run, cycle by cycle: who was in which fence, who lay still, whom the radio could not see, and what was scripted. */
final class Cycles {
    /** How far gatherings are looked at in one go. */
    static final long SLICE_MILLIS = 60_000;
    /** A radio that has just found somebody again is not believed at once. */
    private static final long AFTER_DOUBT_MILLIS = 5_000;

    private final List<Person> people;
    private final double[] margins;
    private final Doubts radioDoubts;
    private final LongFunction<List<Played>> played;
    private final long durationMillis;
    private final List<FenceWatch> fences = new ArrayList<>();
    private final List<FenceWatch> exemptFences;
    private final List<Spans> doubts = new ArrayList<>();
    private final Map<Integer, Spans> still = new TreeMap<>();
    private final List<Spans> present = new ArrayList<>();
    private final Plan plan;
    private final Faults faults;
    private final Script script;
    /** The ways of the cycles that gatherings have not been through yet, by cycle. */
    private final TreeMap<Long, List<Course>> courses = new TreeMap<>();

    private final Map<String, Integer> positions = new HashMap<>();
    private long horizonMillis;

    Cycles(
            Plan plan,
            List<Person> people,
            RadioOptions radio,
            Doubts radioDoubts,
            Faults faults,
            LongFunction<List<Played>> played,
            long durationMillis) {
        this.plan = plan;
        this.faults = faults;
        this.people = people;
        this.radioDoubts = radioDoubts;
        this.played = played;
        this.durationMillis = durationMillis;
        this.margins = new double[people.size()];
        Margins sizes = Margins.of(radio);
        for (int i = 0; i < people.size(); i++) {
            margins[i] = sizes.of(people.get(i));
            positions.put(people.get(i).member(), i);
            doubts.add(new Spans());
            present.add(new Spans());
        }
        for (PlanFence fence : plan.fences()) {
            FenceWatch watch = new FenceWatch(fence);
            if (watch.isNeeded()) {
                fences.add(watch);
            }
        }
        this.exemptFences =
                fences.stream().filter(watch -> watch.fence().gatheringExempt()).toList();
        this.script = new Script(plan, people);
    }

    /** Until when everything is known: the end of a cycle. */
    long horizonMillis() {
        return horizonMillis;
    }

    List<FenceWatch> fences() {
        return fences;
    }

    Spans doubts(int person) {
        return doubts.get(person);
    }

    /** Gets to know every cycle that begins before this time. */
    void goTo(long millis) {
        while (horizonMillis <= millis) {
            addCycle(horizonMillis / durationMillis);
            horizonMillis += durationMillis;
        }
    }

    /** The next whole slice, or the end of the cycle. */
    long sliceEnd(long millis) {
        long cycleEnd = (millis / durationMillis + 1) * durationMillis;
        return Math.min(cycleEnd, (millis / SLICE_MILLIS + 1) * SLICE_MILLIS);
    }

    /** Who may take part in a gathering where, in a slice of one cycle; ways of earlier cycles are forgotten. */
    List<Exposure> exposures(long from, long until) {
        long cycle = from / durationMillis;
        courses.headMap(cycle).clear();
        List<Course> ways = courses.getOrDefault(cycle, List.of());
        List<Exposure> exposures = new ArrayList<>();
        for (int person = 0; person < ways.size(); person++) {
            List<Levels> exempt = new ArrayList<>();
            for (FenceWatch watch : exemptFences) {
                Levels levels = watch.stays().get(person);
                if (levels != null) {
                    exempt.add(levels);
                }
            }
            List<Piece> pieces = ways.get(person).pieces(from, until);
            boolean hasUwb = people.get(person).hasUwb();
            Exposures.add(person, hasUwb, pieces, exempt, doubts.get(person), exposures);
        }
        return exposures;
    }

    /** When somebody was in a production area. */
    Spans production(int person) {
        List<Spans> parts = new ArrayList<>();
        for (FenceWatch watch : fences) {
            if (watch.fence().role() == Role.PRODUCTION) {
                parts.add(watch.of(person).nominal());
            }
        }
        return Spans.ofUnsorted(parts);
    }

    boolean isUnrecorded(Person person, PlanFence gate, long millis) {
        return script.isUnrecorded(person, gate, millis);
    }

    /** Alarms about fences, and of the script, as far as everything is known; sorted. */
    List<Happening> happenings() {
        Run run = new Run(plan.fences(), people, faults, fences, present, still, doubts, durationMillis, horizonMillis);
        List<Happening> found = new ArrayList<>();
        script.happenings().forEach(each -> found.add(Unheard.tolerate(each, run)));
        found.addAll(TagAlarms.of(run));
        found.addAll(VendorAlarms.of(run));
        List<Happening> seen = new ArrayList<>();
        for (FenceWatch watch : fences) {
            seen.addAll(FenceAlarms.of(people, watch, doubts, still, script.silences(watch.fence()), horizonMillis));
        }
        seen.sort(Happening.ORDER);
        found.addAll(FenceAlarms.oneAtATime(seen));
        found.sort(Happening.ORDER);
        return found;
    }

    private void addCycle(long cycle) {
        long from = cycle * durationMillis;
        List<Played> events = played.apply(cycle);
        script.add(events, from);
        Map<Integer, List<Interval>> silent = new HashMap<>();
        for (Played event : events) {
            for (Silence silence : event.silences()) {
                Integer person = positions.get(silence.member());
                if (person != null) {
                    silent.computeIfAbsent(person, key -> new ArrayList<>())
                            .add(new Interval(from + silence.fromMillis(), from + silence.untilMillis()));
                }
            }
        }
        List<Course> ways = new ArrayList<>(people.size());
        for (int person = 0; person < people.size(); person++) {
            Course course = course(people.get(person), cycle, from);
            ways.add(course);
            List<Piece> pieces = course.pieces(from, from + durationMillis);
            for (FenceWatch watch : fences) {
                watch.add(person, margins[person], pieces);
            }
            Spans here = present.get(person);
            pieces.forEach(piece -> here.add(piece.from(), piece.until()));
            Spans lying = still.getOrDefault(person, new Spans());
            course.addStillTo(lying);
            if (!lying.isEmpty()) {
                still.put(person, lying);
            }
            addDoubts(person, from, silent.getOrDefault(person, List.of()));
        }
        courses.put(cycle, ways);
    }

    private Course course(Person person, long cycle, long from) {
        if (person.motion() instanceof CycleMotion motion) {
            return new Course(motion.timeline(cycle), from, durationMillis);
        }
        throw new IllegalArgumentException(
                person.member() + " has a motion whose way cannot be told: " + person.motion());
    }

    private void addDoubts(int person, long from, List<Interval> silent) {
        Spans found = new Spans();
        List<Interval> all = new ArrayList<>(radioDoubts.of(people.get(person), from, from + durationMillis));
        all.addAll(silent);
        if (all.isEmpty()) {
            return;
        }
        all.sort((a, b) -> Long.compare(a.fromMillis(), b.fromMillis()));
        all.forEach(each -> found.add(each.fromMillis(), untilSeen(each)));
        doubts.set(person, doubts.get(person).plus(found));
    }

    private static long untilSeen(Interval doubt) {
        boolean isForEver = doubt.untilMillis() > Long.MAX_VALUE - AFTER_DOUBT_MILLIS;
        return isForEver ? Long.MAX_VALUE : doubt.untilMillis() + AFTER_DOUBT_MILLIS;
    }
}
