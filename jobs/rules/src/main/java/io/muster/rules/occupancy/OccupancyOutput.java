package io.muster.rules.occupancy;

import io.muster.rules.alarm.Finding;
import org.jspecify.annotations.Nullable;

/** Exactly one of the two is there. */
public record OccupancyOutput(
        @Nullable ZoneCount count, @Nullable Finding finding) {

    public static OccupancyOutput of(ZoneCount count) {
        return new OccupancyOutput(count, null);
    }

    public static OccupancyOutput of(Finding finding) {
        return new OccupancyOutput(null, finding);
    }
}
