package io.muster.rules.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.muster.rules.place.Tolerances;
import java.util.List;
import org.junit.jupiter.api.Test;

class FenceRuleTest {

    private static FenceStory tank() {
        return new FenceStory().zone("tank", "0 0, 10 10");
    }

    // Entry

    @Test
    void enteringIsConfirmedByTheSecondFixAndCountsFromTheFirst() {
        assertEquals(
                List.of("2s ENTRY tank crossing since 1s"),
                tank().walks("0s -5,5", "1s 0.1,5", "2s 0.2,5", "3s 0.2,5").told());
    }

    @Test
    void enteringIsAtOnceWhenTheAccuracyCircleLiesWhollyInside() {
        assertEquals(
                List.of("1s ENTRY tank crossing since 1s"),
                tank().walks("1s 0.5,5 +-0.5").told());
        assertEquals(List.of(), tank().walks("1s 0.499,5 +-0.5").told());
    }

    @Test
    void theEdgeCountsAsInside() {
        assertEquals(
                List.of("2s ENTRY tank crossing since 1s"),
                tank().walks("1s 0,5", "2s 0,0").told());
    }

    @Test
    void theRowIsBrokenByOneFixOutside() {
        assertEquals(
                List.of("4s ENTRY tank crossing since 3s"),
                tank().walks("1s 0.1,5", "2s -0.1,5", "3s 0.1,5", "4s 0.1,5").told());
    }

    @Test
    void enteringIsConfirmedByTimeWhenTheCountIsFarAway() {
        FenceStory story = new FenceStory().zone("tank", "0 0, 10 10", new Tolerances(99, 3_000, 1, 0, 0, -1));
        assertEquals(
                List.of("4s ENTRY tank crossing since 1s"),
                story.walks("1s 0.1,5", "2s 0.1,5", "3.999s 0.1,5", "4s 0.1,5").told());
    }

    @Test
    void minusOneLeavesTheEntryToTheCount() {
        FenceStory story = new FenceStory().zone("tank", "0 0, 10 10", new Tolerances(3, -1, 1, 0, 0, -1));
        assertEquals(
                List.of("99s ENTRY tank crossing since 1s"),
                story.walks("1s 0.1,5", "50s 0.1,5", "99s 0.1,5").told());
    }

    @Test
    void aLoneFixOnTheEdgeAndSilenceIsNoEntry() {
        FenceStory story = tank().walks("1s 0.1,5").silentUntil("100s");
        assertEquals(List.of(), story.told());
        assertNull(story.wakeAt());
    }

    // Exit

    @Test
    void leavingByLessThanTheToleranceIsAnExitWhenItTimesOut() {
        assertEquals(
                List.of("1s ENTRY tank crossing since 1s", "7s EXIT tank tolerance_timeout since 1s dwell 6s"),
                tank().walks("1s 5,5", "2s 10.5,5", "4s 11,5", "6.999s 10.1,5")
                        .silentUntil("8s")
                        .told());
    }

    @Test
    void theFixAtTheEndOfTheToleranceDecidesBeforeTheWakeUp() {
        FenceStory out = tank().walks("1s 5,5", "2s 10.5,5", "7s 10.5,5");
        assertEquals(
                "7s EXIT tank tolerance_timeout since 1s dwell 6s", out.told().get(1));
        assertEquals(
                List.of("1s ENTRY tank crossing since 1s"),
                tank().walks("1s 5,5", "2s 10.5,5", "7s 10,5").told());
    }

    @Test
    void jitterAcrossTheEdgeTellsNothing() {
        FenceStory story = tank().walks("1s 5,5");
        for (int i = 2; i < 60; i++) {
            story.walks(i + "s " + (i % 2 == 0 ? "10.9,5" : "9.9,5"));
        }
        assertEquals(List.of("1s ENTRY tank crossing since 1s"), story.told());
    }

    @Test
    void whoStandsAndEntersAgainWithinAMinuteStaysCountedUntilItIsOver() {
        FenceStory story = tank().walks("1s 5,5 =0s", "10s 50,5 =0s", "11s 50,5 =0s", "20s 5,5 =0s");
        story.walks("30s 50,5 =0s", "40s 50,5 =0s", "50s 10.5,5 =0s", "58s 50,5 =0s", "60.9s 50,5 =0s");
        assertEquals(3, story.told().size(), story.told().toString());
        assertEquals(
                "62s EXIT tank crossing since 20s dwell 42s",
                story.walks("61s 50,5 =0s").silentUntil("62s").told().get(3));
    }

