package io.muster.simulator;

import io.muster.simulator.movement.Pose;
import io.muster.simulator.people.Person;
import io.muster.simulator.radio.Interval;
import io.muster.simulator.radio.RadioDoubt;
import java.util.ArrayList;
import java.util.List;

/** When somebody is on site and seen: presence without the radio's doubts. */
final class OnAir {
    /** Nobody comes or goes more finely than this matters. */
    private static final long STEP_MILLIS = 1_000;

    private OnAir() {}

    /** In [0, until) of simulated time, as instants; sorted and apart. */
    static List<Interval> of(Person person, RadioDoubt doubt, long startMillis, long untilMillis) {
        List<Interval> seen = new ArrayList<>();
        long from = 0;
        for (Interval blind : doubt.doubts(person, 0, untilMillis)) {
            onSite(person, from, blind.fromMillis(), startMillis, seen);
            from = blind.untilMillis();
        }
        onSite(person, from, untilMillis, startMillis, seen);
        return seen;
    }

    private static void onSite(Person person, long from, long until, long startMillis, List<Interval> out) {
        Pose pose = new Pose();
        long since = -1;
        for (long at = from; at < until; at += STEP_MILLIS) {
            person.motion().at(at, pose);
            if (pose.absent && since >= 0) {
                out.add(new Interval(startMillis + since, startMillis + at));
                since = -1;
            } else if (!pose.absent && since < 0) {
                since = at;
            }
        }
        if (since >= 0 && since < until) {
            out.add(new Interval(startMillis + since, startMillis + until));
        }
    }
}
