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
 * @param joinProbability so likely two people must be within the radius to be taken as near, 0 < p < 1
 * @param leaveProbability who is together with somebody stays near until it is less likely than this, 0 < p <= joinProbability
 * @param heightMetres of two people whose heights are both known, the most by which they may differ, m > 0; infinite = heights do not matter
 * @param preWarningMillis a group that holds for longer than this is shown, and warns nobody, ms, 0 to minDurationMillis
 * @param staleAfterMillis a person without samples for longer than this counts as stale, ms > 0
 * @param silentAfterMillis a person without samples for longer than this begins nothing and joins nothing, ms >= staleAfterMillis
 * @param staleForMillis a silent member of a gathering counts, as stale, until silent for longer than this, ms >= silentAfterMillis
 * @param gapMillis a condition that fails for no longer than this has not ended, ms >= 0
 * @param steadyMillis a level falls, and a part that has split off is told, once it has been so for longer than this, ms >= 0
 * @param reportMillis how often a gathering is told without a change, ms > 0
 * @param raw a sample is where the person is, without any doubt
 */
public record GatheringOptions(
        long cycleMillis,
        double radiusMetres,
        long minDurationMillis,
        int minCount,
        int orangeFrom,
        int redFrom,
        double joinProbability,
        double leaveProbability,
        double heightMetres,
        long preWarningMillis,
        long staleAfterMillis,
        long silentAfterMillis,
        long staleForMillis,
        long gapMillis,
        long steadyMillis,
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
        require(
                0 < leaveProbability && leaveProbability <= joinProbability && joinProbability < 1,
                "0 < gathering.leave <= gathering.join < 1 must hold, was " + leaveProbability + ", " + joinProbability,
                faults);
        require(heightMetres > 0, "gathering.height must be > 0 m, was " + heightMetres, faults);
        require(
                preWarningMillis >= 0 && preWarningMillis <= minDurationMillis,
                "gathering.pre-warning must be 0 to " + minDurationMillis + " ms, was " + preWarningMillis,
                faults);
        require(
                staleAfterMillis > 0 && silentAfterMillis >= staleAfterMillis && staleForMillis >= silentAfterMillis,
                "0 < gathering.stale-after <= silent-after <= stale-for must hold, was " + staleAfterMillis + ", "
                        + silentAfterMillis + ", " + staleForMillis + " ms",
                faults);
        require(gapMillis >= 0, "gathering.gap must be >= 0 ms, was " + gapMillis, faults);
        require(steadyMillis >= 0, "gathering.steady must be >= 0 ms, was " + steadyMillis, faults);
        require(reportMillis > 0, "gathering.report must be > 0 ms, was " + reportMillis, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** The numbers of AQ 3064.3 at this compute cycle. */
    public static GatheringOptions cycle(long cycleMillis) {
        return new GatheringOptions(
                cycleMillis,
                15,
                60_000,
                3,
                4,
                7,
                0.6,
                0.3,
                Double.POSITIVE_INFINITY,
                30_000,
                10_000,
                30_000,
                600_000,
                1_000,
                10_000,
                5_000,
                false);
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
