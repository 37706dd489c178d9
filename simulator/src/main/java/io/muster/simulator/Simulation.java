package io.muster.simulator;

import io.muster.contract.plan.Plan;
import io.muster.simulator.people.Person;
import io.muster.simulator.radio.TimedMessage;
import io.muster.simulator.scenario.ScenarioFaults;
import io.muster.simulator.sink.Sink;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Plants at work: the sites of one set of options. */
public final class Simulation {
    private final SimulationOptions options;
    private final List<Site> sites;

    private Simulation(SimulationOptions options, List<Site> sites) {
        this.options = options;
        this.sites = List.copyOf(sites);
    }

    /**
     * Plants that do not move yet. Each of several has a seed of its own: the next number.
     *
     * @throws ScenarioFaults if the scenario cannot be played by so many people
     */
    public static Simulation open(SimulationOptions options) throws ScenarioFaults {
        List<Site> sites = new ArrayList<>();
        for (String id : options.siteIds()) {
            sites.add(Site.of(options.scenario(), id, options.seed() + sites.size(), options.people()));
        }
        return new Simulation(options, sites);
    }

    /** As {@link #open}, for scenarios that are known to be playable: shipped ones. */
    public static Simulation of(SimulationOptions options) {
        try {
            return open(options);
        } catch (ScenarioFaults e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** As {@link #start(Sink, Consumer)}, of a shipped scenario, without progress. */
    public static SimulationRun start(SimulationOptions options, Sink sink) {
        return of(options).start(sink, progress -> {});
    }

    /**
     * Runs in a thread of its own until the duration is over or {@link SimulationRun#stop()}; the sink is flushed and closed at the end in either case.
     *
     * @param progress called about once a real second, and at the end, from that thread
     */
    public SimulationRun start(Sink sink, Consumer<SimulationProgress> progress) {
        SimulationRun run = new SimulationRun(this, sink, progress);
        run.begin();
        return run;
    }

    /** The same plants with other times, speed or announcement. Scenario, sites, people and seed must be the same. */
    public Simulation with(SimulationOptions changed) {
        boolean same = changed.scenario().equals(options.scenario())
                && changed.siteIds().equals(options.siteIds())
                && changed.people() == options.people()
                && changed.seed() == options.seed();
        if (!same) {
            throw new IllegalArgumentException("other plants: " + changed.describe());
        }
        return new Simulation(changed, sites);
    }

    public SimulationOptions options() {
        return options;
    }

    public List<Site> sites() {
        return sites;
    }

    /** The only site, or the first. */
    public Site site() {
        return sites.get(0);
    }

    public Plan plan() {
        return site().plan();
    }

    public List<Person> people() {
        return site().people();
    }

    /** The people file for {@code --trackables}: omlox Trackables, one a line; of the first site. */
    public byte[] roster() {
        return site().roster(options.startMillis());
    }

    /** The plans and the people as messages at simulated time 0; empty if the options say that they are in force already. */
    public List<SiteMessage> announcement() {
        List<SiteMessage> messages = new ArrayList<>();
        if (options.announce()) {
            for (Site site : sites) {
                for (TimedMessage message : site.announcement(options.startMillis())) {
                    messages.add(new SiteMessage(site.id(), message));
                }
            }
        }
        return messages;
    }

    /** What is sent, in emission order over all sites; a new iterator from time 0 on at each call. */
    public Iterator<SiteMessage> traffic() {
        Long duration = options.durationMillis();
        return SitesTraffic.of(sites, options.startMillis(), duration == null ? Long.MAX_VALUE : duration);
    }
}
