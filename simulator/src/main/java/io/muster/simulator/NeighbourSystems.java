package io.muster.simulator;

import io.muster.contract.codec.Json;
import io.muster.contract.codec.Times;
import io.muster.simulator.event.Message;
import io.muster.simulator.event.MessageWriter;
import io.muster.simulator.people.Person;
import io.muster.simulator.radio.TimedMessage;
import io.muster.simulator.truth.GatePass;
import io.muster.simulator.truth.ShiftTruth;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** What is said beside positions, without end, in emission order: events' messages, permits and patrols, and the gates' passes of those who truly go through. */
final class NeighbourSystems implements Iterator<TimedMessage> {
    /** A gate is quick. */
    private static final long PASS_DELAY_MILLIS = 200;

    private final Screenplay script;
    private final MessageWriter writer;
    /** What gates write is what is true of them. */
    private final ShiftTruth truth;

    private final long startMillis;
    private final long durationMillis;
    private final Deque<TimedMessage> ready = new ArrayDeque<>();
    private final List<TimedMessage> held = new ArrayList<>();
    private long cycle;

    NeighbourSystems(List<Person> people, Screenplay script, ShiftTruth truth, long startMillis, long durationMillis) {
        this.script = script;
        this.writer = new MessageWriter(people, startMillis);
        this.truth = truth;
        this.startMillis = startMillis;
        this.durationMillis = durationMillis;
    }

    /** A scenario in which nothing is ever said beside positions ends here. */
    @Override
    public boolean hasNext() {
        // Two silent cycles in a row are silence for good: every cycle has the same events and the same people at the
        // gates.
        for (int silent = 0; ready.isEmpty() && silent < 2; silent++) {
            fill();
        }
        return !ready.isEmpty();
    }

    @Override
    public TimedMessage next() {
        if (!hasNext()) {
            throw new NoSuchElementException("nothing is ever said");
        }
        return ready.remove();
    }

    private void fill() {
        long shift = cycle * durationMillis;
        long end = startMillis + shift + durationMillis;
        List<TimedMessage> messages = new ArrayList<>(held);
        held.clear();
        for (Message message : script.messages(cycle)) {
            messages.add(writer.write(message, shift));
        }
        for (GatePass pass : truth.passes(shift, shift + durationMillis, startMillis)) {
            if (pass.recorded()) {
                messages.add(message(pass));
            }
        }
        messages.sort(Comparator.comparingLong(TimedMessage::emissionMillis));
        // What is on its way when the cycle ends comes among the messages of the next one.
        messages.forEach(message -> (message.emissionMillis() < end ? ready : held).add(message));
        cycle++;
    }

    private static TimedMessage message(GatePass pass) {
        String person = pass.trackableIds().get(0);
        String id = person + "-" + pass.onset().toEpochMilli();
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("pass_id", id);
        value.put("gate_fence_id", pass.subject().id());
        value.put("trackable_id", person);
        value.put("direction", pass.direction().wire());
        value.put("timestamp", Times.write(pass.onset()));
        return new TimedMessage(
                pass.onset().toEpochMilli() + PASS_DELAY_MILLIS,
                "gate-passes",
                id.getBytes(StandardCharsets.UTF_8),
                Json.write(value));
    }
}
