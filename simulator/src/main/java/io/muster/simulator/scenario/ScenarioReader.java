package io.muster.simulator.scenario;

import io.muster.contract.plan.Plan;
import io.muster.simulator.radio.Fault;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads scenario files (docs/scenario.md), whole or not at all. Never throws anything but {@link ScenarioFaults}, whatever the bytes are; a file has at most
 * 1 MiB. What only a walk can tell, places out of reach and members who are double-booked, is not checked here.
 */
public final class ScenarioReader {
    static final String ID = "small letters, digits and '-', beginning with a letter, at most 40";

    private static final int LEAST_PEOPLE = 10;
    private static final int MOST_PEOPLE = 100_000;
    private static final long LEAST_DURATION = 10_000;
    private static final long MOST_DURATION = 31 * ClockTime.DAY_MILLIS;

    /** Finds the plan that a scenario names. */
    @FunctionalInterface
    public interface Plans {
        /**
         * @param scenario as it stands in the file; only its {@code plan} and {@code paths} matter
         * @return null where the plan cannot be had, after telling why
         */
        @Nullable
        Plan plan(Scenario scenario, FaultSink faults);
    }

    /** Takes what is wrong with a key of the file, e.g. {@code plan}. */
    @FunctionalInterface
    public interface FaultSink {
        void fault(String key, String sentence);
    }

    private ScenarioReader() {}

    /**
     * A scenario as far as it can be checked without its plan.
     *
     * @param fileName as faults name it
     * @throws ScenarioFaults with everything that is wrong
     */
    public static Scenario read(String fileName, byte[] yaml) throws ScenarioFaults {
        return read(fileName, yaml, null);
    }

    /**
     * A scenario, checked against its plan too.
     *
     * @throws ScenarioFaults with everything that is wrong
     */
    public static Scenario read(String fileName, byte[] yaml, @Nullable Plans plans) throws ScenarioFaults {
        Findings findings = new Findings(fileName);
        YamlTree.Fields root = YamlTree.read(yaml, findings);
        if (root == null) {
            throw new ScenarioFaults(findings.all());
        }
        Scenario scenario = scenario(Section.of(root, "", ScenarioKeys.SCENARIO, findings), findings);
        new ScenarioChecks(scenario, findings).run();
        Plan plan = plans == null ? null : plans.plan(scenario, findings::fault);
        if (plan != null) {
            new PlanChecks(scenario, plan, findings).run();
        }
        findings.refuse();
        return inOrderOfTime(scenario);
    }

    /**
     * Holds a scenario against a plan: whether every fence is there and fits.
     *
     * @param fileName as faults name it
     * @return what is wrong, each with the line of its crew, event or fault; empty = nothing
     */
    public static List<String> check(String fileName, Scenario scenario, Plan plan) {
        Findings findings = new Findings(fileName);
        for (int i = 0; i < scenario.crews().size(); i++) {
            findings.stands("crews[" + i + "]", scenario.crews().get(i).line());
        }
        for (int i = 0; i < scenario.events().size(); i++) {
            findings.stands("events[" + i + "]", scenario.events().get(i).line());
        }
        for (int i = 0; i < scenario.faults().size(); i++) {
            findings.stands("faults[" + i + "]", scenario.faults().get(i).line());
        }
        new ScenarioChecks(scenario, findings).run();
        new PlanChecks(scenario, plan, findings).run();
        return findings.all();
    }

    static boolean isId(String text) {
        return text.matches("[a-z][a-z0-9-]{0,39}");
    }

    private static Scenario scenario(Section file, Findings findings) {
        OffsetDateTime start = start(file);
        ClockTime clock = new ClockTime(start);
        CrewReader crews = new CrewReader(file, clock);
        String name = file.neededText("name", ID);
        if (!name.isEmpty() && !isId(name)) {
            file.fault("name", "expected " + ID + ", was '" + YamlTree.shown(name) + "'");
        }
        Long people = file.whole("people", LEAST_PEOPLE, MOST_PEOPLE);
        if (people == null) {
            file.missing("people", "how many there are");
        }
        Long seed = file.whole("seed", 0, Long.MAX_VALUE);
        return new Scenario(
                name,
                file.text("title", ""),
                file.neededText("plan", Scenario.DEMO_PLAN + " or the path of a GeoJSON plan"),
                file.text("paths"),
                start,
                duration(file),
                people == null ? LEAST_PEOPLE : people.intValue(),
                seed == null ? 1 : seed,
                crews.shifts(),
                crews.crews(),
                new EventReader(file, clock).read(),
                new RadioReader(findings).read(file.section("radio", ScenarioKeys.RADIO)),
                new FaultReader(file, clock).read());
    }

    private static OffsetDateTime start(Section file) {
        String expected = "a local time with its offset, such as 2026-11-23T07:15+08:00";
        String text = file.neededText("start", expected);
        try {
            OffsetDateTime start = OffsetDateTime.parse(text);
            if (start.getYear() >= 2000 && start.getYear() < 2100) {
                return start;
            }
            file.fault("start", "expected a year from 2000 to 2099, was '" + YamlTree.shown(text) + "'");
        } catch (DateTimeException e) {
            if (!text.isEmpty()) {
                file.fault("start", "expected " + expected + ", was '" + YamlTree.shown(text) + "'");
            }
        }
        return OffsetDateTime.parse("2026-01-01T00:00Z");
    }

    private static long duration(Section file) {
        Long duration = file.duration("duration", LEAST_DURATION);
        if (duration == null) {
            file.missing("duration", "a time such as 8h");
            return MOST_DURATION;
        }
        if (duration > MOST_DURATION) {
            file.fault("duration", "must be at most " + Quantity.ofMillis(MOST_DURATION));
        }
        return duration;
    }

    private static Scenario inOrderOfTime(Scenario read) {
        return new Scenario(
                read.name(),
                read.title(),
                read.plan(),
                read.paths(),
                read.start(),
                read.durationMillis(),
                read.people(),
                read.seed(),
                read.shifts(),
                read.crews(),
                read.events().stream()
                        .sorted(Comparator.comparingLong(Event::atMillis))
                        .toList(),
                read.radio(),
                read.faults().stream()
                        .sorted(Comparator.comparingLong(Fault::atMillis))
                        .toList());
    }
}
