package io.muster.simulator.truth;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.contract.value.Subject;
import io.muster.contract.value.TruthLine;
import io.muster.simulator.event.Played;
import io.muster.simulator.people.Person;
import io.muster.simulator.radio.RadioOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The truth of a run of a scenario, as far as it is asked for: what the true ways of people lead to, and what was scripted. What it says of a moment depends on
 * that moment only, not on how often it was asked before. Not safe for several threads.
 */
public final class ShiftTruth {
    /** What begins before a moment is judged by how it goes on for so long after it. */
    static final long AHEAD_MILLIS = 60_000;

    /** A rule that counts from a little earlier is forgiven that. */
    private static final long EARLY_MILLIS = 10_000;

    private final Cycles cycles;
    private final List<Person> people;
    private final List<Person> known;
    private final GatheringSweep gatherings;
    private long toldMillis;
    private long sweptMillis;
    /** Alarms of fences and of the script, as of the cycles that are known. */
    private List<Happening> told = List.of();

    private long toldUntil = -1;

    /**
     * @param people each with a motion that is a {@link io.muster.simulator.movement.CycleMotion}
     * @param radio how well it sees people: within its margins nothing is sure
     * @param doubts when it does not see them well
     * @param faults why, where that is an alarm
     * @param played what happens on purpose in a cycle, in times of that cycle
     * @param durationMillis of a cycle
     * @throws IllegalArgumentException if somebody has another motion, or there are too many people
     */
    public ShiftTruth(
            Plan plan,
            List<Person> people,
            RadioOptions radio,
            Doubts doubts,
            Faults faults,
            LongFunction<List<Played>> played,
            long durationMillis) {
        this.people = List.copyOf(people);
        this.known = faults.known(plan.site(), this.people);
        this.cycles = new Cycles(plan, known, radio, doubts, faults, played, durationMillis);
        this.gatherings = new GatheringSweep(known, Margins.of(radio));
    }

    /**
     * Everything that began before {@code untilMillis} of simulated time, sorted by onset. What is due later is tolerated; what has not ended then has no end.
     *
     * @param startMillis instant of simulated time 0 (epoch)
     * @throws IllegalArgumentException if it is asked for an earlier time than before: it only walks forward
     */
    public Truth truth(long untilMillis, long startMillis) {
        List<TruthLine> alarms = happenings(untilMillis).stream()
                .map(happening -> happening.asOf(untilMillis, startMillis))
                .toList();
        return new Truth(alarms, presences(untilMillis, startMillis), passes(0, untilMillis, startMillis));
    }

    /**
     * Who went through a gate in a time, sorted; as {@link #truth} tells it, for what gates write.
     *
     * @param fromMillis simulated time, included
     * @param untilMillis not included
     */
    public List<GatePass> passes(long fromMillis, long untilMillis, long startMillis) {
        cycles.goTo(untilMillis + AHEAD_MILLIS);
        List<GatePass> found = new ArrayList<>();
        Spans[] production = new Spans[people.size()];
        for (FenceWatch gate : cycles.fences()) {
            if (gate.fence().role() != Role.GATE) {
                continue;
            }
            gate.stays().forEach((person, levels) -> {
                Spans known = production[person];
                Spans inside = known == null ? cycles.production(person) : known;
                production[person] = inside;
                for (GatePasses.Pass pass : GatePasses.of(levels.nominal(), inside, cycles.horizonMillis())) {
                    if (pass.millis() >= fromMillis && pass.millis() < untilMillis) {
                        found.add(pass(gate.fence(), person, pass, startMillis));
                    }
                }
            });
        }
        found.sort(Comparator.comparing(GatePass::onset)
                .thenComparing(pass -> pass.trackableIds().get(0)));
        return found;
    }

    /** In simulated time, sorted. */
    List<Happening> happenings(long untilMillis) {
        if (untilMillis < toldMillis) {
            throw new IllegalArgumentException(
                    "truth was already told until " + toldMillis + " ms, asked for " + untilMillis);
        }
        toldMillis = untilMillis;
        cycles.goTo(untilMillis + AHEAD_MILLIS);
        while (sweptMillis < untilMillis + AHEAD_MILLIS) {
            long next = cycles.sliceEnd(sweptMillis);
            gatherings.advance(cycles.exposures(sweptMillis, next), sweptMillis, next);
            sweptMillis = next;
        }
        if (toldUntil != cycles.horizonMillis()) {
            told = cycles.happenings();
            toldUntil = cycles.horizonMillis();
        }
        List<Happening> all = new ArrayList<>(told);
        all.addAll(gatherings.happenings(sweptMillis));
        // What nothing may be raised about yet is left out: it would depend on what is known of the time after.
        all.removeIf(happening -> happening.onsetMillis() >= untilMillis
                || happening.dueMillis() - Happening.ALLOWANCE_MILLIS > untilMillis + EARLY_MILLIS);
        all.sort(Happening.ORDER);
        return all;
    }

    private List<Presence> presences(long untilMillis, long startMillis) {
        List<Presence> found = new ArrayList<>();
        for (FenceWatch watch : cycles.fences()) {
            if (!watch.isTold()) {
                continue;
            }
            Subject subject = subject(watch.fence());
            watch.stays().forEach((person, levels) -> {
                List<String> who = List.of(known.get(person).id());
                Levels seen = levels.blurredBy(cycles.doubts(person));
                addStays(levels.nominal(), subject, who, false, untilMillis, startMillis, found);
                addStays(seen.doubt(), subject, who, true, untilMillis, startMillis, found);
            });
        }
        found.sort(Comparator.comparing(Presence::onset)
                .thenComparing(presence -> presence.trackableIds().get(0))
                .thenComparing(presence -> presence.subject().id())
                .thenComparing(Presence::tolerated));
        return found;
    }

    private static void addStays(
            Spans stays,
            Subject subject,
            List<String> who,
            boolean tolerated,
            long untilMillis,
            long startMillis,
            List<Presence> out) {
        for (int i = 0; i < stays.size() && stays.from(i) < untilMillis; i++) {
            Instant onset = Instant.ofEpochMilli(startMillis + stays.from(i));
            Instant end = stays.until(i) > untilMillis ? null : Instant.ofEpochMilli(startMillis + stays.until(i));
            out.add(new Presence(subject, onset, end, who, tolerated));
        }
    }

    private GatePass pass(PlanFence gate, int person, GatePasses.Pass pass, long startMillis) {
        return new GatePass(
                subject(gate),
                Instant.ofEpochMilli(startMillis + pass.millis()),
                List.of(people.get(person).id()),
                pass.direction(),
                !cycles.isUnrecorded(people.get(person), gate, pass.millis()));
    }

    private static Subject subject(PlanFence fence) {
        return new Subject("fence", fence.id());
    }
}
