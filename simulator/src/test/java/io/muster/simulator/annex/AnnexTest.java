package io.muster.simulator.annex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.codec.LocationReader;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.simulator.SiteMessage;
import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnexTest {
    private static final AnnexOptions EXACT = new AnnexOptions(0, 0, 3, 1);

    @Test
    void sixOnATwelveMetreCircleAreTogetherAndTheSixthBeyondEighteenIsNot() {
        for (long seed = 0; seed < 50; seed++) {
            assertEquals(6, together(Question.SIX_ARE_TOGETHER, seed));
            assertEquals(5, together(Question.FIVE_ARE_TOGETHER, seed));
        }
    }

    @Test
    void theOutsideTagStandsInEveryDirection() {
        Set<Long> directions = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            Layout layout = Layouts.of(Question.FIVE_ARE_TOGETHER, seed);
            Place outside = layout.ways().get(5).at(0);
            directions.add(Math.round(Math.atan2(outside.y() - 200, outside.x() - 200)));
        }
        assertEquals(7, directions.size());
    }

    @Test
    void tagsOfTheFenceStandThreeMetresFromItsEdge() {
        for (long seed = 0; seed < 20; seed++) {
            for (Layout.Way way : Layouts.of(Question.ZONE_IS_OVERFULL, seed).ways()) {
                assertEquals(3, depth(way.at(0)), 1e-9);
            }
            assertEquals(
                    -3,
                    depth(Layouts.of(Question.NOBODY_IS_INSIDE, seed)
                            .ways()
                            .get(0)
                            .at(0)),
                    1e-9);
            assertEquals(
                    3,
                    depth(Layouts.of(Question.ONE_IS_INSIDE, seed).ways().get(0).at(0)),
                    1e-9);
        }
    }

    @Test
    void walkersGoAtOneMetreASecond() {
        Layout.Way way = Layouts.of(Question.THREE_COME_AND_GO, 4).ways().get(1);
        assertEquals(1, way.at(10_000).distanceTo(way.at(11_000)), 1e-9);
        assertEquals(0, way.at(60_000).distanceTo(way.at(100_000)), 1e-9);
        assertEquals(1, way.at(170_000).distanceTo(way.at(171_000)), 1e-9);
    }

    @Test
    void theErrorIsWhatIsAskedForAtItsShareOfAllFixes() {
        AnnexOptions options = new AnnexOptions(3, 0, 1, 1);
        List<Double> errors = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            AnnexSite site = new AnnexSite(Question.SIX_ARE_TOGETHER, options, number);
            for (AnnexFix fix : site.fixes()) {
                Place truly = site.layout().ways().get(fix.tag()).at(fix.millis());
                errors.add(truly.distanceTo(fix.place()));
            }
        }
        errors.sort(null);
        assertEquals(3, errors.get((int) (0.6827 * errors.size())), 0.03);
    }

    @Test
    void theNoiseOfOneFixIsTheNoiseOfTheNextAsFarAsAsked() {
        AnnexSite site = new AnnexSite(Question.ONE_IS_INSIDE, new AnnexOptions(3, 0.8, 1, 1), 0);
        double sum = 0;
        double squares = 0;
        List<AnnexFix> fixes = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            fixes = new AnnexSite(Question.ONE_IS_INSIDE, new AnnexOptions(3, 0.8, 1, 1), number).fixes();
            Place truly =
                    Layouts.of(Question.ONE_IS_INSIDE, 1 + number).ways().get(0).at(0);
            for (int i = 1; i < fixes.size(); i++) {
                double before = fixes.get(i - 1).place().x() - truly.x();
                double now = fixes.get(i).place().x() - truly.x();
                sum += before * now;
                squares += before * before;
            }
        }
        assertEquals(0.8, sum / squares, 0.02);
        assertEquals(2_000, fixes.get(1).millis() - fixes.get(0).millis());
        assertTrue(site.fixes().size() > 300);
    }

    @ParameterizedTest
    @EnumSource(
            value = Question.class,
            names = {"THREE_COME_AND_GO"},
            mode = EnumSource.Mode.EXCLUDE)
    void withoutAnyErrorNobodyIsWrong(Question question) {
        for (Outcome outcome : new AnnexTrial(question, EXACT, 1_000).outcomes()) {
            if (!outcome.model().equals("muster")) {
                assertEquals(0, outcome.wrong(), outcome.toString());
                assertEquals(3L * Layouts.of(question, 1).reports(), outcome.reports());
            }
        }
    }

    @Test
    void aModelThatSaysNothingMissesEverythingAndInventsNothing() {
        for (Question question : Question.values()) {
            Outcome silent = new AnnexTrial(question, EXACT, 1_000).outcomes().get(0);
            boolean wrongToBeSilent = question == Question.SIX_ARE_TOGETHER
                    || question == Question.ZONE_IS_OVERFULL
                    || question == Question.ONE_IS_INSIDE;
            assertEquals(wrongToBeSilent ? silent.reports() : 0, silent.wrong(), question.toString());
        }
        Outcome walking = new AnnexTrial(Question.THREE_COME_AND_GO, EXACT, 1_000)
                .outcomes()
                .get(0);
        assertEquals(List.of(Outcome.NEVER, Outcome.NEVER, Outcome.NEVER), walking.warnedAfterMillis());
    }

    /** The regulation's own calculation for these layouts: a raw count misses 60 % with independent and 61 % with correlated noise. */
    @Test
    void theRawCountMissesAsOftenAsCalculatedElsewhere() {
        Outcome raw = new AnnexTrial(Question.SIX_ARE_TOGETHER, new AnnexOptions(3, 0.8, 60, 1), 1_000)
                .outcomes()
                .get(1);
        assertEquals("raw count", raw.model());
        assertEquals(0.61, (double) raw.wrong() / raw.reports(), 0.04);
    }

    @Test
    void walkersAreSeenByTheRawCountAtOnceAndByTheMeanLate() {
        List<Outcome> outcomes = new AnnexTrial(Question.THREE_COME_AND_GO, EXACT, 1_000).outcomes();
        outcomes.get(1).warnedAfterMillis().forEach(delay -> assertTrue(delay >= 0 && delay <= 4_500, "" + delay));
        outcomes.get(1).dispersedAfterMillis().forEach(delay -> assertTrue(delay >= 0 && delay <= 4_500, "" + delay));
        outcomes.get(2).warnedAfterMillis().forEach(delay -> assertTrue(delay > 20_000, "" + delay));
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void trafficIsReadableSortedAndTheSameEachTime(Question question) throws Exception {
        AnnexTrial trial = new AnnexTrial(question, new AnnexOptions(3, 0.8, 2, 9), 1_000);
        List<SiteMessage> messages = new ArrayList<>();
        trial.traffic().forEach(messages::add);
        assertEquals("plans", messages.get(0).message().topic());
        assertEquals(
                1,
                PlanReader.read("annex", messages.get(0).message().value(), PlanOverrides.none())
                        .fences()
                        .size());
        long before = Long.MIN_VALUE;
        int at = 0;
        for (SiteMessage again : trial.traffic()) {
            assertTrue(again.message().emissionMillis() >= before);
            before = again.message().emissionMillis();
            assertTrue(Arrays.equals(
                    messages.get(at++).message().value(), again.message().value()));
            if (at > 2) {
                LocationReader.read(again.message().value());
            }
        }
    }

    /** A vendor that claims another accuracy than it keeps would be another test: no model can know better. */
    @Test
    void theVendorClaimsTheErrorThatItKeeps() throws Exception {
        AnnexTrial trial = new AnnexTrial(Question.ONE_IS_INSIDE, new AnnexOptions(5, 0.8, 1, 9), 1_000);
        Iterator<SiteMessage> messages = trial.traffic().iterator();
        messages.next();
        while (messages.hasNext()) {
            assertEquals(
                    5.0, LocationReader.read(messages.next().message().value()).accuracy());
        }
    }

    @Test
    void optionsTellAllThatIsWrongWithThem() {
        IllegalArgumentException bad =
                assertThrows(IllegalArgumentException.class, () -> new AnnexOptions(-1, 1, 0, 1));
        assertEquals(
                "error must be 0 m to 100 m, was -1.0; correlation must be 0 to below 1, was 1.0; seeds must be 1 to 10000, was 0",
                bad.getMessage());
    }

    private static int together(Question question, long seed) {
        return Neighbours.most(
                Layouts.of(question, seed).ways().stream().map(way -> way.at(0)).toList());
    }

    private static double depth(Place place) {
        double low = Layout.FENCE_CORNER;
        double high = low + Layout.FENCE_METRES;
        return Math.min(Math.min(place.x() - low, high - place.x()), Math.min(place.y() - low, high - place.y()));
    }
}
