package io.muster.rules.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random people with one to three tags, each fix held against the model as matrices have it. */
class EstimatorTwinTest {

    @Test
    void eachFixIsWeighedAsTheModelSays() {
        int compared = 0;
        int standing = 0;
        int walking = 0;
        int strayed = 0;
        int anew = 0;
        for (long seed = 1; seed <= Seeds.upTo(40, 10); seed++) {
            Random random = new Random(seed);
            EstimateOptions options = EstimateOptions.standard();
            Estimator estimator = new Estimator(options);
            EstimatorTwin twin = new EstimatorTwin(options);
            List<Seen> fixes = fixes(random);
            Track track = estimator.start(null, fixes.get(0));
            for (int i = 1; i < fixes.size(); i++) {
                Track expected = twin.next(track, fixes.get(i));
                Track next = estimator.next(track, fixes.get(i));
                if (expected == null) {
                    anew++;
                    expected = estimator.start(track, fixes.get(i));
                }
                same(expected, next, "seed " + seed + " fix " + i + " " + fixes.get(i));
                compared++;
                standing += next.standingSinceMillis() != null ? 1 : 0;
                walking += next.standing() < 0.1 ? 1 : 0;
                strayed += next.cells().stream()
                                        .mapToDouble(each -> each.astray().weight())
                                        .sum()
                                > 0.5
                        ? 1
                        : 0;
                track = next;
            }
        }
        assertTrue(
                standing * 10 > compared && walking * 20 > compared && strayed > 0 && anew > 0,
                "people stood, walked, were seen astray and elsewhere: " + standing + ", " + walking + ", " + strayed
                        + ", " + anew + " of " + compared);
    }

    /** People who stand and walk in turn, with excursions of a radio, a tag that is silent for a while, and fixes of one instant. */
    private static List<Seen> fixes(Random random) {
        List<Seen> fixes = new ArrayList<>();
        int tags = 1 + random.nextInt(3);
        double x = 50;
        double y = -20;
        double speedX = 0;
        double speedY = 0;
        long time = 1_000_000;
        double astray = 0;
        for (int i = 0; i < 120; i++) {
            long step = random.nextInt(10) == 0 ? random.nextInt(20_000) : random.nextInt(8) == 0 ? 0 : 1_000;
            time += step;
            if (random.nextInt(25) == 0) {
                boolean walks = random.nextBoolean();
                speedX = walks ? random.nextGaussian() : 0;
                speedY = walks ? random.nextGaussian() : 0;
            }
            if (random.nextInt(30) == 0) {
                astray = astray > 0 ? 0 : 6;
            }
            x += speedX * step / 1_000;
            y += speedY * step / 1_000;
            double accuracy = 0.3 + random.nextInt(3);
            fixes.add(new Seen(
                    "T" + random.nextInt(tags),
                    x + astray + accuracy / 2 * random.nextGaussian(),
                    y - astray + accuracy / 2 * random.nextGaussian(),
                    accuracy,
                    time));
        }
        return fixes;
    }

    private static void same(Track expected, Track actual, String where) {
        close(expected.x(), actual.x(), where + " x");
        close(expected.y(), actual.y(), where + " y");
        close(expected.accuracyMetres(), actual.accuracyMetres(), where + " accuracy");
        close(expected.standing(), actual.standing(), where + " standing");
        assertEquals(expected.standingSinceMillis(), actual.standingSinceMillis(), where + " since");
        for (int i = 0; i < expected.cells().size(); i++) {
            Cell is = actual.cells().get(i);
            Cell should = expected.cells().get(i);
            String cell = where + " cell " + i;
            same(should.stands(), is.stands(), cell + " stands");
            same(should.anew(), is.anew(), cell + " anew");
            same(should.astray(), is.astray(), cell + " astray");
            close(should.walks().weight(), is.walks().weight(), cell + " weight of the walk");
            if (is.walks().weight() > 1e-12) {
                close(should.walks().x(), is.walks().x(), cell + " walk x");
                close(should.walks().y(), is.walks().y(), cell + " walk y");
                close(should.walks().speedX(), is.walks().speedX(), cell + " speed x");
                close(should.walks().speedY(), is.walks().speedY(), cell + " speed y");
                close(should.walks().variance(), is.walks().variance(), cell + " walk variance");
                close(should.walks().covariance(), is.walks().covariance(), cell + " walk covariance");
                close(should.walks().speedVariance(), is.walks().speedVariance(), cell + " speed variance");
            }
        }
    }

    private static void same(Spot expected, Spot actual, String where) {
        close(expected.weight(), actual.weight(), where + " weight");
        if (actual.weight() > 1e-12) {
            close(expected.x(), actual.x(), where + " x");
            close(expected.y(), actual.y(), where + " y");
            close(expected.variance(), actual.variance(), where + " variance");
            assertEquals(expected.sinceMillis(), actual.sinceMillis(), 0.01, where + " since");
        }
    }

    private static void close(double expected, double actual, String where) {
        assertEquals(expected, actual, 1e-7 * Math.max(1, Math.abs(expected)), where);
    }
}
