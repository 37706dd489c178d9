package io.muster.rules.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.estimate.EstimateOptions.Noise;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the estimator believes, as stories; fixes each second. */
class EstimatorStoriesTest {
    private final EstimateOptions options = EstimateOptions.standard();
    private final Estimator estimator = new Estimator(options);
    private final Random random = new Random(7);
    private @Nullable Track track;
    private long time;

    @Test
    void theFirstFixIsBelievedAsItIs() {
        Track first = fix("A", 3, 4, 2);
        assertEquals(3, first.x());
        assertEquals(4, first.y());
        assertTrue(first.accuracyMetres() > 2, "the radio may be worse than it claims: " + first.accuracyMetres());
        assertEquals(0.5, first.standing(), 1e-12);
        assertNull(first.standingSinceMillis());
        assertEquals(
                List.of(0.2, 0.2, 0.2, 0.2, 0.1, 0.1),
                first.cells().stream().map(Cell::weight).toList(),
                "each kind of noise is as likely as the options say");
    }

    @Test
    void whoStandsIsAveraged() {
        Track last = stands(0, 0, 120);
        assertTrue(Math.hypot(last.x(), last.y()) < 1, "of fixes with 3 m: " + last);
        assertTrue(last.accuracyMetres() < 1.5, "and known better than by one fix: " + last.accuracyMetres());
        assertTrue(last.standing() > 0.95);
        Long since = last.standingSinceMillis();
        assertNotNull(since);
        assertTrue(since < 20_000, "told back to the beginning: " + since);
    }

    @Test
    void whoWalksAwayIsLetGo() {
        stands(0, 0, 120);
        for (int i = 1; i <= 15; i++) {
            fix("A", 1.2 * i + random.nextGaussian() * 0.2, 0, 0.5);
        }
        Track last = fix("A", 1.2 * 16, 0, 0.5);
        assertNull(last.standingSinceMillis());
        assertTrue(last.standing() < 0.5, "walks: " + last.standing());
        assertTrue(Math.abs(last.x() - 19.2) < 1, "and is where the fixes are: " + last.x());
    }

    @Test
    void anExcursionOfTheRadioMovesNobody() {
        stands(0, 0, 120);
        for (int i = 0; i < 3; i++) {
            fix("A", 12, 0, 3);
        }
        Track last = fix("A", 0, 0, 3);
        assertTrue(Math.abs(last.x()) < 2, "still there: " + last.x());
        assertNotNull(last.standingSinceMillis());
    }

    @Test
    void theEstimateIsNeverCalledBetterThanAShareOfTheClaim() {
        Track last = stands(0, 0, 600);
        assertEquals(0.3 * 3, last.accuracyMetres(), 1e-9);
    }

    @Test
    void whoIsWhereNobodyCanGetToIsLookedForThereAlone() {
        Track stood = stands(0, 0, 120);
        Track there = fix("A", 5_000, 0, 3);
        assertEquals(5_000, there.x(), 1e-9);
        assertEquals(0.5, there.standing(), 1e-12, "nothing is known of it");
        assertEquals(List.of(new Seen("A", 5_000, 0, 3, time)), there.last());
        for (int i = 0; i < stood.cells().size(); i++) {
            assertEquals(
                    stood.cells().get(i).weight(),
                    there.cells().get(i).weight(),
                    1e-12,
                    "but the noise of the tag is as it was");
        }
    }

    @Test
    void theNewestFixOfThreeTagsIsRemembered() {
        fix("A", 0, 0, 1);
        fix("B", 1, 0, 1);
        fix("A", 0, 1, 1);
        fix("C", 1, 1, 1);
        Track last = fix("D", 0, 0, 1);
        assertEquals(List.of("D", "C", "A"), last.last().stream().map(Seen::tag).toList());
        assertEquals(1, last.last().get(2).y(), "of A the newer one");
        Track again = fix("A", 0, 0.5, 1);
        assertEquals(
                List.of("A", "D", "C"), again.last().stream().map(Seen::tag).toList());
    }

    @Test
    void fixesOfOneInstantAreATenthOfASecondApart() {
        fix("A", 0, 0, 1);
        Track before = fix("A", 0.1, 0, 1);
        Seen same = new Seen("A", 0.2, 0, 1, time);
        Seen later = new Seen("A", 0.2, 0, 1, time + 100);
        assertEquals(
                estimator.next(before, later).x(), estimator.next(before, same).x());
    }

