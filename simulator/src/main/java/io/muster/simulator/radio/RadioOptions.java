package io.muster.simulator.radio;

import java.util.ArrayList;
import java.util.List;

/**
 * The errors of the two vendors, every rate a number.
 *
 * @param uwbPeriodMillis between two fixes of a UWB tag
 * @param uwbSigmaMetres noise per axis
 * @param uwbCorrelation of the noise from one fix to the next (AR(1)), 0 to below 1
 * @param uwbAccuracyMetres what the vendor claims
 * @param blePeriodMillis between two locations, or two sightings, of a BLE tag
 * @param bleSigmaMetres noise per axis
 * @param bleCorrelation as for UWB
 * @param bleAccuracyMetres what the vendor claims
 * @param minDelayMillis least time from fix to broker
 * @param maxDelayMillis most time from fix to broker, without disorder
 * @param lossShare of messages that never arrive, 0..1
 * @param duplicateShare of messages that arrive twice, 0..1
 * @param disorderShare of messages that are held up by a further 300 to {@code disorderMillis} ms, 0..1
 * @param disorderMillis longest hold-up, at least 300
 */
public record RadioOptions(
        long uwbPeriodMillis,
        double uwbSigmaMetres,
        double uwbCorrelation,
        double uwbAccuracyMetres,
        long blePeriodMillis,
        double bleSigmaMetres,
        double bleCorrelation,
        double bleAccuracyMetres,
        long minDelayMillis,
        long maxDelayMillis,
        double lossShare,
        double duplicateShare,
        double disorderShare,
        long disorderMillis) {

    public RadioOptions {
        List<String> faults = new ArrayList<>();
        atLeast(faults, "uwb period", uwbPeriodMillis, 1);
        atLeast(faults, "ble period", blePeriodMillis, 1);
        atLeast(faults, "uwb sigma", uwbSigmaMetres, 0.0);
        atLeast(faults, "ble sigma", bleSigmaMetres, 0.0);
        atLeast(faults, "delay", minDelayMillis, 0);
        atLeast(faults, "longest delay", maxDelayMillis, minDelayMillis);
        atLeast(faults, "disorder", disorderMillis, 300);
        share(faults, "uwb correlation", uwbCorrelation);
        share(faults, "ble correlation", bleCorrelation);
        share(faults, "loss", lossShare);
        share(faults, "duplicates", duplicateShare);
        share(faults, "disorder", disorderShare);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** UWB 1 s, 0.3 m; BLE 2 s, 2.5 m; delay 30..250 ms; loss 1 %, duplicates 0.2 %, disorder 0.2 % up to 1.3 s. */
    public static RadioOptions defaults() {
        return new RadioOptions(1000, 0.3, 0.7, 0.5, 2000, 2.5, 0.7, 3.0, 30, 250, 0.01, 0.002, 0.002, 1300);
    }

    /** The same periods without any noise, loss, duplicate or disorder, and one fixed delay of 30 ms. */
    public static RadioOptions perfect() {
        return new RadioOptions(1000, 0, 0, 0.5, 2000, 0, 0, 3.0, 30, 30, 0, 0, 0, 300);
    }

    /** Every number, for the first line of a run. */
    public String describe() {
        return toString();
    }

    private static void atLeast(List<String> faults, String name, long millis, long least) {
        if (millis < least) {
            faults.add("radio " + name + " must be >= " + least + " ms, was " + millis);
        }
    }

    private static void atLeast(List<String> faults, String name, double value, double least) {
        if (!(value >= least)) {
            faults.add("radio " + name + " must be >= " + least + ", was " + value);
        }
    }

    private static void share(List<String> faults, String name, double value) {
        if (!(value >= 0 && value < 1)) {
            faults.add("radio " + name + " must be in 0..1 (1 excluded), was " + value);
        }
    }
}
