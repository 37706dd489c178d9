package io.muster.rules.place;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a technology is trusted at the edge of a zone.
 *
 * @param entryConfirmCount fixes in a row inside that make an entry; >= 1
 * @param entryConfirmMillis how long inside makes an entry; -1 = only the count does
 * @param exitToleranceMetres outside by up to this is still near; >= 0
 * @param toleranceTimeoutMillis how long a person may be near; -1 = for ever
 * @param exitDelayMillis how long beyond the tolerance makes an exit; >= 0
 * @param staleAfterMillis silence for longer than this makes a person stale; -1 = never
 */
public record Tolerances(
        int entryConfirmCount,
        long entryConfirmMillis,
        double exitToleranceMetres,
        long toleranceTimeoutMillis,
        long exitDelayMillis,
        long staleAfterMillis)
        implements Serializable {

    /** What is wrong, one line each, under {@code place.<name>}; empty = nothing. */
    public List<String> faults(String name) {
        String at = "place." + name + ".";
        List<String> faults = new ArrayList<>();
        if (entryConfirmCount < 1) {
            faults.add(at + "entry-confirm-count must be >= 1, was " + entryConfirmCount);
        }
        if (entryConfirmMillis < -1) {
            faults.add(at + "entry-confirm must be >= 0 ms, or -1, was " + entryConfirmMillis + " ms");
        }
        if (!(exitToleranceMetres >= 0) || Double.isInfinite(exitToleranceMetres)) {
            faults.add(at + "exit-tolerance must be >= 0 m, was " + exitToleranceMetres + " m");
        }
        if (toleranceTimeoutMillis < -1) {
            faults.add(at + "tolerance-timeout must be >= 0 ms, or -1, was " + toleranceTimeoutMillis + " ms");
        }
        if (exitDelayMillis < 0) {
            faults.add(at + "exit-delay must be >= 0 ms, was " + exitDelayMillis + " ms");
        }
        if (staleAfterMillis < -1) {
            faults.add(at + "stale-after must be >= 0 ms, or -1, was " + staleAfterMillis + " ms");
        }
        return faults;
    }
}
