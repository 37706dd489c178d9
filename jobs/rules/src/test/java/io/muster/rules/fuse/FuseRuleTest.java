package io.muster.rules.fuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Seeds;
import io.muster.rules.identify.Fix;
import io.muster.rules.identify.Mark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FuseRuleTest {

    @Test
    void everyNewerFixMovesThePerson() {
        FuseStory story = FuseStory.plain().fixes("1s uwb:A 0,0 f1", "2s uwb:A 1,0 f1", "3s uwb:A 2,0 f1");
        assertEquals(List.of("1s A 0,0 f1", "2s A 1,0 f1", "3s A 2,0 f1"), story.told());
        assertEquals(
                List.of(1L, 2L, 3L),
                story.positions().stream().map(Position::seq).toList());
    }

    @Test
    void lateFixMovesNobody() {
        FuseStory story = FuseStory.plain().fixes("2s uwb:A 1,0", "1s uwb:A 0,0 @2.5s", "2s uwb:A 9,9 @2.6s");
        assertEquals(List.of("2s A 1,0"), story.told());
    }

    @Test
    void lateFixOfAnotherTagMovesNobody() {
        assertEquals(
                List.of("2s A 1,0"),
                FuseStory.plain().fixes("2s uwb:A 1,0", "1.9s uwb:B 0,0 @2.5s").told());
    }

    @Test
    void beaconsAreIgnoredWhileUwbIsFresh() {
        FuseStory story = FuseStory.plain().fixes("0s uwb:A 0,0", "1s ble:B 4,4 +-3", "5s ble:B 4,4 +-3");
        assertEquals(List.of("0s A 0,0"), story.told());
    }

    @Test
    void beaconsCountOnceUwbWasSilentForMoreThanFiveSeconds() {
        assertEquals(
                List.of("0s A 0,0", "5.001s B 4,4"),
                FuseStory.plain()
                        .fixes("0s uwb:A 0,0", "5s ble:B 3,3 +-3", "5.001s ble:B 4,4 +-3")
                        .told());
    }

    @Test
    void uwbTakesOverAtOnceWhenItComesBack() {
        assertEquals(
                List.of("0s A 0,0", "6s B 4,4", "6.5s A 3,3"),
                FuseStory.plain()
                        .fixes("0s uwb:A 0,0", "6s ble:B 4,4 +-3", "6.5s uwb:A 3,3", "7s ble:B 4,4 +-3")
                        .told());
    }

    @Test
    void aLateUwbFixStillTellsThatUwbIsAlive() {
        assertEquals(
                List.of("0s A 0,0", "6s B 4,4", "10.5s B 5,4"),
                FuseStory.plain()
                        .fixes(
                                "0s uwb:A 0,0",
                                "6s ble:B 4,4 +-3",
                                "5s uwb:A 0,0 @6.5s",
                                "7s ble:B 4,4 +-3",
                                "10s ble:B 4,4 +-3",
                                "10.5s ble:B 5,4 +-3")
                        .told());
    }

    @Test
    void ofOneInstantTheBetterTechnologyCountsThenTheSmallerTag() {
        assertEquals(
                List.of("0s C 0,0", "0s B 1,0", "0s A 1,1"),
                FuseStory.plain()
                        .fixes("0s ble:C 0,0 +-3", "0s uwb:B 1,0", "0s uwb:A 1,1", "0s uwb:B 1,0", "0s ble:A 3,3 +-3")
                        .told());
    }

    @Test
    void aBurstFromAClockAtFaultEndsWithItsLastRecord() {
        assertEquals(
                List.of("9s A 0,0 CLOCK_FAULT", "9s A 1,0 CLOCK_FAULT"),
                FuseStory.plain()
                        .fixes("9s uwb:A 0,0 !CLOCK_FAULT", "9s uwb:A 1,0 !CLOCK_FAULT")
                        .told());
        assertEquals(
                List.of("9s A 0,0"),
                FuseStory.plain().fixes("9s uwb:A 0,0", "9s uwb:A 1,0").told());
    }

    @Test
    void theOrderOfTrustIsUwbBleGnssOther() {
        assertEquals(
                List.of("0s D 0,0", "1s C 0,0", "2s B 0,0", "3s A 0,0"),
                FuseStory.plain()
                        .fixes(
                                "0s other:D 0,0",
                                "1s gnss:C 0,0",
                                "2s ble:B 0,0",
                                "3s uwb:A 0,0",
                                "4s ble:B 0,0",
                                "4s gnss:C 0,0",
                                "4s other:D 0,0")
                        .told());
    }

    @Test
    void aSuspectedJumpHoldsTheCrediblePlaceForThreeFixesThenGivesWay() {
        assertEquals(
                List.of("0s A 0,0", "1s A 0,0 JUMP", "2s A 0,0 JUMP", "3s A 0,0 JUMP", "4s A 103,0 JUMP", "5s A 104,0"),
                FuseStory.plain()
                        .fixes(
                                "0s uwb:A 0,0",
                                "1s uwb:A 100,0",
                                "2s uwb:A 101,0",
                                "3s uwb:A 102,0",
                                "4s uwb:A 103,0",
                                "5s uwb:A 104,0")
                        .told());
    }

    @Test
    void aSuspectedJumpHoldsForLessThanTenSeconds() {
        assertEquals(
                List.of("0s A 0,0", "1s A 0,0 JUMP", "10.999s A 0,0 JUMP", "11s A 900,0 JUMP"),
                FuseStory.plain()
                        .fixes("0s uwb:A 0,0", "1s uwb:A 900,0", "10.999s uwb:A 900,0", "11s uwb:A 900,0")
                        .told());
    }

    @Test
    void aSpikeIsForgottenWhenThePersonIsBackWhereTheyWere() {
        assertEquals(
                List.of("0s A 0,0", "1s A 0,0 JUMP", "2s A 1,0", "3s A 1,0 JUMP", "4s A 2,0"),
                FuseStory.plain()
                        .fixes("0s uwb:A 0,0", "1s uwb:A 99,0", "2s uwb:A 1,0", "3s uwb:A 99,0", "4s uwb:A 2,0")
                        .told());
    }

    @Test
    void aHeldPositionRestsOnTheTagThatWasCredible() {
        FuseStory story = FuseStory.plain().fixes("0s uwb:A 0,0 +-0.2", "1s uwb:B 50,0 +-0.9");
        Position held = story.positions().get(1);
        assertEquals("A", held.providerId());
        assertEquals(0.2, held.accuracyMetres());
        assertEquals(1_000, held.timeMillis());
        assertEquals(List.of(Mark.JUMP), held.marks());
    }

    @Test
    void theGateIsTakenAfterBothAccuracies() {
        // 8 m/s for 1 s, and 0.25 m of accuracy at each end: 8.5 m is credible, a millimetre more is not.
        assertEquals(
                List.of("0s A 0,0", "1s A 8.5,0"),
                FuseStory.plain()
                        .fixes("0s uwb:A 0,0 +-0.25", "1s uwb:A 8.5,0 +-0.25")
                        .told());
        assertEquals(
                List.of("0s A 0,0", "1s A 0,0 JUMP"),
                FuseStory.plain()
                        .fixes("0s uwb:A 0,0 +-0.25", "1s uwb:A 8.501,0 +-0.25")
                        .told());
    }

    @Test
    void theSpreadOfBeaconsIsNoSpeed() {
        assertEquals(
                List.of("0s A 0,0", "1s A 7,7"),
                FuseStory.plain().fixes("0s ble:A 0,0 +-3", "1s ble:A 7,7 +-3").told());
    }

    @Test
    void twoTagsOfOneInstantDoNotJump() {
        assertEquals(
                List.of("0s B 0,0", "0s A 1,0"),
                FuseStory.plain().fixes("0s uwb:B 0,0", "0s uwb:A 1,0").told());
    }

    @Test
    void aFloorIsBelievedAtTheSecondFixThatNamesIt() {
        assertEquals(
                List.of("0s A 0,0 f1", "1s A 0,0 f1", "2s A 0,0 f2", "3s A 0,0 f2"),
                FuseStory.plain()
                        .fixes("0s uwb:A 0,0 f1", "1s uwb:A 0,0 f2", "2s uwb:A 0,0 f2", "3s uwb:A 0,0 f1")
                        .told());
    }

    @Test
    void aFloorThatFlickersIsNeverBelieved() {
        assertEquals(
                List.of("0s A 0,0 f1", "1s A 0,0 f1", "2s A 0,0 f1", "3s A 0,0 f1", "4s A 0,0 f1", "5s A 0,0 f1"),
                FuseStory.plain()
                        .fixes(
                                "0s uwb:A 0,0 f1",
                                "1s uwb:A 0,0 f2",
                                "2s uwb:A 0,0 f1",
                                "3s uwb:A 0,0 f2",
                                "4s uwb:A 0,0 f3",
                                "5s uwb:A 0,0 f2")
                        .told());
    }

    @Test
    void anUnknownFloorIsTheLastConfirmedOneAndBreaksNoRow() {
        assertEquals(
                List.of("0s A 0,0", "1s A 0,0 f1", "2s A 0,0 f1", "3s A 0,0 f1", "4s A 0,0 f1", "5s A 0,0 f2"),
                FuseStory.plain()
                        .fixes(
                                "0s uwb:A 0,0",
                                "1s uwb:A 0,0 f1",
                                "2s uwb:A 0,0",
                                "3s uwb:A 0,0 f2",
                                "4s uwb:A 0,0",
                                "5s uwb:A 0,0 f2")
                        .told());
    }

    @Test
    void aHeldFixIsNoWitnessOfFloors() {
        assertEquals(
                List.of("0s A 0,0 f1", "1s A 0,0 f1 JUMP", "2s A 0,0 f1", "3s A 0,0 f2"),
                FuseStory.plain()
                        .fixes("0s uwb:A 0,0 f1", "1s uwb:A 99,0 f2", "2s uwb:A 0,0 f2", "3s uwb:A 0,0 f2")
                        .told());
    }

    @Test
    void minusZeroIsTheGroundFloor() {
        FuseStory story = FuseStory.plain().fixes("0s uwb:A 0,0 f0", "1s uwb:A 0,0 f-0");
        assertEquals(story.positions().get(0).floor(), story.positions().get(1).floor());
    }

    @Test
    void rawTakesEveryFixThatIsNotLateAsItCame() {
        assertEquals(
                List.of("0s A 0,0 f1", "1s B 99,0 f2", "2s A 0,0"),
                new FuseStory(FuseOptions.raw())
                        .fixes(
                                "0s uwb:A 0,0 f1",
                                "1s ble:B 99,0 f2",
                                "2s uwb:A 0,0",
                                "1.5s uwb:A 7,7 f1 @2.5s",
                                "2s uwb:A 8,8 @2.6s")
                        .told());
    }

    @Test
    void eachTechnologyIsRememberedOnce() {
        FuseStory story = FuseStory.plain()
                .fixes("0s uwb:A 0,0", "1s ble:B 0,0", "2s uwb:A 0,0", "3s ble:B 0,0", "4s gnss:C 0,0", "5s uwb:A 0,0");
        FuseState state = story.state();
        assertEquals(
                List.of("UWB 5000", "BLE 3000", "GNSS 4000"),
                state == null
                        ? null
                        : state.heard().stream()
                                .map(each -> each.technology() + " " + each.eventMillis())
                                .toList());
    }

    @Test
    void speedIsMeasuredBetweenTheTwoPlacesAndTimes() {
        assertEquals(
                List.of("1000s A 100,50", "1001s A 104,53", "1002s A 104,53 JUMP"),
                FuseStory.plain()
                        .fixes("1000s uwb:A 100,50", "1001s uwb:A 104,53", "1002s uwb:A 104,153")
                        .told());
    }

    @Test
    void minusZeroIsTheGroundFloorFromTheFirstFixOn() {
        assertEquals(
                0.0,
                FuseStory.plain().fixes("0s uwb:A 0,0 f-0").positions().get(0).floor());
    }

    @Test
    void aPositionStandsInTheOrderOfThePerson() {
        Position position =
                FuseStory.plain().fixes("2s uwb:A 1,0 @2.5s").positions().get(0);
        assertEquals(
                "2500 2000 fuse/wang 0 1",
                position.timeMillis() + " " + position.eventMillis() + " " + position.origin() + " "
                        + position.partition() + " " + position.offset());
    }

    /** The estimator knows where somebody stood for a minute, and lets go when they are believed to be somewhere else. */
    @Test
    void whoIsSomewhereElseAfterAJumpIsEstimatedThereAlone() {
        FuseStory story = FuseStory.standard();
        for (int i = 0; i < 60; i++) {
            story.fixes(i + "s uwb:A " + (i % 2 == 0 ? "0.3,0" : "-0.3,0") + " +-0.5");
        }
        double stood = story.positions().get(59).x();
        assertTrue(Math.abs(stood) < 0.2, "averaged: " + stood);
        assertTrue(story.positions().get(59).accuracyMetres() < 0.5, "and better known than by one fix");
        story.fixes("60s uwb:A 100,0 +-0.5", "61s uwb:A 100,0 +-0.5", "62s uwb:A 100,0 +-0.5");
        assertEquals(stood, story.positions().get(62).x(), "the estimate holds");
        story.fixes("63s uwb:A 100,0 +-0.5");
        assertEquals(100, story.positions().get(63).x(), 1e-9, "nothing of the old place is left");
    }

    @Test
    void rawIsNotEstimated() {
        FuseState state = new FuseStory(FuseOptions.raw()).fixes("0s uwb:A 0,0").state();
        assertEquals(null, state == null ? "no state" : state.track());
    }

    @Test
    void theEdgesOfTheOptionsAreLegal() {
        assertEquals(List.of(), new FuseOptions(true, 0, 0.001, true, 1, true, null).faults());
        assertEquals(
                List.of("fuse.speed-gate must be > 0 m/s, was 0.0 m/s"),
                new FuseOptions(true, 0, 0, true, 1, true, null).faults());
        assertEquals(
                List.of("fuse.speed-gate must be > 0 m/s, was Infinity m/s"),
                new FuseOptions(true, 0, Double.POSITIVE_INFINITY, true, 1, true, null).faults());
    }

    @Test
    void optionsNameAllFaultsTogether() {
        assertEquals(List.of(), FuseOptions.standard().faults());
        assertEquals(List.of(), FuseOptions.raw().faults());
        assertEquals(
                List.of(
                        "fuse.ble-after must be >= 0 ms, was -1 ms",
                        "fuse.speed-gate must be > 0 m/s, was NaN m/s",
                        "fuse.floor-confirm-count must be >= 1, was 0"),
                new FuseOptions(true, -1, Double.NaN, true, 0, true, null).faults());
    }

    /** In any order of reading the same fix stands in the end: the newest; of one instant the better technology, then the smaller tag. */
    @Test
    void theNewestFixWinsInWhateverOrderTheyAreRead() {
        for (boolean estimator : new boolean[] {true, false}) {
            for (long seed = 1; seed <= Seeds.upTo(300); seed++) {
                Random random = new Random(seed);
                List<Fix> fixes = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    String technology = estimator ? "uwb" : random.nextBoolean() ? "uwb" : "ble";
                    String tag = "" + (char) ('A' + i); // one fix per tag and instant: a tag has one truth
                    fixes.add(FuseStory.fix(
                            (10 + random.nextInt(6)) + "s " + technology + ":" + tag + " " + i + ",0 @20s", i));
                }
                Fix wins = fixes.get(0);
                for (Fix fix : fixes) {
                    boolean newer = fix.eventMillis() > wins.eventMillis();
                    boolean tie = fix.eventMillis() == wins.eventMillis();
                    wins = newer || (tie && fix.providerId().compareTo(wins.providerId()) < 0) ? fix : wins;
                }
                Collections.shuffle(fixes, random);
                FuseStory story = new FuseStory(new FuseOptions(estimator, 5_000, 8, false, 1, false, null));
                fixes.forEach(story::take);
                List<Position> positions = story.positions();
                Position last = positions.get(positions.size() - 1);
                assertEquals(wins.providerId(), last.providerId(), "seed " + seed + " of " + fixes);
                for (int i = 1; i < positions.size(); i++) {
                    assertTrue(
                            positions.get(i).eventMillis()
                                    >= positions.get(i - 1).eventMillis(),
                            "seed " + seed + ": positions go back in time");
                }
            }
        }
    }
}
