package io.muster.simulator;

import io.muster.simulator.scenario.ScenarioFaults;
import io.muster.simulator.scenario.Scenarios;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run depends on: two runs with equal options write the same bytes.
 *
 * @param scenario what happens
 * @param site id of the plant, {@code [a-z][a-z0-9-]{0,31}}; of several, what their ids begin with
 * @param sites how many plants, 1..1,000
 * @param people in each plant, 10..100,000
 * @param seed any number; printed first, so that a failure can be handed on
 * @param speed simulated seconds per real second; 0 = as fast as the sink takes it
 * @param durationMillis simulated time to run; null = until stopped
 * @param startMillis instant of simulated time 0 (epoch): the wall clock for a live Kafka, the scenario's own start for files
 * @param announce true: the plan and the people are sent first, on {@code plans} and {@code trackables}; false when they are in force already
 */
public record SimulationOptions(
        Scenarios.Opened scenario,
        String site,
        int sites,
        int people,
        long seed,
        double speed,
        @Nullable Long durationMillis,
        long startMillis,
        boolean announce) {
    public static final int MIN_PEOPLE = 10;
    public static final int MAX_PEOPLE = 100_000;
    public static final int MAX_SITES = 1_000;

    /** Where files of many small tests begin: 2026-07-01T00:00:00Z. */
    public static final long FILE_START_MILLIS =
            Instant.parse("2026-07-01T00:00:00Z").toEpochMilli();

    /** Of a site's id, so that a number can follow. */
    private static final int LONGEST_ID = 32;

    public SimulationOptions {
        List<String> faults = new ArrayList<>();
        if (!site.matches("[a-z][a-z0-9-]{0,31}")) {
            faults.add("site must match [a-z][a-z0-9-]{0,31}, was '" + site + "'");
        } else if (sites > 1 && site.length() > LONGEST_ID - 5) {
            faults.add(
                    "site must be at most " + (LONGEST_ID - 5) + " long where there are several, was '" + site + "'");
        }
        if (sites < 1 || sites > MAX_SITES) {
            faults.add("sites must be 1.." + MAX_SITES + ", was " + sites);
        }
        if (people < MIN_PEOPLE || people > MAX_PEOPLE) {
            faults.add("people must be " + MIN_PEOPLE + ".." + MAX_PEOPLE + ", was " + people);
        }
        if (!(speed >= 0) || Double.isInfinite(speed)) {
            faults.add("speed must be >= 0 (0 = as fast as possible), was " + speed);
        }
        if (durationMillis != null && durationMillis <= 0) {
            faults.add("duration must be > 0 ms, was " + durationMillis);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** The demo scenario in real time from the wall clock's now until stopped, plan and people first. */
    public static SimulationOptions live(String site) {
        return of(demo(), site).withStartMillis(System.currentTimeMillis()).withSpeed(1);
    }

    /** The demo scenario as fast as possible from its own start, plan and people first. */
    public static SimulationOptions file(String site, long durationMillis) {
        return of(demo(), site).withDurationMillis(durationMillis);
    }

    /** A scenario as it says of itself: its people, its seed, its start, as fast as possible, until stopped. */
    public static SimulationOptions of(Scenarios.Opened scenario, String site) {
        return new SimulationOptions(
                scenario,
                site,
                1,
                scenario.scenario().people(),
                scenario.scenario().seed(),
                0,
                null,
                scenario.scenario().start().toInstant().toEpochMilli(),
                true);
    }

    private static Scenarios.Opened demo() {
        try {
            return Scenarios.open(Scenarios.DEMO);
        } catch (ScenarioFaults e) {
            throw new IllegalStateException("the shipped scenario is broken: " + e.faults(), e);
        }
    }

    /** Ids of the plants. */
    public List<String> siteIds() {
        if (sites == 1) {
            return List.of(site);
        }
        List<String> ids = new ArrayList<>(sites);
        for (int number = 1; number <= sites; number++) {
            ids.add(String.format("%s-%04d", site, number));
        }
        return ids;
    }

    public SimulationOptions withSites(int value) {
        return new SimulationOptions(scenario, site, value, people, seed, speed, durationMillis, startMillis, announce);
    }

    public SimulationOptions withPeople(int value) {
        return new SimulationOptions(scenario, site, sites, value, seed, speed, durationMillis, startMillis, announce);
    }

    public SimulationOptions withSeed(long value) {
        return new SimulationOptions(
                scenario, site, sites, people, value, speed, durationMillis, startMillis, announce);
    }

    public SimulationOptions withSpeed(double value) {
        return new SimulationOptions(scenario, site, sites, people, seed, value, durationMillis, startMillis, announce);
    }

    public SimulationOptions withDurationMillis(@Nullable Long value) {
        return new SimulationOptions(scenario, site, sites, people, seed, speed, value, startMillis, announce);
    }

    public SimulationOptions withStartMillis(long value) {
        return new SimulationOptions(scenario, site, sites, people, seed, speed, durationMillis, value, announce);
    }

    public SimulationOptions withAnnounce(boolean value) {
        return new SimulationOptions(scenario, site, sites, people, seed, speed, durationMillis, startMillis, value);
    }

    /** One line with the seed and every option, to be printed first. */
    public String describe() {
        return "seed=" + seed + " scenario=" + scenario.scenario().name() + " site=" + site + " sites=" + sites
                + " people=" + people + " speed=" + (speed == 0 ? "max" : Double.toString(speed)) + " duration="
                + (durationMillis == null ? "until stopped" : durationMillis + "ms") + " start="
                + Instant.ofEpochMilli(startMillis) + " announce=" + announce + " "
                + scenario.scenario().radio().describe();
    }
}
