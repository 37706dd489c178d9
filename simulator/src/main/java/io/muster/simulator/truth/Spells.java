package io.muster.simulator.truth;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Of one person: since when enough others are near, possibly, truly, and surely by size of the group. */
final class Spells {
    private static final long NEVER = Long.MIN_VALUE;

    private final int[] counts = new int[3];
    private long possibleSince = NEVER;
    private long nominalSince = NEVER;
    private final long[] sureSince = new long[GatheringGroup.SIZES.length];
    private final long[] onsets = new long[GatheringGroup.SIZES.length];

    Spells() {
        Arrays.fill(sureSince, NEVER);
    }

    void count(int level, int change) {
        counts[level] += change;
    }

    void clearCounts() {
        Arrays.fill(counts, 0);
    }

    /** Takes note of what the counts mean from now on; what is over is told to the group. */
    void settle(long millis, @Nullable GatheringGroup group) {
        for (int i = 0; i < sureSince.length; i++) {
            if (sureSince[i] != NEVER && !isEnough(NearPairs.SURE, i)) {
                if (group != null) {
                    group.addSure(i, sureSince[i], millis, onsets[i]);
                }
                sureSince[i] = NEVER;
            }
        }
        boolean isNominal = isEnough(NearPairs.NOMINAL, 0);
        if (!isNominal && nominalSince != NEVER) {
            if (group != null) {
                group.addNominal(nominalSince, millis);
            }
            nominalSince = NEVER;
        } else if (isNominal && nominalSince == NEVER) {
            nominalSince = millis;
        }
        for (int i = 0; i < sureSince.length; i++) {
            if (sureSince[i] == NEVER && isEnough(NearPairs.SURE, i)) {
                sureSince[i] = millis;
                onsets[i] = nominalSince == NEVER ? millis : nominalSince;
            }
        }
        boolean isPossible = isEnough(NearPairs.POSSIBLE, 0);
        possibleSince = !isPossible ? NEVER : possibleSince == NEVER ? millis : possibleSince;
    }

    /** Tells a group what has held until now, or for ever where {@code nominalUntil} says so. */
    void report(GatheringGroup group, long millis, long nominalUntil) {
        for (int i = 0; i < sureSince.length; i++) {
            if (sureSince[i] != NEVER) {
                group.addSure(i, sureSince[i], millis, onsets[i]);
            }
        }
        if (nominalSince != NEVER) {
            group.addNominal(nominalSince, nominalUntil);
        }
    }

    /** Since when there surely have been enough; {@link Long#MAX_VALUE} if there are not. */
    long sureSince() {
        return sureSince[0] == NEVER ? Long.MAX_VALUE : sureSince[0];
    }

    /** Since when there possibly have been enough; {@link Long#MAX_VALUE} if there are not. */
    long possibleSince() {
        return possibleSince == NEVER ? Long.MAX_VALUE : possibleSince;
    }

    private boolean isEnough(int level, int sizeIndex) {
        return counts[level] >= GatheringGroup.SIZES[sizeIndex] - 1;
    }
}
