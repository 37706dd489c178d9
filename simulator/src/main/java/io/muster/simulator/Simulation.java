package io.muster.simulator;

import io.muster.contract.plan.Plan;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Population;
import io.muster.simulator.people.Roster;
import io.muster.simulator.plant.DemoPlant;
import io.muster.simulator.radio.TimedMessage;
import io.muster.simulator.radio.Traffic;
import io.muster.simulator.scenario.DemoScenario;
import io.muster.simulator.sink.Sink;
import io.muster.simulator.truth.TruthKeeper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** The demo plant at work: people, script, radio and truth put together from one set of options. */
public final class Simulation {
    private final SimulationOptions options;
    private final Plan plan;
    private final List<Person> people;

    private Simulation(SimulationOptions options) {
        this.options = options;
        this.plan = DemoPlant.plan(options.site());
        this.people = Population.of(options.seed(), options.site(), options.people());
    }

    /** A plant that does not move yet. */
    public static Simulation of(SimulationOptions options) {
        return new Simulation(options);
    }

    /** As {@link #start(SimulationOptions, Sink, Consumer)}, without progress. */
    public static SimulationRun start(SimulationOptions options, Sink sink) {
        return start(options, sink, progress -> {});
    }

    /**
     * Runs in a thread of its own until the duration is over or {@link SimulationRun#stop()}; the sink is flushed and closed at the end in either case.
     *
     * @param progress called about once a real second, and at the end, from that thread
     */
    public static SimulationRun start(SimulationOptions options, Sink sink, Consumer<SimulationProgress> progress) {
        SimulationRun run = new SimulationRun(of(options), sink, progress);
        run.begin();
        return run;
    }

    public SimulationOptions options() {
        return options;
    }

    public Plan plan() {
        return plan;
    }

    public List<Person> people() {
        return people;
    }

    /** The people file for {@code --trackables}: omlox Trackables, one a line. */
    public byte[] roster() {
        return Roster.jsonl(people);
    }

    /** The plan and the people as messages at simulated time 0; empty if the options say that they are in force already. */
    public List<TimedMessage> announcement() {
        if (!options.announce()) {
            return List.of();
        }
        List<TimedMessage> messages = new ArrayList<>();
        long start = options.startMillis();
        messages.add(new TimedMessage(
                start, "plans", plan.version().getBytes(StandardCharsets.UTF_8), DemoPlant.record(options.site())));
        for (Person person : people) {
            messages.add(new TimedMessage(
                    start, "trackables", person.id().getBytes(StandardCharsets.UTF_8), Roster.trackable(person)));
        }
        return messages;
    }

    /** What the vendors send, in emission order; a new iterator from time 0 on at each call. */
    public Iterator<TimedMessage> traffic() {
        Long duration = options.durationMillis();
        return new Traffic(
                people,
                DemoPlant.beacons(),
                options.radio(),
                options.seed(),
                options.startMillis(),
                duration == null ? Long.MAX_VALUE : duration);
    }

    /** The truth of this plant, from time 0 on. */
    public TruthKeeper truthKeeper() {
        return new TruthKeeper(plan, people, new DemoScenario(options.seed(), options.people()));
    }
}