    @Test
    void whoEntersAgainAndWalksAwayIsLetGo() {
        FenceStory story = tank().walks("1s 5,5", "10s 50,5", "11s 50,5", "20s 5,5", "30s 50,5", "30.5s 50,5");
        assertEquals(
                "30.5s EXIT tank crossing since 20s dwell 10.5s", story.told().get(3));
    }

    @Test
    void whoEntersAgainAfterAMinuteIsLetGoToo() {
        FenceStory story = tank().walks("1s 5,5 =0s", "10s 50,5 =0s", "11s 50,5 =0s", "61s 5,5 =0s");
        assertEquals(4, story.walks("70s 50,5 =0s", "70.5s 50,5 =0s").told().size());
    }

    @Test
    void leavingByMoreThanTheToleranceIsAnExitAtTheNextFixThatIsStillThere() {
        assertEquals(
                List.of("1s ENTRY tank crossing since 1s", "2.1s EXIT tank crossing since 1s dwell 1.1s"),
                tank().walks("1s 5,5", "2s 11.001,5", "2.1s 12,5").told());
    }

    @Test
    void leavingByMoreThanTheToleranceIsAnExitWhenTheDelayIsOver() {
        FenceStory story = tank().walks("1s 5,5", "2s 50,5").silentUntil("2.999s");
        assertEquals(1, story.told().size());
        assertEquals(
                "3s EXIT tank crossing since 1s dwell 2s",
                story.silentUntil("3s").told().get(1));
    }

    @Test
    void comingBackBeforeTheDelayIsOverCancelsTheExit() {
        assertEquals(
                List.of("1s ENTRY tank crossing since 1s"),
                tank().walks("1s 5,5", "2s 50,5", "3s 5,5", "4s 50,5", "5s 10,5")
                        .silentUntil("15s")
                        .told());
    }

    @Test
    void steppingAcrossTheToleranceDoesNotProlongIt() {
        assertEquals(
                List.of("1s ENTRY tank crossing since 1s", "7s EXIT tank tolerance_timeout since 1s dwell 6s"),
                tank().walks("1s 5,5", "2s 10.5,5", "3s 11.5,5", "3.5s 10.5,5", "5s 11.5,5", "5.5s 10.5,5")
                        .silentUntil("9s")
                        .told());
    }

    @Test
    void beyondAndThenNearForLongerThanTheToleranceIsAnExitAtThatFix() {
        FenceStory story = new FenceStory().zone("tank", "0 0, 10 10", new Tolerances(1, 0, 1, 2_000, 9_000, -1));
        assertEquals(
                List.of("1s ENTRY tank crossing since 1s", "5s EXIT tank tolerance_timeout since 1s dwell 4s"),
                story.walks("1s 5,5", "2s 50,5", "5s 10.5,5").told());
    }

    @Test
    void withoutTolerancesAnExitIsAtOnce() {
        FenceStory story = new FenceStory().zone("tank", "0 0, 10 10", FenceStory.RAW);
        assertEquals(
                List.of("1s ENTRY tank crossing since 1s", "2s EXIT tank crossing since 1s dwell 1s"),
                story.walks("1s 10,10", "2s 10.001,10").told());
    }

    @Test
    void aToleranceThatNeverTimesOutKeepsThePersonForEver() {
        FenceStory story = new FenceStory().zone("tank", "0 0, 10 10", new Tolerances(1, 0, 1, -1, 0, -1));
        assertEquals(
                List.of("1s ENTRY tank crossing since 1s"),
                story.walks("1s 5,5", "2s 10.5,5", "9999s 10.5,5")
                        .silentUntil("99999s")
                        .told());
        assertNull(story.wakeAt());
    }

    @Test
    void aZoneThatIsGoneFromThePlanIsLeft() {
        FenceStory story = tank().walks("1s 5,5").planWithout("tank").walks("2s 5,5", "3s 5,5");
        assertEquals(
                List.of("1s ENTRY tank crossing since 1s", "3s EXIT tank crossing since 1s dwell 2s"), story.told());
        assertEquals("v2", story.changes().get(1).planVersion());
    }

    // Floors

