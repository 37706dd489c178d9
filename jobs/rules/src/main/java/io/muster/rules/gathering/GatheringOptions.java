package io.muster.rules.gathering;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * @param cycleMillis compute cycle: groups are told at multiples of it, ms > 0
 * @param radiusMetres how far from a person others are with that person, m > 0; the edge counts (AQ 3064.3 3.5: 15 m)
 * @param minDurationMillis a group must hold for longer than this, ms >= 0 (AQ 3064.3 3.5: 60 s)
 * @param minCount how many make a group, that person included, >= 2 (AQ 3064.3 5.2.3: 3)
 * @param orangeFrom from how many on it is orange (AQ 3064.3 5.2.3: 4)
 * @param redFrom from how many on it is red (AQ 3064.3 5.2.3: above 6)
 * @param averageMillis a person's position is the mean of their samples over this much event time, ms >= 0
 * @param silentAfterMillis a person without samples for longer than this takes part no more, ms > 0
 * @param gapMillis a condition that fails for no longer than this has not ended, ms >= 0
 * @param reportMillis how often a gathering is told without a change, ms > 0
 * @param raw positions are the latest samples, without any mean
 */
public record GatheringOptions(
        long cycleMillis,
        double radiusMetres,
        long minDurationMillis,
        int minCount,
        int orangeFrom,
        int redFrom,
        long averageMillis,
        long silentAfterMillis,
        long gapMillis,
        long reportMillis,
        boolean raw)
        implements Serializable {
    public GatheringOptions {
        List<String> faults = new ArrayList<>();
        require(cycleMillis > 0, "gathering.cycle must be > 0 ms, was " + cycleMillis, faults);
        require(
                radiusMetres > 0 && Double.isFinite(radiusMetres),
                "gathering.radius must be > 0 m, was " + radiusMetres,
                faults);
        require(minDurationMillis >= 0, "gathering.min-duration must be >= 0 ms, was " + minDurationMillis, faults);
        require(minCount >= 2, "gathering.min-count must be >= 2, was " + minCount, faults);
        require(
                orangeFrom >= minCount && redFrom >= orangeFrom,
                "gathering.min-count <= orange-from <= red-from must hold, was " + minCount + ", " + orangeFrom + ", "
                        + redFrom,
                faults);
        require(averageMillis >= 0, "gathering.average must be >= 0 ms, was " + averageMillis, faults);
        require(silentAfterMillis > 0, "gathering.silent-after must be > 0 ms, was " + silentAfterMillis, faults);
        require(gapMillis >= 0, "gathering.gap must be >= 0 ms, was " + gapMillis, faults);
        require(reportMillis > 0, "gathering.report must be > 0 ms, was " + reportMillis, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** The numbers of AQ 3064.3 at this compute cycle. */
    public static GatheringOptions cycle(long cycleMillis) {
        return new GatheringOptions(cycleMillis, 15, 60_000, 3, 4, 7, 10_000, 30_000, 10_000, 5_000, false);
    }

    private static void require(boolean holds, String fault, List<String> faults) {
        if (!holds) {
            faults.add(fault);
        }
    }

    /** The level of so many people: yellow, orange or red. */
    String level(int count) {
        return count >= redFrom ? "red" : count >= orangeFrom ? "orange" : "yellow";
    }

    /** Higher is worse. */
    int rank(String level) {
        return level.equals("red") ? 2 : level.equals("orange") ? 1 : 0;
    }
}
