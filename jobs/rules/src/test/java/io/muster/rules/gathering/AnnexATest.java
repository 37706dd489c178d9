package io.muster.rules.gathering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Seeds;
import io.muster.rules.alarm.Driven;
import io.muster.rules.estimate.EstimateOptions;
import io.muster.rules.estimate.Estimator;
import io.muster.rules.estimate.Seen;
import io.muster.rules.estimate.Track;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.sample.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tests of AQ 3064.3 A.4 through the estimator and the gathering rule: fixes every 2 s, each tag's noise correlated from one to the next. One
 * tag in the centre and five around it on 12 m: miss < 10 %; or four, and one just outside 18 m at any angle: false < 15 % (7.3.2, 7.3.3). A report
 * is what was told last, each 5 s for 10 min, from 63 s of standing on. {@code ./muster quality} does the same with 200 seeds and the whole job.
 */
class AnnexATest {
    private static final long LENGTH_MILLIS = 658_000;
    private static final double ERROR_PER_SIGMA = Math.sqrt(-2 * Math.log(1 - 0.6827));

    @ParameterizedTest
    @CsvSource({
        "0.5,0.8,0,0",
        "1,0.8,0,0",
        "3,0,0.002,0.002",
        "3,0.8,0.02,0.02",
        "3,0.9,0.10,0.15",
        "5,0,0.03,0.03",
        "5,0.8,0.10,0.15"
    })
    void isWithinTheLimits(double errorMetres, double correlation, double most, double mostFalse) {
        // At 5 m all the misses may be those of one seed: fewer seeds would judge the seed, not the rule.
        long seeds = Seeds.upTo(12, errorMetres > 3 ? 12 : 1);
        int missed = 0;
        int wrong = 0;
        int reports = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            Random random = new Random(seed);
            double turn = random.nextDouble() * 2 * Math.PI;
            List<LongFunction<double[]>> six = ring(5, turn);
            List<LongFunction<double[]>> five = withOneOutside(turn, random.nextDouble() * 2 * Math.PI);
            List<GatheringChange> ofSix = told(six, LENGTH_MILLIS, errorMetres, correlation, random);
            List<GatheringChange> ofFive = told(five, LENGTH_MILLIS, errorMetres, correlation, random);
            for (long t = 63_000; t <= LENGTH_MILLIS; t += 5_000) {
                reports++;
                missed += most(ofSix, t) < 6 ? 1 : 0;
                wrong += most(ofFive, t) >= 6 ? 1 : 0;
            }
        }
        String share = errorMetres + " m, correlation " + correlation + ", seeds 1.." + seeds + ": missed " + missed
                + ", wrong " + wrong + " of " + reports;
        System.out.println("AnnexATest: " + share);
        assertTrue(missed <= most * reports && wrong <= mostFalse * reports, share);
    }

    /**
     * The one outside is in line with one of the four, or half way between two: nearest to one of them, and where all six fit into a circle of 14.6 m
     * though nobody has five others within 15 m.
     */
    @ParameterizedTest
    @CsvSource({"0,1,0.8,0", "45,1,0.8,0", "0,3,0.8,0.02", "45,3,0.8,0.02", "0,5,0,0.03", "45,5,0,0.03"})
    void whoIsOutsideIsNotCountedWhereverTheyStand(
            double degrees, double errorMetres, double correlation, double mostFalse) {
        long seeds = Seeds.upTo(12);
        int wrong = 0;
        int reports = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            Random random = new Random(seed);
            double turn = random.nextDouble() * 2 * Math.PI;
            List<LongFunction<double[]>> five = withOneOutside(turn, turn + Math.toRadians(degrees));
            List<GatheringChange> ofFive = told(five, LENGTH_MILLIS, errorMetres, correlation, random);
            for (long t = 63_000; t <= LENGTH_MILLIS; t += 5_000) {
                reports++;
                wrong += most(ofFive, t) >= 6 ? 1 : 0;
            }
        }
        String share = degrees + " degrees, " + errorMetres + " m, correlation " + correlation + ", seeds 1.." + seeds
                + ": wrong " + wrong + " of " + reports;
        System.out.println("AnnexATest: " + share);
        assertTrue(wrong <= mostFalse * reports, share);
    }

    /** Three walk up from 40 m to 2 m at 1 m/s, stand for two minutes and walk away: 15 m apart at 8.66 m from the middle. */
    @Test
    void whoWalkUpAreWarnedAndWhoWalkAwayAreSeenToHaveGone() {
        List<Double> warned = new ArrayList<>();
        List<Double> gone = new ArrayList<>();
        for (int seed = 1; seed <= Seeds.upTo(40); seed++) {
            Random random = new Random(seed);
            List<LongFunction<double[]>> three = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                double angle = random.nextDouble() + 2 * Math.PI * i / 3;
                three.add(t -> {
                    double metres = Math.max(2, t < 100_000 ? 40 - t / 1000.0 : 2 + (t - 158_000) / 1000.0);
                    return new double[] {metres * Math.cos(angle), metres * Math.sin(angle)};
                });
            }
            int starts = 0;
            for (GatheringChange each : told(three, 220_000, 3, 0.8, random)) {
                if (each.type() == GatheringChange.Type.START) {
                    starts++;
                    warned.add(each.timeMillis() / 1000.0 - 31.34 - 60);
                } else if (each.type() == GatheringChange.Type.END) {
                    gone.add(each.timeMillis() / 1000.0 - 164.66);
                }
            }
            assertEquals(1, starts, "seed " + seed);
        }
        warned.sort(Comparator.naturalOrder());
        gone.sort(Comparator.naturalOrder());
        assertEquals(warned.size(), gone.size());
        int late = (int) Math.ceil(0.95 * gone.size()) - 1;
        assertTrue(warned.get(gone.size() / 2 - 1) <= 1 && warned.get(late) <= 3, warned.toString());
        assertTrue(gone.get(late) <= 9, gone.toString());
    }

    /** Four around one in the middle, and one just outside 18 m. */
    private static List<LongFunction<double[]>> withOneOutside(double turn, double angle) {
        List<LongFunction<double[]>> five = ring(4, turn);
        five.add(t -> new double[] {18.1 * Math.cos(angle), 18.1 * Math.sin(angle)});
        return five;
    }

    private static List<LongFunction<double[]>> ring(int number, double turn) {
        List<LongFunction<double[]>> people = new ArrayList<>();
        people.add(t -> new double[] {0, 0});
        for (int i = 0; i < number; i++) {
            double angle = turn + 2 * Math.PI * i / number;
            people.add(t -> new double[] {12 * Math.cos(angle), 12 * Math.sin(angle)});
        }
        return people;
    }

    private static List<GatheringChange> told(
            List<LongFunction<double[]>> people,
            long lengthMillis,
            double errorMetres,
            double correlation,
            Random random) {
        List<Sample> samples = new ArrayList<>();
        Estimator estimator = new Estimator(EstimateOptions.standard());
        double sigma = errorMetres / ERROR_PER_SIGMA;
        double fresh = sigma * Math.sqrt(1 - correlation * correlation);
        for (int i = 0; i < people.size(); i++) {
            double x = sigma * random.nextGaussian();
            double y = sigma * random.nextGaussian();
            Track track = null;
            long seq = 0;
            for (long t = random.nextInt(2_000); t <= lengthMillis; t += 2_000) {
                double[] truly = people.get(i).apply(t);
                Seen seen = new Seen("tag", truly[0] + x, truly[1] + y, errorMetres, t);
                track = track == null ? estimator.start(null, seen) : estimator.next(track, seen);
                samples.add(sample("P" + i, track, t, ++seq));
                x = correlation * x + fresh * random.nextGaussian();
                y = correlation * y + fresh * random.nextGaussian();
            }
        }
        samples.sort(Sample.TOTAL_ORDER);
        Driven<GatheringState, Sample, GatheringOutput> floor =
                new Driven<>(new GatheringRule(GatheringOptions.cycle(2_000)));
        samples.forEach(floor::give);
        List<GatheringChange> told = new ArrayList<>();
        for (GatheringOutput each : floor.told()) {
            GatheringChange change = each.change();
            if (change != null) {
                told.add(change);
            }
        }
        return told;
    }

    private static Sample sample(String person, Track track, long t, long seq) {
        return new Sample(
                "s",
                person,
                Who.of(null, "01"),
                "tag",
                Technology.UWB,
                track.x(),
                track.y(),
                0,
                0.0,
                0,
                track.accuracyMetres(),
                track.standingSinceMillis(),
                false,
                false,
                List.of(),
                "v1",
                t,
                t,
                seq);
    }

    /** The most people in a gathering, by what was told up to then. */
    private static int most(List<GatheringChange> changes, long untilMillis) {
        Map<String, Integer> open = new HashMap<>();
        for (GatheringChange each : changes) {
            if (each.timeMillis() <= untilMillis) {
                open.remove(each.id());
                if (each.type() == GatheringChange.Type.START || each.type() == GatheringChange.Type.ONGOING) {
                    open.put(each.id(), each.count());
                }
            }
        }
        return open.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
