package io.muster.rules.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** AQ 3064.3 Annex A.5 by the rules alone, with noise that is alike from fix to fix; the job's own figures are those of {@code ./muster quality}. */
class EdgeNoiseTest {
    private static final int SEEDS = 200;
    private static final long SETTLED_MILLIS = 30_000;
    private static final long UNTIL_MILLIS = 630_000;
    private static final long MINUTE = 60_000;

    /** After 30 s of standing, each 5 s, 3 m error at 68.27 %, correlation 0.8: ours is at most 3 %. */
    @Test
    void whoStandsThreeMetresFromTheEdgeIsOnTheRightSide() {
        for (double depth : new double[] {-3, 3}) {
            long wrong = 0;
            long reports = 0;
            for (int seed = 1; seed <= SEEDS; seed++) {
                NoisyWalk walk = standing(seed, depth, 3);
                for (long at = SETTLED_MILLIS; at <= UNTIL_MILLIS; at += 5_000) {
                    reports++;
                    wrong += walk.insideAt(at) == depth > 0 ? 0 : 1;
                }
            }
            double share = 100.0 * wrong / reports;
            System.out.printf(
                    "EdgeNoiseTest: %.0f m inside, 3 m error, seeds 1 to %d: %.2f %% wrong%n", depth, SEEDS, share);
            assertTrue(share <= 3, depth + " m inside: " + share + " %");
        }
    }

    /** Three entries within a minute would be a chattering alarm (ANSI/ISA-18.2). */
    @Test
    void whoStandsAtTheEdgeDoesNotChatter() {
        for (double error : new double[] {0.5, 3}) {
            for (double depth : new double[] {-1, -0.5, -0.2, 0, 0.2, 0.5, 1}) {
                for (int seed = 1; seed <= SEEDS / 2; seed++) {
                    long[] entries = standing(seed, depth, error).changes.stream()
                            .filter(each -> each.crossing() == Crossing.ENTRY)
                            .mapToLong(PresenceChange::timeMillis)
                            .toArray();
                    for (int i = 2; i < entries.length; i++) {
                        assertTrue(
                                entries[i] - entries[i - 2] >= MINUTE,
                                depth + " m inside, error " + error + " m, seed " + seed + ": "
                                        + Arrays.toString(entries));
                    }
                }
            }
        }
    }

    /** Walking in and out at 1 m/s with 0.5 m error; a second of settle comes on top. */
    @Test
    void whoWalksAcrossIsSeenWithinSeconds() {
        long[] in = new long[SEEDS];
        long[] out = new long[SEEDS];
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            double wait = random.nextDouble() * 2;
            NoisyWalk walk = new NoisyWalk()
                    .walk(random, millis -> new double[] {7.5, across(millis / 1000.0 - wait)}, 0.5, 0.8, 230_000);
            long crossesIn = Math.round((80 + wait) * 1000);
            long crossesOut = Math.round((157.5 + wait) * 1000);
            in[seed - 1] = walk.first(Crossing.ENTRY, crossesIn - 3_000) - crossesIn;
            out[seed - 1] = walk.first(Crossing.EXIT, crossesOut - 3_000) - crossesOut;
            assertEquals(2, walk.changes.size(), "seed " + seed);
        }
        Arrays.sort(in);
        Arrays.sort(out);
        long inP99 = in[(int) (0.99 * SEEDS)];
        long outP99 = out[(int) (0.99 * SEEDS)];
        System.out.println("EdgeNoiseTest: walking at 0.5 m error, entry p99 " + inP99 + " ms, exit p99 " + outP99
                + " ms after the crossing, seeds 1 to " + SEEDS);
        assertTrue(inP99 + 1_000 <= 5_000, inP99 + " ms");
        assertTrue(outP99 + 1_000 <= 6_000, outP99 + " ms");
    }

    /** Stands 20 m before the square for a minute, walks to its middle, stands, walks back. */
    private static double across(double seconds) {
        if (seconds < 60) {
            return -20;
        }
        return seconds < 150 ? Math.min(7.5, seconds - 80) : Math.max(-20, 157.5 - seconds);
    }

    private static NoisyWalk standing(int seed, double depth, double error) {
        return new NoisyWalk().walk(new Random(seed), millis -> new double[] {7.5, depth}, error, 0.8, UNTIL_MILLIS);
    }
}
