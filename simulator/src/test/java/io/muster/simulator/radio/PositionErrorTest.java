package io.muster.simulator.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.chance.Draw;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each error of a position against its own numbers. Seed 7. */
class PositionErrorTest {
    private static final long SEED = 7;
    private static final long HOUR = 3_600_000;
    private static final Ranging PERFECT = Ranging.noise(1000, 0, 0, 0.5);
    private static final Excursion OFTEN = new Excursion(60, 8, 5_000);

    @Test
    void noiseHasItsMeanItsSigmaAndItsCorrelation() {
        CorrelatedNoise noise = new CorrelatedNoise(2.5, 0.7, Draw.of(SEED, "noise", 0));
        int count = 400_000;
        double sum = 0;
        double square = 0;
        double product = 0;
        double across = 0;
        double before = 0;
        for (int i = 0; i < count; i++) {
            noise.advance();
            sum += noise.x();
            square += noise.x() * noise.x();
            product += noise.x() * before;
            across += noise.x() * noise.y();
            before = noise.x();
        }
        assertEquals(0, sum / count, 0.03, "seed 7");
        assertEquals(2.5, Math.sqrt(square / count), 0.02, "seed 7");
        assertEquals(0.7, product / square, 0.005, "seed 7");
        assertEquals(0, across / square, 0.01, "the axes know nothing of each other, seed 7");
    }

    @Test
    void noiseIsAsWideAtTheFirstPositionAsLater() {
        double square = 0;
        int tags = 20_000;
        for (int tag = 0; tag < tags; tag++) {
            CorrelatedNoise noise = new CorrelatedNoise(2.5, 0.9, Draw.of(SEED, "noise", tag));
            noise.advance();
            square += noise.y() * noise.y();
        }
        assertEquals(2.5, Math.sqrt(square / tags), 0.04, "seed 7");
    }

    @Test
    void biasHasItsLengthAndADirectionOfItsOwnForEachTag() {
        double sumX = 0;
        double sumY = 0;
        int tags = 10_000;
        for (int tag = 0; tag < tags; tag++) {
            PositionError error = new PositionError(PERFECT.withBiasMetres(1.5), SEED, "uwb 0 works#" + tag);
            error.advance(0);
            double x = error.x();
            double y = error.y();
            assertEquals(1.5, Math.hypot(x, y), 1e-9);
            error.advance(HOUR);
            assertEquals(x, error.x(), "it stays");
            assertEquals(y, error.y(), "it stays");
            sumX += x;
            sumY += y;
        }
        assertEquals(0, sumX / tags, 0.04, "seed 7");
        assertEquals(0, sumY / tags, 0.04, "seed 7");
    }

    @Test
    void withoutLineOfSightATagIsSoFarOffOnAverageAndStaysThereWhileItLasts() {
        PositionError error = new PositionError(PERFECT.withNonLineOfSight(OFTEN), SEED, "tag");
        List<Double> reaches = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (long at = 0; at < 1_000 * HOUR; at += 1_000) {
            error.advance(at);
            if (error.x() != x || error.y() != y) {
                x = error.x();
                y = error.y();
                if (x != 0 || y != 0) {
                    reaches.add(Math.hypot(x, y));
                }
            }
        }
        double mean =
                reaches.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double far = reaches.stream().filter(metres -> metres > 8).count() / (double) reaches.size();
        assertTrue(reaches.size() > 40_000, "seed 7: " + reaches.size());
        assertEquals(8, mean, 0.1, "seed 7");
        assertEquals(Math.exp(-1), far, 0.007, "exponential, seed 7");
    }

    @Test
    void aMirrorImageIsExactlySoFarAwayForItsShareOfTheTime() {
        PositionError error = new PositionError(PERFECT.withMirror(OFTEN), SEED, "tag");
        int away = 0;
        int count = 2_000 * 3_600;
        for (int i = 0; i < count; i++) {
            error.advance(i * 1_000L);
            double metres = Math.hypot(error.x(), error.y());
            if (metres > 0) {
                assertEquals(8, metres, 1e-9);
                away++;
            }
        }
        // At any moment the number of those under way is Poisson with this mean.
        assertEquals(1 - Math.exp(-60 * 5.0 / 3600), away / (double) count, 0.001, "seed 7");
    }

    @Test
    void aFlippedFloorIsTheOneAboveOrBelowForItsShareOfTheTimeAndNeverBelowTheGround() {
        PositionError error = new PositionError(PERFECT.withFloorFlip(new Excursion(60, 0, 5_000)), SEED, "tag");
        int up = 0;
        int down = 0;
        int count = 2_000 * 3_600;
        for (int i = 0; i < count; i++) {
            error.advance(i * 1_000L);
            int told = error.floor(3);
            assertTrue(Math.abs(told - 3) <= 1);
            up += told == 4 ? 1 : 0;
            down += told == 2 ? 1 : 0;
            assertEquals(told == 3 ? 0 : 1, error.floor(0), "from the ground only up");
            assertEquals(0, error.x(), "the place is right");
        }
        double share = 1 - Math.exp(-60 * 5.0 / 3600);
        assertEquals(share / 2, up / (double) count, 0.001, "seed 7");
        assertEquals(share / 2, down / (double) count, 0.001, "seed 7");
    }

    @Test
    void jumpsCanBeReadBack() {
        Ranging ranging = PERFECT.withNonLineOfSight(OFTEN).withMirror(OFTEN).withFloorFlip(OFTEN);
        PositionError error = new PositionError(ranging, SEED, "tag");
        List<Interval> jumps = Spans.joined(new PositionError(ranging, SEED, "tag").jumps(0, 20 * HOUR));
        int inside = 0;
        for (long at = 0; at < 20 * HOUR; at += 500) {
            long now = at;
            error.advance(at);
            boolean elsewhere = error.x() != 0 || error.y() != 0 || error.floor(3) != 3;
            assertEquals(jumps.stream().anyMatch(jump -> jump.contains(now)), elsewhere, "seed 7 at " + at);
            inside += elsewhere ? 1 : 0;
        }
        assertTrue(inside > 1_000, "seed 7: " + inside);
    }

    @Test
    void aReachOfNothingIsNoJump() {
        Excursion nowhere = new Excursion(60, 0, 5_000);
        PositionError error =
                new PositionError(PERFECT.withNonLineOfSight(nowhere).withMirror(nowhere), SEED, "tag");
        assertEquals(List.of(), error.jumps(0, HOUR));
    }

    @Test
    void theKindsOfOneTagAndTheTagsOfOnePersonErrApart() {
        Ranging ranging = PERFECT.withNonLineOfSight(OFTEN).withMirror(OFTEN).withFloorFlip(OFTEN);
        List<Interval> jumps = new PositionError(ranging, SEED, "uwb 0 works#1").jumps(0, HOUR);
        assertEquals(jumps.size(), jumps.stream().distinct().count());
        assertNotEquals(jumps, new PositionError(ranging, SEED, "uwb 1 works#1").jumps(0, HOUR));
    }
}
