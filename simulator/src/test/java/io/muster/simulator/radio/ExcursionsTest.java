package io.muster.simulator.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.radio.Excursions.Jump;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 20,000 hours of a tag with six excursions an hour of 20 s each. Seed 7. */
class ExcursionsTest {
    private static final long HOUR = 3_600_000;
    private static final int HOURS = 20_000;
    private static final Excursion OPTIONS = new Excursion(6, 4, 20_000);
    private final List<Interval> all = excursions("tag").intervals(0, HOURS * HOUR);

    @Test
    void soManyBeginAnHour() {
        assertEquals(6, all.size() / (double) HOURS, 0.05, "seed 7");
    }

    @Test
    void startsKnowNothingOfEachOther() {
        long before = 0;
        double sum = 0;
        double square = 0;
        for (Interval each : all) {
            double gap = (each.fromMillis() - before) / 1000.0;
            before = each.fromMillis();
            sum += gap;
            square += gap * gap;
        }
        double mean = sum / all.size();
        assertEquals(600, mean, 6, "seed 7");
        assertEquals(1, Math.sqrt(square / all.size() - mean * mean) / mean, 0.02, "exponential gaps, seed 7");
    }

    @Test
    void theyLastAsLongAsTheyShouldOnAverage() {
        double mean = all.stream()
                .mapToLong(each -> each.untilMillis() - each.fromMillis())
                .average()
                .orElseThrow();
        double longer = all.stream()
                        .filter(each -> each.untilMillis() - each.fromMillis() > 20_000)
                        .count()
                / (double) all.size();
        assertEquals(20_000, mean, 200, "seed 7");
        assertEquals(Math.exp(-1), longer, 0.006, "exponential lengths, seed 7");
    }

    @Test
    void anInstantIsInOneWhenItIsInOneOfTheIntervalsHoweverOneGetsThere() {
        Excursions bySeconds = excursions("tag");
        Excursions byMinutes = excursions("tag");
        int inside = 0;
        for (long at = 0; at < 50 * HOUR; at += 1_000) {
            long now = at;
            Jump jump = bySeconds.at(at);
            List<Interval> around = all.stream()
                    .takeWhile(each -> each.fromMillis() <= now)
                    .filter(each -> each.contains(now))
                    .toList();
            assertEquals(around.isEmpty(), jump == null, "seed 7 at " + at);
            if (jump != null) {
                inside++;
                Interval latest = around.get(around.size() - 1);
                assertEquals(latest, new Interval(jump.fromMillis(), jump.untilMillis()), "the one begun last");
            }
            if (at % 60_000 == 0) {
                assertEquals(jump, byMinutes.at(at), "seed 7 at " + at);
            }
        }
        assertTrue(inside > 1_000, "seed 7: " + inside);
    }

    @Test
    void directionsPointEverywhereAndReachesAreExponential() {
        Excursions excursions = excursions("tag");
        List<Jump> jumps = new ArrayList<>();
        for (Interval each : all) {
            Jump jump = excursions.at(each.fromMillis());
            if (jump != null && jump.fromMillis() == each.fromMillis()) {
                jumps.add(jump);
            }
        }
        int count = jumps.size();
        assertTrue(count > all.size() * 0.99, "seed 7: " + count);
        for (Jump jump : jumps) {
            assertEquals(1, Math.hypot(jump.directionX(), jump.directionY()), 1e-12);
        }
        assertEquals(0, jumps.stream().mapToDouble(Jump::directionX).sum() / count, 0.01, "seed 7");
        assertEquals(0, jumps.stream().mapToDouble(Jump::directionY).sum() / count, 0.01, "seed 7");
        assertEquals(1, jumps.stream().mapToDouble(Jump::stretch).sum() / count, 0.01, "seed 7");
        double far = jumps.stream().filter(jump -> jump.stretch() > 1).count() / (double) count;
        assertEquals(Math.exp(-1), far, 0.006, "seed 7");
    }

    @Test
    void eachTagHasItsOwnAndNoneHasNone() {
        assertEquals(all, excursions("tag").intervals(0, HOURS * HOUR));
        assertNotEquals(all.get(0), excursions("other").intervals(0, 100 * HOUR).get(0));
        Excursions none = Excursions.of(Excursion.NONE, 7, "tag");
        assertNull(none.at(HOUR));
        assertEquals(List.of(), none.intervals(0, Long.MAX_VALUE));
    }

    @Test
    void aStretchOfTimeShowsThoseThatReachIntoIt() {
        Interval some = all.get(100);
        assertEquals(
                List.of(some),
                excursions("tag").intervals(some.untilMillis() - 1, some.untilMillis()).stream()
                        .filter(some::equals)
                        .toList());
        assertTrue(!excursions("tag")
                .intervals(some.untilMillis(), some.untilMillis() + HOUR)
                .contains(some));
    }

    private static Excursions excursions(String tag) {
        return Excursions.of(OPTIONS, 7, tag);
    }
}