    @Test
    void climbingTheStairsIsAnExitByFloor() {
        FenceStory story = new FenceStory().zone("hall", "0 0, 10 10 f1").zone("loft", "0 0, 10 10 f2");
        assertEquals(
                List.of(
                        "1s ENTRY hall crossing since 1s",
                        "2s ENTRY loft crossing since 2s",
                        "3s EXIT hall floor_change since 1s dwell 2s"),
                story.walks("1s 5,5 f1", "2s 5,5 f2", "3s 5,5 f2").told());
    }

    @Test
    void withoutAFloorAPersonIsPossiblyOnEach() {
        FenceStory story = new FenceStory().zone("hall", "0 0, 10 10 f1").zone("loft", "0 0, 10 10 f2");
        assertEquals(
                List.of(
                        "1s ABSENT>POSSIBLE hall crossing since 1s",
                        "1s ABSENT>POSSIBLE loft crossing since 1s",
                        "2s POSSIBLE>ABSENT hall crossing since 1s",
                        "2s ENTRY loft crossing since 1s"),
                story.walks("1s 5,5", "2s 5,5 f2").told());
    }

    @Test
    void aKnownFloorHasToBeConfirmedAtTheEdgeToo() {
        FenceStory story = new FenceStory().zone("hall", "0 0, 10 10 f1");
        assertEquals(
                List.of("1s ABSENT>POSSIBLE hall crossing since 1s", "5s ENTRY hall crossing since 1s"),
                story.walks("1s 0.1,5", "2s 0.1,5 f1", "3s 0.1,5", "4s 0.1,5 f1", "5s 0.1,5 f1")
                        .told());
        assertEquals(Presence.POSSIBLE, story.changes().get(1).from());
    }

    @Test
    void aPossiblePersonWhoWalksAwayIsNoExit() {
        FenceStory story = new FenceStory().zone("hall", "0 0, 10 10 f1");
        assertEquals(
                List.of("1s ABSENT>POSSIBLE hall crossing since 1s", "2s POSSIBLE>ABSENT hall crossing since 1s"),
                story.walks("1s 5,5", "2s 10.5,5").told());
        assertNull(story.wakeAt());
    }

    @Test
    void aPossiblePersonWhoFallsSilentStaysPossible() {
        FenceStory story =
                new FenceStory().zone("hall", "0 0, 10 10 f1").walks("1s 5,5").silentUntil("999s");
        assertEquals(List.of("1s ABSENT>POSSIBLE hall crossing since 1s"), story.told());
        assertNotNull(story.state());
    }

    @Test
    void aFloorThatGetsLostLosesNobody() {
        FenceStory story = new FenceStory().zone("hall", "0 0, 10 10 f1");
        assertEquals(
                List.of("1s ENTRY hall crossing since 1s", "6s EXIT hall floor_change since 1s dwell 5s"),
                story.walks("1s 5,5 f1", "2s 5,5", "3s 5,5", "4s 5,5", "5s 5,5 f2", "6s 5,5 f2")
                        .told());
    }

    @Test
    void aZoneOnEveryFloorNeedsNoFloor() {
        assertEquals(
                List.of("1s ENTRY tank crossing since 1s"),
                tank().walks("1s 5,5").told());
    }

    // Between two fixes

    @Test
    void whoCrossesAZoneBetweenTwoFixesCameInAndWentOut() {
        FenceStory story = tank().walks("1s -9,5").crosses("3s 19,5", "tank", "1.6s", "2.4s");
        assertEquals(
                List.of("3s ENTRY tank crossing since 1.6s", "3s EXIT tank crossing since 1.6s dwell 0.8s"),
                story.told());
        assertEquals(1_600, story.changes().get(0).eventMillis());
        assertEquals(2_400, story.changes().get(1).eventMillis());
        assertEquals(1, story.changes().get(0).x());
        assertNull(story.silentUntil("99s").wakeAt());
    }

    @Test
    void whoIsCountedThereAlreadyDidNotComeInAgain() {
        FenceStory story = tank().walks("1s 5,5", "2s -0.5,5").crosses("3s 10.5,5", "tank", "2.1s", "2.9s");
        assertEquals(1, story.told().size());
    }

    // Silence

