package io.muster.rules.occupancy;

import java.io.Serializable;

/**
 * @param reportMillis how often a zone in which somebody is counted is told again without a change, ms > 0
 */
public record OccupancyOptions(long reportMillis) implements Serializable {
    public OccupancyOptions {
        if (reportMillis <= 0) {
            throw new IllegalArgumentException("occupancy.report must be > 0 ms, was " + reportMillis);
        }
    }

    /** Every 5 s (AQ 3064.3 7.3.1). */
    public static OccupancyOptions defaults() {
        return new OccupancyOptions(5_000);
    }
}
