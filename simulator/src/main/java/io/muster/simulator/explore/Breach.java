package io.muster.simulator.explore;

import java.time.Instant;

/**
 * An invariant that does not hold.
 *
 * @param invariant its name, e.g. {@code one-open-alarm}
 * @param millis ordering time of the record after which it did not hold (epoch)
 * @param what who or what, and how
 */
public record Breach(String invariant, long millis, String what) {

    /** One line for people. */
    public String text() {
        return invariant + " at " + Instant.ofEpochMilli(millis) + ": " + what;
    }
}