    @Test
    void lossIsNotExit() {
        FenceStory story = tank().walks("1s 5,5").silentUntil("11s");
        assertEquals(List.of("1s ENTRY tank crossing since 1s"), story.told());
        story.silentUntil("999s");
        assertEquals(
                "11.001s CONFIRMED>STALE tank signal_timeout since 1s",
                story.told().get(1));
        assertEquals(1_000, story.changes().get(1).fixMillis());
        assertEquals(2, story.told().size());
        assertNull(story.wakeAt());
    }

    @Test
    void silenceIsMeasuredInOrderingTime() {
        FenceStory story = tank().walks("1s 5,5 @4s").silentUntil("14s");
        assertEquals(1, story.told().size());
        assertEquals(2, story.silentUntil("15s").told().size());
    }

    @Test
    void aStalePersonReappears() {
        assertEquals(
                List.of("20s STALE>CONFIRMED tank reappeared since 1s"),
                tank().walks("1s 5,5", "20s 5,5").told().subList(2, 3));
        assertEquals(
                List.of(
                        "20s STALE>CONFIRMED tank reappeared since 1s",
                        "25s EXIT tank tolerance_timeout since 1s dwell 24s"),
                tank().walks("1s 5,5", "20s 10.5,5").silentUntil("30s").told().subList(2, 4));
    }

    @Test
    void aStalePersonWhoIsSeenElsewhereHasLeft() {
        FenceStory story = tank().walks("1s 5,5", "20s 50,5").silentUntil("99s");
        assertEquals(
                List.of("21s EXIT tank crossing since 1s dwell 20s"),
                story.told().subList(2, 3));
        assertEquals(Presence.STALE, story.changes().get(2).from());
    }

    @Test
    void aStalePersonSeenElsewhereForOneFixReappears() {
        assertEquals(
                List.of("20.5s STALE>CONFIRMED tank reappeared since 1s"),
                tank().walks("1s 5,5", "20s 50,5", "20.5s 5,5").told().subList(2, 3));
    }

    @Test
    void silenceWhileTheToleranceNeverTimesOutIsStale() {
        FenceStory story = new FenceStory().zone("tank", "0 0, 10 10", new Tolerances(1, 0, 1, -1, 60_000, 10_000));
        assertEquals(
                List.of("1s ENTRY tank crossing since 1s", "12.001s CONFIRMED>STALE tank signal_timeout since 1s"),
                story.walks("1s 5,5", "2s 10.5,5").silentUntil("99s").told());
    }

    @Test
    void anExitThatComesAfterSilenceIsStillTold() {
        FenceStory story = new FenceStory().zone("tank", "0 0, 10 10", new Tolerances(1, 0, 1, 5_000, 60_000, 10_000));
        assertEquals(
                List.of(
                        "1s ENTRY tank crossing since 1s",
                        "12.001s CONFIRMED>STALE tank signal_timeout since 1s",
                        "62s EXIT tank crossing since 1s dwell 61s"),
                story.walks("1s 5,5", "2s 50,5").silentUntil("99s").told());
    }

    // Person

    @Test
    void anOlderPositionChangesNothingAndKeepsTheWakeUp() {
        FenceStory story = tank().walks("5s 5,5");
        Long wakeAt = story.wakeAt();
        story.walks("4s 50,50 @6s");
        assertEquals(List.of("5s ENTRY tank crossing since 5s"), story.told());
        assertEquals(wakeAt, story.wakeAt());
    }

    @Test
    void overlappingZonesAreToldInTheOrderOfTheirIds() {
        FenceStory story = new FenceStory().zone("b", "0 0, 10 10").zone("a", "0 0, 20 20");
        assertEquals(
                List.of("1s ENTRY a crossing since 1s", "1s ENTRY b crossing since 1s"),
                story.walks("1s 5,5").told());
    }

    @Test
    void aPersonWhoWasNeverInAZoneIsForgotten() {
        FenceStory story = tank().walks("1s 50,50", "2s 0.1,5", "3s 50,50");
        assertEquals(List.of(), story.told());
        assertNull(story.state());
    }

    @Test
    void numbersGoOnWhenAPersonWasInNoZoneForAWhile() {
        FenceStory story = tank().walks("1s 5,5", "2s 50,5", "3s 50,5");
        assertEquals(
                new FenceState(null, "", List.of(), 2, Word.NOTHING, List.of(new Entered("tank", 1_000)), 3_000L),
                story.state());
        story.walks("500s 5,5");
        assertEquals(
                List.of(1L, 2L, 3L),
                story.changes().stream().map(PresenceChange::seq).toList());
    }
}
