package io.muster.rules.fence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Ordered;
import io.muster.rules.Seeds;
import io.muster.rules.alarm.Driven;
import io.muster.rules.alarm.Finding;
import io.muster.rules.occupancy.OccupancyOptions;
import io.muster.rules.occupancy.OccupancyOutput;
import io.muster.rules.occupancy.OccupancyRule;
import io.muster.rules.occupancy.OccupancyState;
import io.muster.rules.occupancy.ZoneInput;
import io.muster.rules.plan.ZoneDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Too many people by AQ 3064.3 Annex A.5, from fixes to the finding by the rules alone: a square of 15 m where three may be, four in its corners 3 m from
 * both edges; or three, and one 3 m outside. Judged each 5 s for 10 min, from 30 s of standing on; {@code ./muster quality} does the same with more seeds
 * and the whole job. The standard allows 10 % missed and 15 % wrong; ours are far below, and so are these limits.
 */
class OverCapacityNoiseTest {
    private static final long SETTLED_MILLIS = 30_000;
    private static final long UNTIL_MILLIS = 630_000;
    private static final double LOW = 3;
    private static final double HIGH = NoisyWalk.SIDE - 3;
    private static final double[][] CORNERS = {{LOW, LOW}, {HIGH, HIGH}, {LOW, HIGH}, {HIGH, LOW}};
    private static final double MIDDLE = NoisyWalk.SIDE / 2;
    private static final double[][] OUTSIDE = {
        {MIDDLE, -3}, {NoisyWalk.SIDE + 3, MIDDLE}, {MIDDLE, NoisyWalk.SIDE + 3}, {-3, MIDDLE}
    };

    @ParameterizedTest
    @CsvSource({"0.5,0.8,0,0", "1,0.8,0,0", "3,0,0.01,0.005", "3,0.8,0.03,0.01"})
    void fourAreTooManyAndThreeAreNot(double errorMetres, double correlation, double most, double mostFalse) {
        long seeds = Seeds.upTo(40, 8);
        int missed = 0;
        int wrong = 0;
        int reports = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            Random random = new Random(seed);
            List<Finding> ofFour = found(errorMetres, correlation, random, CORNERS);
            List<Finding> ofThree = found(
                    errorMetres, correlation, random, CORNERS[0], CORNERS[1], CORNERS[2], OUTSIDE[random.nextInt(4)]);
            for (long at = SETTLED_MILLIS; at <= UNTIL_MILLIS; at += 5_000) {
                reports++;
                missed += isOver(ofFour, at) ? 0 : 1;
                wrong += isOver(ofThree, at) ? 1 : 0;
            }
        }
        String share = errorMetres + " m, correlation " + correlation + ", seeds 1 to " + seeds + ": missed " + missed
                + ", wrong " + wrong + " of " + reports;
        System.out.println("OverCapacityNoiseTest: " + share);
        assertTrue(missed <= most * reports && wrong <= mostFalse * reports, share);
    }

    private static List<Finding> found(double errorMetres, double correlation, Random random, double[]... places) {
        List<ZoneInput> inputs = new ArrayList<>();
        inputs.add(ZoneInput.of(new ZoneDefinition("plant", "square", NoisyWalk.rule(), "v1", -1, 1)));
        for (int i = 0; i < places.length; i++) {
            double[] place = places[i];
            new NoisyWalk("P" + i)
                    .walk(random, millis -> place, errorMetres, correlation, UNTIL_MILLIS)
                    .presences
                    .forEach(each -> inputs.add(ZoneInput.of(each)));
        }
        inputs.sort(Ordered.TOTAL_ORDER);
        Driven<OccupancyState, ZoneInput, OccupancyOutput> zone =
                new Driven<>(new OccupancyRule(OccupancyOptions.defaults()));
        inputs.forEach(zone::give);
        List<Finding> findings = new ArrayList<>();
        for (OccupancyOutput each : zone.told()) {
            Finding finding = each.finding();
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private static boolean isOver(List<Finding> findings, long millis) {
        boolean over = false;
        for (Finding each : findings) {
            if (each.timeMillis() <= millis) {
                over = each.active();
            }
        }
        return over;
    }
}
