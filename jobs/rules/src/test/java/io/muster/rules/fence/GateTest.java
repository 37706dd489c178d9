package io.muster.rules.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.muster.rules.Stands;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.person.PersonNotice;
import io.muster.rules.person.PersonNotice.Kind;
import io.muster.rules.place.Placed;
import io.muster.rules.place.ZoneTraits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loss is not exit: what ends it is a gate, a person, or being seen elsewhere. The works are behind a gate at 0,0; the change house is before it. */
class GateTest {
    private static final ZoneTraits BEHIND = new ZoneTraits(true, false, false, null);

    private static FenceStory plant() {
        return new FenceStory()
                .zone("works", "0 -50, 100 50", FenceStory.UWB, BEHIND)
                .zone("unit", "20 -10, 40 10", FenceStory.UWB, BEHIND)
                .zone("change-house", "-40 -10, -20 10");
    }

    private static List<String> from(FenceStory story, int index) {
        return story.told().subList(index, story.told().size());
    }

    // Out

    @Test
    void whoPassesOutIsBehindTheGatesNoLonger() {
        FenceStory story = plant().walks("1s 30,0", "2s 30,0").passes("3s", Kind.PASSED_OUT, "works");
        assertEquals(
                List.of("3s EXIT unit gate since 1s dwell 2s", "3s EXIT works gate since 1s dwell 2s"), from(story, 2));
        assertNull(story.silentUntil("99s").wakeAt());
    }

    @Test
    void theGateIsBelievedForAWhileAndNotThePositionsAtIt() {
        FenceStory story = plant().walks("1s 5,0").passes("3s", Kind.PASSED_OUT, "works");
        story.walks("4s 0.9,0", "6s 0.5,0", "8s -2,0", "12.9s 5,0");
        assertEquals(List.of("3s EXIT works gate since 1s dwell 2s"), from(story, 1));
        assertEquals(List.of("13s ENTRY works crossing since 13s"), from(story.walks("13s 5,0"), 2));
    }

    @Test
    void aFixOfBeforeThePassBringsNobodyBackHoweverLateItComes() {
        FenceStory story = plant().walks("1s 5,0").passes("3s", Kind.PASSED_OUT, "works");
        story.walks("3s 30,0 @60s");
        assertEquals(2, story.told().size());
    }

    @Test
    void whoPassedOutAndPutsTheTagAwayHasGoneHome() {
        FenceStory story = plant().walks("1s 5,0").passes("3s", Kind.PASSED_OUT, "works");
        story.walks("60s -30,0").silentUntil("999s");
        assertEquals(
                List.of(
                        "60s ENTRY change-house crossing since 60s",
                        "70.001s EXIT change-house gate since 60s dwell 10.001s"),
                from(story, 2));
        assertNull(story.wakeAt());
    }

    @Test
    void whoIsStaleAnywhereAndPassesOutIsNowhere() {
        FenceStory story = plant().walks("1s -30,0").silentUntil("20s").passes("30s", Kind.PASSED_OUT, "works");
        assertEquals(List.of("30s EXIT change-house gate since 1s dwell 29s"), from(story, 2));
    }

    @Test
    void whoIsHeardOutsideTheGatesStaysThere() {
        FenceStory story = plant().walks("1s -30,0").passes("3s", Kind.PASSED_OUT, "works");
        assertEquals(1, story.told().size());
    }

    @Test
    void whoSlippedInAgainAndFallsSilentIsStaleAllTheSame() {
        FenceStory story = plant().walks("1s 5,0").passes("3s", Kind.PASSED_OUT, "works");
        story.walks("60s 30,0").silentUntil("999s");
        assertEquals(
                List.of(
                        "60s ENTRY unit crossing since 60s",
                        "60s ENTRY works crossing since 60s",
                        "70.001s CONFIRMED>STALE unit signal_timeout since 60s",
                        "70.001s CONFIRMED>STALE works signal_timeout since 60s"),
                from(story, 2));
    }

