package io.muster.simulator.event;

import io.muster.simulator.day.Appointment;
import io.muster.simulator.scenario.Event;
import java.util.List;

/**
 * An event as it is played once.
 *
 * @param atMillis simulated time of this playing
 * @param appointments what it asks of members
 * @param messages what tags and neighbouring systems say because of it
 * @param expectations alarms that are due because it was scripted so. Those that follow from where people are (over-capacity, gathering, boundary, overstay,
 *     under-staffed) are not among them: the truth finds them on the true ways
 * @param tricks passes through gates that the gate sees otherwise than they are
 * @param silences tags that are off the air
 */
public record Played(
        Event event,
        long atMillis,
        List<Appointment> appointments,
        List<Message> messages,
        List<Expectation> expectations,
        List<GateTrick> tricks,
        List<Silence> silences) {
    public Played {
        appointments = List.copyOf(appointments);
        messages = List.copyOf(messages);
        expectations = List.copyOf(expectations);
        tricks = List.copyOf(tricks);
        silences = List.copyOf(silences);
    }
}
