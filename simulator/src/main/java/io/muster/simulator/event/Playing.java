package io.muster.simulator.event;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Event;
import java.util.List;

/**
 * One playing of an event.
 *
 * @param number 0, 1, 2 … as {@code every} repeats it
 * @param atMillis simulated time, within the cycle
 * @param cycle of the scenario, from 0
 * @param cast who plays, in the order in which they come
 * @param elsewhere of an event for everybody: who is in another event then
 */
record Playing(Event event, int number, long atMillis, long cycle, List<Member> cast, List<Member> elsewhere) {
    Playing {
        cast = List.copyOf(cast);
        elsewhere = List.copyOf(elsewhere);
    }

    Playing inCycle(long other) {
        return new Playing(event, number, atMillis, other, cast, elsewhere);
    }

    /** When it is no longer true. */
    long endMillis() {
        return atMillis + event.forMillis();
    }

    /** A stream of its own for each playing and purpose; comments and blank lines of the file do not take part. */
    Draw draw(long seed, String purpose) {
        return Draw.of(seed, event.kind().wire() + " " + subject() + " " + purpose + " cycle " + cycle, atMillis);
    }

    /** What it is about, in one word. */
    String subject() {
        for (String each : new String[] {event.zone(), event.gate(), event.permit()}) {
            if (each != null) {
                return each;
            }
        }
        return String.join("+", event.who());
    }
}