    @Test
    void aPassThatIsHeardOfLateDoesNotTouchWhatCameAfterIt() {
        FenceStory story = plant().walks("5s 5,0").passes("3s @9s", Kind.PASSED_OUT, "works");
        assertEquals(List.of(), from(story, 1));
        assertEquals(
                List.of("15.001s CONFIRMED>STALE works signal_timeout since 5s"), from(story.silentUntil("99s"), 1));
    }

    @Test
    void anOlderPassThanTheNewestSaysNothingNew() {
        FenceStory story = plant().passes("20s", Kind.PASSED_IN, "works").passes("10s @30s", Kind.PASSED_OUT, "works");
        assertEquals(List.of("20s ENTRY stale works gate since 20s"), story.told());
    }

    @Test
    void aBeginningEntryIsDroppedAndADoubtEnds() {
        FenceStory begun =
                plant().walks("1s 0.1,0").passes("2s", Kind.PASSED_OUT, "works").walks("20s 0.1,0");
        assertEquals(List.of(), begun.told());
        FenceStory doubt = new FenceStory()
                .zone("hall", "0 0, 10 10 f1", FenceStory.UWB, BEHIND)
                .walks("1s 5,5")
                .passes("2s", Kind.PASSED_OUT, "hall");
        assertEquals(
                List.of("1s ABSENT>POSSIBLE hall crossing since 1s", "2s POSSIBLE>ABSENT hall gate since 1s"),
                doubt.told());
    }

    // In