    @Test
    void whatOlderBytesLackIsEmpty() {
        Track old = new Track(1, 2, 3, null, 0.5, nothing(), nothing());
        assertEquals(List.of(), old.cells());
        assertEquals(List.of(), old.last());
    }

    @SuppressWarnings("NullAway") // older bytes bring null where there was no field
    private static <E> List<E> nothing() {
        return null;
    }

    @Test
    void allFaultsOfTheModelAreNamedTogether() {
        assertEquals(List.of(), options.faults());
        assertEquals(
                Stream.of(
                                "stand must be > 0 s, was 0.0",
                                "walk must be > 0 s, was 0.0",
                                "walk-speed must be > 0 m/s, was 0.0",
                                "turn must be > 0 s, was 0.0",
                                "shift must be > 0 m, was 0.0",
                                "astray-every must be > 0 s, was 0.0",
                                "astray must be > 0 s, was 0.0",
                                "astray-distance must be > 0 m, was 0.0",
                                "moved must be > 0 s, was 0.0",
                                "forget must be > 0 s, was 0.0",
                                "drift must be >= 0 m per root of an hour, was -1.0",
                                "floor-share must be 0 to 1, was 1.1",
                                "noises: the shares must add up to 1, was 0.0")
                        .map(each -> "estimate." + each)
                        .toList(),
                new EstimateOptions(0, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1.1, 0, List.of()).faults());
    }

    @Test
    void theEdgesOfTheModelAreLegal() {
        assertEquals(List.of(), with(0, 0, new Noise(0, 1, 1)).faults());
        assertEquals(List.of(), with(0, 1, new Noise(9, 1, 1)).faults());
        assertEquals(
                1,
                with(Double.POSITIVE_INFINITY, 0.3, new Noise(0, 1, 1)).faults().size());
        assertEquals(1, with(Double.NaN, 0.3, new Noise(0, 1, 1)).faults().size());
        assertEquals(1, with(0.5, -0.1, new Noise(0, 1, 1)).faults().size());
        assertEquals(
                List.of("estimate.stand must be > 0 s, was Infinity"),
                new EstimateOptions(
                                Double.POSITIVE_INFINITY,
                                30,
                                1,
                                10,
                                0.2,
                                0.5,
                                300,
                                3,
                                8,
                                6,
                                0.3,
                                1_800,
                                options.noises())
                        .faults());
    }

    @Test
    void aKindOfNoiseThatCannotBeIsNamed() {
        for (Noise bad : List.of(
                new Noise(-1, 1, 1),
                new Noise(0, 0, 1),
                new Noise(Double.POSITIVE_INFINITY, 1, 1),
                new Noise(0, Double.POSITIVE_INFINITY, 1),
                new Noise(Double.NaN, 1, 1))) {
            assertEquals(
                    List.of("estimate.noises: seconds must be >= 0, scale and share > 0, was " + bad),
                    with(0.5, 0.3, bad).faults());
        }
        assertEquals(
                1,
                with(0.5, 0.3, new Noise(0, 1, 1), new Noise(3, 1, 0)).faults().size(),
                "a share of nothing");
        assertEquals(
                List.of("estimate.noises: the shares must add up to 1, was 1.5"),
                with(0.5, 0.3, new Noise(0, 1, 1), new Noise(3, 1, 0.5)).faults());
    }

    private static EstimateOptions with(double drift, double floorShare, Noise... noises) {
        return new EstimateOptions(600, 30, 1, 10, 0.2, drift, 300, 3, 8, 6, floorShare, 1_800, List.of(noises));
    }

    private Track stands(double x, double y, int seconds) {
        Track last = fix("A", x, y, 3);
        for (int i = 1; i < seconds; i++) {
            last = fix("A", x + 1.98 * random.nextGaussian(), y + 1.98 * random.nextGaussian(), 3);
        }
        return last;
    }

    private Track fix(String tag, double x, double y, double accuracy) {
        time += 1_000;
        Seen seen = new Seen(tag, x, y, accuracy, time);
        Track before = track;
        Track now = before == null ? estimator.start(null, seen) : estimator.next(before, seen);
        track = now;
        return now;
    }
}
