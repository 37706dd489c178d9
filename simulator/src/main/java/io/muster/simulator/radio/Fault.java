package io.muster.simulator.radio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fault of the radio at a given time. Which fields a kind has is told by {@link FaultKind}; the others are null, empty or 0.
 *
 * @param atMillis simulated time at which it begins
 * @param forMillis how long it lasts; null = to the end
 * @param vendor {@link Vendors#UWB} or {@link Vendors#BLE}
 * @param zone fence id as in the plan file
 * @param who members, {@code crew#number}
 * @param loss share of messages lost, 0..1
 * @param offsetMillis of the clock; > 0 = ahead
 * @param driftPpm of the clock; > 0 = fast
 * @param line of the file
 */
public record Fault(
        FaultKind kind,
        long atMillis,
        @Nullable Long forMillis,
        @Nullable String vendor,
        @Nullable String zone,
        List<String> who,
        double loss,
        long offsetMillis,
        double driftPpm,
        int line) {
    public Fault {
        who = List.copyOf(who);
    }

    /** Whether it is in force at this simulated time. */
    public boolean covers(long millis) {
        return millis >= atMillis && (forMillis == null || millis < atMillis + forMillis);
    }
}