    @Test
    void whoPassesInAndIsNotHeardIsInsideForSureAndStale() {
        FenceStory story = plant().passes("3s", Kind.PASSED_IN, "works").silentUntil("9999s");
        assertEquals(List.of("3s ENTRY stale works gate since 3s"), story.told());
        PresenceChange change = story.changes().get(0);
        assertEquals(Presence.STALE, change.to());
        assertEquals(0, change.x());
        assertEquals(3, change.accuracyMetres());
        assertEquals("ops", change.who().department());
        assertNull(story.wakeAt());
        assertEquals(
                List.of("10000s STALE>CONFIRMED works reappeared since 3s", "10000s ENTRY unit crossing since 10000s"),
                from(story.walks("10000s 30,0"), 1).stream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void whoPassesInAndIsHeardIsConfirmedAtOnce() {
        FenceStory story = plant().walks("1s -30,0", "2s -19.5,0").passes("3s", Kind.PASSED_IN, "works");
        assertEquals("3s ENTRY works gate since 3s", from(story, 1).get(0));
    }

    @Test
    void whoWasHeardJustBeforeTheGateIsThereUntilTheyHaveBeenSilentForLong() {
        assertEquals(
                List.of("3s ENTRY works gate since 3s", "11.001s CONFIRMED>STALE works signal_timeout since 3s"),
                heardAtOneAndPassing("3s"));
        assertEquals(
                List.of("11s ENTRY works gate since 11s", "11.001s CONFIRMED>STALE works signal_timeout since 11s"),
                heardAtOneAndPassing("11s"));
        assertEquals(List.of("11.001s ENTRY stale works gate since 11.001s"), heardAtOneAndPassing("11.001s"));
    }

    private static List<String> heardAtOneAndPassing(String time) {
        FenceStory story =
                plant().walks("1s -30,0").passes(time, Kind.PASSED_IN, "works").silentUntil("99s");
        return story.told().stream().filter(each -> each.contains("works")).toList();
    }

    @Test
    void whatFencesHearStandsWhereItWasSaid() {
        PersonNotice said =
                new PersonNotice("plant", "wang", Kind.PASSED_IN, "gate", null, 9_000, 8_000, "gate-passes", 3, 7);
        FenceInput notice = FenceInput.of(new NoticeAt(said, Who.of("ops", "01"), "v1", null));
        assertEquals("plant wang 9000 8000 gate-passes 3 7", place(notice));
        Position at = new Position(
                "plant",
                "wang",
                Who.of("ops", "01"),
                "T7",
                Technology.UWB,
                1,
                2,
                0,
                0.0,
                0.5,
                null,
                9_000,
                8_000,
                4,
                List.of());
        FenceInput fix = FenceInput.of(new Placed(at, "v1", List.of()));
        assertEquals("plant wang 9000 8000 " + at.origin() + " 0 4", place(fix));
        FenceInput nothing = new FenceInput(null, null);
        assertThrows(IllegalStateException.class, nothing::timeMillis);
        assertThrows(IllegalStateException.class, nothing::site);
    }

    private static String place(FenceInput each) {
        return each.site() + " " + each.trackableId() + " " + Stands.where(each);
    }

    @Test
    void positionsBeforeTheGateDoNotPushAnybodyOutAgain() {
        FenceStory story =
                plant().passes("3s", Kind.PASSED_IN, "works").walks("4s -3,0", "6s -2,0", "8s -0.5,0", "10s 3,0");
        assertEquals(
                List.of("3s ENTRY stale works gate since 3s", "4s STALE>CONFIRMED works reappeared since 3s"),
                story.told());
        FenceStory turned = plant().passes("3s", Kind.PASSED_IN, "works").walks("4s -3,0", "14s -30,0", "16s -30,0");
        assertEquals(
                "15s EXIT works crossing since 3s dwell 12s",
                turned.told().get(turned.told().size() - 1));
    }

    @Test
    void anExitThatWasAboutToHappenDoesNot() {
        FenceStory story = plant().walks("1s 5,0", "2s -50,0")
                .passes("2.5s", Kind.PASSED_IN, "works")
                .silentUntil("9s");
        assertEquals(1, story.told().size());
    }

    @Test
    void whoIsStaleOutsideTheGatesIsNotThereAnyMore() {
        FenceStory story = plant().walks("1s -30,0").silentUntil("20s").passes("30s", Kind.PASSED_IN, "works");
        assertEquals(
                List.of("30s EXIT change-house gate since 1s dwell 29s", "30s ENTRY stale works gate since 30s"),
                from(story, 2));
    }

    @Test
    void aPossiblePersonWhoPassesInIsInside() {
        FenceStory story = new FenceStory()
                .zone("hall", "0 0, 10 10 f1", FenceStory.UWB, BEHIND)
                .walks("1s 5,5")
                .passes("2s", Kind.PASSED_IN, "hall");
        assertEquals("2s ENTRY hall gate since 1s", story.told().get(1));
        assertEquals(Presence.POSSIBLE, story.changes().get(1).from());
    }

    @Test
    void whoPassesInIsNotGoneHomeWhenSilent() {
        FenceStory story =
                plant().walks("1s 5,0").passes("3s", Kind.PASSED_OUT, "works").passes("20s", Kind.PASSED_IN, "works");
        story.walks("60s 30,0").silentUntil("99s");
        assertEquals(
                Presence.STALE, story.changes().get(story.changes().size() - 1).to());
    }

    @Test
    void aPassThroughAGateThatThePlanDoesNotKnowEntersNothing() {
        FenceStory story = plant().passes("3s", Kind.PASSED_IN);
        assertEquals(List.of(), story.told());
        assertNotNull(story.state());
    }

    // Tags that are put away

    @Test
    void whereTagsArePutAwaySilenceIsLeaving() {
        FenceStory story = new FenceStory()
                .zone("rack", "0 0, 10 10", FenceStory.UWB, new ZoneTraits(false, true, false, null))
                .walks("1s 5,5")
                .silentUntil("99s");
        assertEquals(
                List.of("1s ENTRY rack crossing since 1s", "11.001s EXIT rack tag_put_away since 1s dwell 10.001s"),
                story.told());
        assertNull(story.wakeAt());
    }

    // Temporary fences

    @Test
    void whoIsInsideWhenATemporaryFenceEndsHasAnExit() {
        FenceStory story = new FenceStory()
                .zone("dig", "0 0, 10 10", FenceStory.UWB, new ZoneTraits(false, false, false, 9_000L))
                .walks("1s 5,5", "8s 5,5")
                .silentUntil("8.999s");
        assertEquals(1, story.told().size());
        assertEquals(
                "9s EXIT dig fence_ended since 1s dwell 8s",
                from(story.silentUntil("99s"), 1).get(0));
        assertNull(story.wakeAt());
    }

    @Test
    void aStalePersonAndADoubtEndWithTheirTemporaryFenceToo() {
        ZoneTraits ends = new ZoneTraits(false, false, false, 90_000L);
        FenceStory story = new FenceStory()
                .zone("dig", "0 0, 10 10", FenceStory.UWB, ends)
                .walks("1s 5,5")
                .silentUntil("100s");
        assertEquals(
                "90s EXIT dig fence_ended since 1s dwell 89s", from(story, 2).get(0));
        FenceStory doubt = new FenceStory()
                .zone("dig", "0 0, 10 10 f1", FenceStory.UWB, ends)
                .walks("1s 5,5")
                .silentUntil("100s");
        assertEquals(
                "90s POSSIBLE>ABSENT dig fence_ended since 1s", from(doubt, 1).get(0));
    }

    // Release

    @Test
    void aReleaseEndsWhatIsStale() {
        FenceStory story = plant().walks("1s 30,0").silentUntil("20s").releasedBy("30s", "Li");
        assertEquals(
                List.of(
                        "30s EXIT unit released by Li since 1s dwell 29s",
                        "30s EXIT works released by Li since 1s dwell 29s"),
                from(story, 4));
        assertEquals(List.of(), story.refusals());
        assertNull(story.silentUntil("99s").wakeAt());
    }

    @Test
    void aReleaseOfSomebodyWhoIsHeardChangesNothingAndIsRefused() {
        FenceStory story = plant().walks("1s 30,0").releasedBy("11s", "Li");
        assertEquals(2, story.told().size());
        Refusal refusal = story.refusals().get(0);
        assertEquals("release: wang is heard, and not stale", refusal.detail());
        assertEquals("Li", refusal.by());
        assertEquals("gate-passes", refusal.origin());
        assertEquals(4, story.silentUntil("99s").told().size(), "they fall silent later as ever");
    }

    @Test
    void aReleaseOfSomebodyWhoIsNowhereIsRefused() {
        FenceStory story = plant().releasedBy("11s", "Li");
        assertEquals("release: wang is counted nowhere", story.refusals().get(0).detail());
        assertNull(story.state());
    }

    @Test
    void whoIsReleasedAndHeardAgainIsBack() {
        FenceStory story = plant().walks("1s 30,0")
                .silentUntil("20s")
                .releasedBy("30s", "Li")
                .walks("40s 30,0");
        assertEquals(
                List.of("40s ENTRY unit crossing since 40s", "40s ENTRY works crossing since 40s"), from(story, 6));
    }

    @Test
    void aReleaseEndsADoubtThatIsSilentAndWhatIsNeverStale() {
        FenceStory doubt =
                new FenceStory().zone("hall", "0 0, 10 10 f1").walks("1s 5,5").releasedBy("11s", "Li");
        assertEquals(1, doubt.refusals().size());
        assertEquals(
                "11.001s POSSIBLE>ABSENT hall released by Li since 1s",
                from(doubt.releasedBy("11.001s", "Li"), 1).get(0));
        FenceStory raw = new FenceStory()
                .zone("a", "0 0, 10 10", FenceStory.RAW)
                .walks("1s 5,5")
                .releasedBy("31s", "Li");
        assertEquals(1, raw.refusals().size());
        assertEquals(
                "31.001s EXIT a released by Li since 1s dwell 30.001s",
                from(raw.releasedBy("31.001s", "Li"), 1).get(0));
    }

    // Raw

    @Test
    void withoutGatesNothingIsHeardButPositions() {
        FenceStory story = new FenceStory(FenceOptions.raw())
                .zone("works", "0 0, 10 10", FenceStory.UWB, BEHIND)
                .walks("1s 5,5")
                .passes("2s", Kind.PASSED_OUT, "works")
                .releasedBy("99s", "Li");
        assertEquals(2, story.told().size());
        assertEquals(List.of(), story.refusals());
        assertFalse(story.told().toString().contains("gate"));
    }
}
