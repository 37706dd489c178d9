package io.muster.rules.fuse;

import io.muster.rules.estimate.EstimateOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the tags of a person become one position.
 *
 * @param estimator whether technologies are weighed against each other; false = the newest fix counts, whatever its technology
 * @param bleAfterMillis a lesser technology is heard only after the better one was silent for longer than this, in event time, ms; >= 0
 * @param speedGateMetresPerSecond faster than this, after the accuracy circles of both fixes, is a suspected jump, m/s; > 0
 * @param speedGate whether the gate is looked at
 * @param floorConfirmCount fixes in a row that name a new floor before it is believed; >= 1
 * @param floorConfirmation whether floors are confirmed; false = the floor is what the fix says, and unknown where it says nothing
 * @param estimate the model of how people move and radios err, by which fixes become an estimate; null = a position is the fix as it came
 */
public record FuseOptions(
        boolean estimator,
        long bleAfterMillis,
        double speedGateMetresPerSecond,
        boolean speedGate,
        int floorConfirmCount,
        boolean floorConfirmation,
        @Nullable EstimateOptions estimate) {

    /** BLE after 5 s without UWB, 8 m/s, two fixes for a floor, estimated. */
    public static FuseOptions standard() {
        return new FuseOptions(true, 5_000, 8, true, 2, true, EstimateOptions.standard());
    }

    /** Every fix that is not late is the person's position, as it came. */
    public static FuseOptions raw() {
        return new FuseOptions(false, 5_000, 8, false, 1, false, null);
    }

    /** What is wrong with these options, one line each; empty = nothing. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (bleAfterMillis < 0) {
            faults.add("fuse.ble-after must be >= 0 ms, was " + bleAfterMillis + " ms");
        }
        if (!(speedGateMetresPerSecond > 0) || Double.isInfinite(speedGateMetresPerSecond)) {
            faults.add("fuse.speed-gate must be > 0 m/s, was " + speedGateMetresPerSecond + " m/s");
        }
        if (floorConfirmCount < 1) {
            faults.add("fuse.floor-confirm-count must be >= 1, was " + floorConfirmCount);
        }
        if (estimate != null) {
            faults.addAll(estimate.faults());
        }
        return faults;
    }
}
