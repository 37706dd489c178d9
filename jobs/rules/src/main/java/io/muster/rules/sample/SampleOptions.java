package io.muster.rules.sample;

import java.util.List;

/**
 * How often a person is sampled.
 *
 * @param minIntervalMillis shortest time between two samples of a person, in ordering time, ms; >= 1
 */
public record SampleOptions(long minIntervalMillis) {

    /** At most one a second. */
    public static SampleOptions standard() {
        return new SampleOptions(1_000);
    }

    /** What is wrong with these options, one line each; empty = nothing. */
    public List<String> faults() {
        return minIntervalMillis >= 1
                ? List.of()
                : List.of("sample.min-interval must be >= 1 ms, was " + minIntervalMillis + " ms");
    }
}
