package io.muster.simulator;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanFence;
import io.muster.simulator.day.Appointment;
import io.muster.simulator.day.DayPlanner;
import io.muster.simulator.day.Member;
import io.muster.simulator.day.Members;
import io.muster.simulator.event.EventPlayer;
import io.muster.simulator.people.People;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Roster;
import io.muster.simulator.plant.DemoPlant;
import io.muster.simulator.plant.PlanPlant;
import io.muster.simulator.plant.Plant;
import io.muster.simulator.radio.Interval;
import io.muster.simulator.radio.RadioDoubt;
import io.muster.simulator.radio.RadioFaults;
import io.muster.simulator.radio.TimedMessage;
import io.muster.simulator.radio.Traffic;
import io.muster.simulator.radio.ZoneTest;
import io.muster.simulator.scenario.Event;
import io.muster.simulator.scenario.EventKind;
import io.muster.simulator.scenario.Scenario;
import io.muster.simulator.scenario.ScenarioFaults;
import io.muster.simulator.scenario.Scenarios;
import io.muster.simulator.truth.Faults;
import io.muster.simulator.truth.ShiftTruth;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** One plant with its people on the days of a scenario: what is sent, and what is true. A pure function of (scenario, site, seed, people). */
public final class Site {
    private final String id;
    private final Scenario scenario;
    private final long seed;
    private final Plant plant;
    private final Screenplay script;
    private final List<Person> people;
    private final RadioFaults faults;

    private Site(String id, Scenario scenario, long seed, Plant plant, Screenplay script, List<Person> people) {
        this.id = id;
        this.scenario = scenario;
        this.seed = seed;
        this.plant = plant;
        this.script = script;
        this.people = people;
        this.faults = new RadioFaults(
                        scenario.faults(), people, scenario.radio(), zones(plant), scenario.durationMillis())
                .withSilences(script.silences());
    }

    /**
     * @param id of the site; the ids of people and fences are made from it
     * @param howMany people in all crews together
     * @throws ScenarioFaults if the scenario cannot be played by so many people: nobody free, nowhere to go, no time to get there
     */
    public static Site of(Scenarios.Opened opened, String id, long seed, int howMany) throws ScenarioFaults {
        Scenario scenario = opened.scenario();
        Plant plant = plant(opened, id);
        List<Member> members;
        try {
            members = Members.of(scenario, howMany);
        } catch (IllegalArgumentException e) {
            throw new ScenarioFaults(List.of(opened.fileName() + ": " + e.getMessage()));
        }
        EventPlayer player = new EventPlayer(plant, scenario, members, seed);
        List<String> wrong = new ArrayList<>(player.faults());
        DayPlanner planner = new DayPlanner(plant, seed, scenario, members);
        Screenplay script = new Screenplay(player);
        if (wrong.isEmpty()) {
            for (Member member : members) {
                List<Appointment> scripted = script.appointments(member.name(), 0);
                if (!scripted.isEmpty()) {
                    wrong.addAll(planner.unreachable(member, scripted, 0));
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw ScenarioFaults.of(opened.fileName(), wrong);
        }
        List<Person> people = new People(scenario, seed, id)
                .of(members, member -> planner.motion(member, cycle -> script.appointments(member.name(), cycle)));
        try {
            return new Site(id, scenario, seed, plant, script, people);
        } catch (IllegalArgumentException e) {
            throw ScenarioFaults.of(
                    opened.fileName(), List.of(String.valueOf(e.getMessage()).split("; ")));
        }
    }

    public String id() {
        return id;
    }

    public Scenario scenario() {
        return scenario;
    }

    public long seed() {
        return seed;
    }

    public Plan plan() {
        return plant.plan();
    }

    public List<Person> people() {
        return people;
    }

    /**
     * The people file for {@code --trackables}: omlox Trackables, one a line.
     *
     * @param startMillis instant of simulated time 0 (epoch)
     */
    public byte[] roster(long startMillis) {
        return people(startMillis).file(people);
    }

    /** Tags are bound for ever, but those of visitors who stay for longer than they may. */
    private Roster people(long startMillis) {
        Map<String, Long> endings = new HashMap<>();
        for (Event event : scenario.events()) {
            if (event.kind() == EventKind.VISITOR_OVERRUN) {
                event.who().forEach(member -> endings.merge(member, startMillis + event.atMillis(), Math::min));
            }
        }
        return Roster.of(null, scenario.faults()).withEndings(endings);
    }

    /** The plan and the people as messages at simulated time 0. */
    public List<TimedMessage> announcement(long startMillis) {
        return announcement(startMillis, startMillis);
    }

    /**
     * The same, said at another time.
     *
     * @param atMillis instant at which it is said (epoch)
     */
    public List<TimedMessage> announcement(long atMillis, long startMillis) {
        Roster roster = people(startMillis);
        List<TimedMessage> messages = new ArrayList<>();
        messages.add(
                new TimedMessage(atMillis, "plans", plan().version().getBytes(StandardCharsets.UTF_8), plant.record()));
        for (Person person : people) {
            messages.add(new TimedMessage(
                    atMillis, "trackables", person.id().getBytes(StandardCharsets.UTF_8), roster.record(person)));
        }
        return messages;
    }

    /**
     * What vendors and neighbouring systems send, in emission order; a new iterator from time 0 on at each call.
     *
     * @param startMillis instant of simulated time 0 (epoch)
     * @param durationMillis simulated time; {@link Long#MAX_VALUE} = without end
     */
    public Iterator<TimedMessage> traffic(long startMillis, long durationMillis) {
        return new Traffic(
                people,
                plant.beacons(),
                scenario.radio(),
                faults,
                new NeighbourSystems(people, script, truth(), startMillis, scenario.durationMillis()),
                seed,
                startMillis,
                durationMillis);
    }

    /** What really happens, from time 0 on. */
    public ShiftTruth truth() {
        RadioDoubt doubt = new RadioDoubt(scenario.radio(), faults, seed);
        return new ShiftTruth(
                plan(),
                people,
                scenario.radio(),
                doubt::doubts,
                new Faults(scenario.faults(), faults),
                script::played,
                scenario.durationMillis());
    }

    /**
     * By person id: when, in [from, until) of simulated time, the person is on site and the radio sees them as well as it can; as instants (epoch ms).
     *
     * @param startMillis instant of simulated time 0
     */
    public Map<String, List<Interval>> onAir(long startMillis, long untilMillis) {
        RadioDoubt doubt = new RadioDoubt(scenario.radio(), faults, seed);
        Map<String, List<Interval>> onAir = new HashMap<>();
        for (Person person : people) {
            onAir.put(person.id(), OnAir.of(person, doubt, startMillis, untilMillis));
        }
        return onAir;
    }

    private static Plant plant(Scenarios.Opened opened, String id) throws ScenarioFaults {
        Scenarios.Document plan = opened.plan();
        Scenarios.Document paths = opened.paths();
        if (plan == null || paths == null) {
            return DemoPlant.plant(id);
        }
        try {
            return PlanPlant.read(id, plan.fileName(), plan.bytes(), paths.fileName(), paths.bytes());
        } catch (PlanFaults e) {
            throw new ScenarioFaults(e.faults());
        }
    }

    private static Map<String, ZoneTest> zones(Plant plant) {
        Map<String, ZoneTest> zones = new HashMap<>();
        for (PlanFence fence : plant.plan().fences()) {
            zones.put(fence.foreignId(), ZoneTest.of(fence));
        }
        return zones;
    }
}
