package io.muster.simulator.radio;

import io.muster.simulator.movement.Motion;
import io.muster.simulator.movement.Pose;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * When nobody can tell from the radio where a person is, so that whoever judges by it is not blamed. What counts is the technology that the person is followed
 * by: UWB, and BLE only for those who have no UWB. A pure function; safe for several threads.
 */
public final class RadioDoubt {
    /** Below this share of messages lost, enough of them arrive. */
    private static final double BLIND_FROM_LOSS = 0.3;
    /** A clock that is wrong by more can move a fix past another. */
    private static final long CLOCK_MILLIS = 2_000;
    /** A way through a blind spot is looked at so often. */
    private static final long STEP_MILLIS = 1_000;

    private final RadioOptions options;
    private final RadioFaults faults;
    private final long seed;
    private final List<Interval> uwbDoubts;
    private final List<Interval> bleDoubts;

    /** Of the traffic of the same options, faults and seed. */
    public RadioDoubt(RadioOptions options, RadioFaults faults, long seed) {
        this.options = options;
        this.faults = faults;
        this.seed = seed;
        this.uwbDoubts = faults.vendor(true).doubts(CLOCK_MILLIS);
        this.bleDoubts = faults.vendor(false).doubts(CLOCK_MILLIS);
    }

    /**
     * Within [fromMillis, untilMillis) of simulated time, in order and apart: the tags are dead, silent, unbound, carried by somebody else, or forged; the person is in
     * a blind spot that loses 30 % or more; the vendor is out, holds messages back, or has a clock that is wrong by more than 2 s; or an excursion puts the tag
     * elsewhere. Nothing is added for the time after, in which others make up their minds again.
     */
    public List<Interval> doubts(Person person, long fromMillis, long untilMillis) {
        TagFaults own = faults.tags(person);
        if (own.unbound() && fromMillis < untilMillis) {
            return List.of(new Interval(fromMillis, untilMillis));
        }
        boolean uwb = person.hasUwb();
        List<Interval> found = new ArrayList<>();
        long firstCycle = Math.max(0, faults.cycle(fromMillis) - 1);
        for (long cycle = firstCycle; cycle <= faults.cycle(untilMillis - 1); cycle++) {
            long begin = cycle == 0 ? 0 : cycle * faults.cycleMillis();
            List<Interval> repeated = new ArrayList<>(uwb ? uwbDoubts : bleDoubts);
            repeated.addAll(own.silences(cycle));
            own.swaps().forEach(swap -> repeated.add(swap.span()));
            own.forgeries().forEach(forgery -> repeated.add(forgery.span()));
            if (own.deathMillis() < faults.cycleMillis()) {
                repeated.add(new Interval(own.deathMillis(), faults.cycleMillis()));
            }
            for (Interval span : repeated) {
                found.add(shifted(span, begin));
            }
            for (RadioFaults.BlindSpot spot : faults.blindSpots()) {
                if (spot.loss() >= BLIND_FROM_LOSS) {
                    Interval span = shifted(spot.span(), begin);
                    addBlind(
                            found,
                            person.motion(),
                            spot.zone(),
                            Math.max(fromMillis, span.fromMillis()),
                            Math.min(untilMillis, span.untilMillis()));
                }
            }
        }
        addJumps(found, person, uwb, fromMillis, untilMillis);
        return Spans.within(Spans.joined(found), fromMillis, untilMillis);
    }

    private void addJumps(List<Interval> found, Person person, boolean uwb, long fromMillis, long untilMillis) {
        int number = 0;
        for (Tag tag : person.tags()) {
            if ((tag.technology() == Tag.Technology.UWB) == uwb) {
                String name = TagRadio.name(person, tag, number++);
                found.addAll(new PositionError(options.of(uwb), seed, name).jumps(fromMillis, untilMillis));
            }
        }
    }

    private static void addBlind(
            List<Interval> found, Motion motion, ZoneTest zone, long fromMillis, long untilMillis) {
        Pose pose = new Pose();
        for (long at = fromMillis; at < untilMillis; at += STEP_MILLIS) {
            motion.at(at, pose);
            if (!pose.absent && zone.contains(pose.x, pose.y, pose.floor)) {
                found.add(new Interval(at - STEP_MILLIS, at + STEP_MILLIS));
            }
        }
    }

    private static Interval shifted(Interval span, long millis) {
        return millis == 0 ? span : new Interval(span.fromMillis() + millis, span.untilMillis() + millis);
    }
}
