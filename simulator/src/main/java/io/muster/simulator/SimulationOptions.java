package io.muster.simulator;

import io.muster.simulator.radio.RadioOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run depends on: two runs with equal options write the same bytes.
 *
 * @param site id of the plant, {@code [a-z][a-z0-9-]{0,31}}
 * @param people 10..100,000
 * @param seed any number; printed first, so that a failure can be handed on
 * @param speed simulated seconds per real second; 0 = as fast as the sink takes it
 * @param durationMillis simulated time to run; null = until stopped
 * @param startMillis instant of simulated time 0 (epoch): the wall clock for a live Kafka, {@link #FILE_START_MILLIS} for files
 * @param announce true: the plan and the people are sent first, on {@code plans} and {@code trackables}; false when they are in force already
 * @param radio the errors of the two vendors
 */
public record SimulationOptions(
        String site,
        int people,
        long seed,
        double speed,
        @Nullable Long durationMillis,
        long startMillis,
        boolean announce,
        RadioOptions radio) {

    /** Where files begin, so that the same seed gives the same bytes on any day: 2026-07-01T08:00:00Z. */
    public static final long FILE_START_MILLIS =
            Instant.parse("2026-07-01T08:00:00Z").toEpochMilli();

    public static final int MIN_PEOPLE = 10;
    public static final int MAX_PEOPLE = 100_000;

    public SimulationOptions {
        List<String> faults = new ArrayList<>();
        if (!site.matches("[a-z][a-z0-9-]{0,31}")) {
            faults.add("site must match [a-z][a-z0-9-]{0,31}, was '" + site + "'");
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

    /** 500 people, seed 7, real time from the wall clock's now until stopped, plan and people first. */
    public static SimulationOptions live(String site) {
        return new SimulationOptions(site, 500, 7, 1, null, System.currentTimeMillis(), true, RadioOptions.defaults());
    }

    /** 500 people, seed 7, as fast as possible from {@link #FILE_START_MILLIS}, plan and people first. */
    public static SimulationOptions file(String site, long durationMillis) {
        return new SimulationOptions(site, 500, 7, 0, durationMillis, FILE_START_MILLIS, true, RadioOptions.defaults());
    }

    public SimulationOptions withPeople(int value) {
        return new SimulationOptions(site, value, seed, speed, durationMillis, startMillis, announce, radio);
    }

    public SimulationOptions withSeed(long value) {
        return new SimulationOptions(site, people, value, speed, durationMillis, startMillis, announce, radio);
    }

    public SimulationOptions withSpeed(double value) {
        return new SimulationOptions(site, people, seed, value, durationMillis, startMillis, announce, radio);
    }

    public SimulationOptions withDurationMillis(@Nullable Long value) {
        return new SimulationOptions(site, people, seed, speed, value, startMillis, announce, radio);
    }

    public SimulationOptions withStartMillis(long value) {
        return new SimulationOptions(site, people, seed, speed, durationMillis, value, announce, radio);
    }

    public SimulationOptions withAnnounce(boolean value) {
        return new SimulationOptions(site, people, seed, speed, durationMillis, startMillis, value, radio);
    }

    public SimulationOptions withRadio(RadioOptions value) {
        return new SimulationOptions(site, people, seed, speed, durationMillis, startMillis, announce, value);
    }

    /** One line with the seed and every option, to be printed first. */
    public String describe() {
        return "seed=" + seed + " site=" + site + " people=" + people + " speed="
                + (speed == 0 ? "max" : Double.toString(speed)) + " duration="
                + (durationMillis == null ? "until stopped" : durationMillis + "ms") + " start="
                + Instant.ofEpochMilli(startMillis) + " announce=" + announce + " " + radio.describe();
    }
}
