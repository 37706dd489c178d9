package io.muster.rules.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.muster.rules.alarm.Finding;
import io.muster.rules.context.Notice;
import io.muster.rules.identify.TagNews;
import io.muster.rules.identify.TagSpot;
import io.muster.rules.person.PersonNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What tags, gates and control rooms say of a person. */
class PersonDeviceStoriesTest {
    private final DeviceStory plant = DeviceStory.standard().carries("A", "T1", "T2");

    @Test
    void whoFallsIsSaidUntilTheTagSaysNo() {
        plant.heard("5s", "T1", "3,4")
                .says("10s", "T1", "fallen")
                .says("11s", "T1", "fallen")
                .says("12s", "T1", "still");
        plant.says("40s", "T1", "up");
        assertEquals(List.of("10s fall A of A since 9.8s", "40s ended fall A of A since 9.8s"), plant.told());
        assertEquals(
                new Finding(
                        "s",
                        "fall",
                        "trackable",
                        "A",
                        true,
                        "red",
                        9_800,
                        List.of("unit"),
                        List.of("A"),
                        0,
                        0,
                        0,
                        null,
                        null,
                        "fall",
                        1,
                        "v1",
                        List.of(new Finding.Evidence("A", "T1", 3, 4, 0.0, 0.5, 5_000)),
                        "device-person",
                        10_000,
                        10_000,
                        1,
                        List.of(),
                        "north"),
                plant.findings().get(0));
    }

    @Test
    void ofTwoTagsThatFellBothMustSayNo() {
        plant.says("10s", "T1", "fallen")
                .says("11s", "T2", "fallen")
                .says("20s", "T1", "up")
                .says("30s", "T2", "up");
        assertEquals(List.of("10s fall A of A since 9.8s", "30s ended fall A of A since 9.8s"), plant.told());
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void aFallenTagThatFallsSilentStillLiesThere() {
        plant.unwatched()
                .heard("5s", "T1", "3,4")
                .says("10s", "T1", "fallen")
                .silent("40s", "T1")
                .until("9999s");
        plant.heard("10000s", "T1", "3,4").says("10001s", "T1", "moving").says("10002s", "T1", "up");
        assertEquals(List.of("10s fall A of A since 9.8s", "10002s ended fall A of A since 9.8s"), plant.told());
    }

    @Test
    void aTagThatIsGivenToSomebodyElseTakesItsFallAlong() {
        plant.heard("5s", "T1", "3,4").says("10s", "T1", "fallen").gone("20s", "T1");
        assertEquals(List.of("10s fall A of A since 9.8s", "20s ended fall A of A since 9.8s"), plant.told());
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void aTagThatFallsSilentWhereItMattersIsOffline() {
        plant.heard("5s", "T1", "3,4").silent("35s", "T1").until("9999s").heard("10000s", "T1", "3,4");
        assertEquals(
                List.of("35s terminal_offline T1 of A since 5s", "10000s ended terminal_offline T1 of A since 5s"),
                plant.told());
        Finding told = plant.findings().get(0);
        assertEquals("provider", told.subjectType());
        assertEquals(List.of("unit"), told.fenceIds());
        assertEquals("v1", told.planVersion());
        assertEquals(List.of(new Finding.Evidence("A", "T1", 3, 4, 0.0, 0.5, 5_000)), told.evidence());
    }

    @Test
    void aTagThatFallsSilentWhereNobodyIsWatchedOverIsNot() {
        plant.unwatched().heard("5s", "T1", "3,4").silent("35s", "T1");
        assertEquals(List.of(), plant.told());
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void anUnknownTagIsNobodysTerminal() {
        plant.nobodyCarries("X").heard("5s", "X", "3,4").silent("35s", "X");
        assertEquals(List.of("5s unknown_tag X of ?X since 5s"), plant.told());
    }

    @Test
    void whoPassedOutMayBeHeardBehindTheGateForAMinute() {
        plant.heard("5s", "T1", "3,4")
                .passesOut("100s", "A")
                .heard("160s", "T1", "3,4")
                .silent("190s", "T1");
        assertEquals(List.of(), plant.told());
        plant.carries("B", "T3").heard("5s", "T3", "3,4").passesOut("200s", "B").heard("260.001s", "T3", "3,4");
        plant.silent("300s", "T3");
        assertEquals(List.of("300s terminal_offline T3 of B since 260.001s"), plant.told(), "B is still inside");
    }

    @Test
    void whoPassedInAgainIsWatchedAgain() {
        plant.heard("5s", "T1", "3,4")
                .passesOut("10s", "A")
                .passesIn("20s", "A")
                .silent("35s", "T1")
                .until("49s");
        assertEquals(List.of("35s terminal_offline T1 of A since 5s"), plant.told());
    }

    @Test
    void aPassOutEndsWhatIsSaidOfTheTagsOfThatPersonAlone() {
        plant.carries("B", "T3")
                .heard("5s", "T1", "3,4")
                .heard("5s", "T2", "3,4")
                .heard("5s", "T3", "3,4");
        plant.silent("35s", "T1").silent("36s", "T2").silent("37s", "T3").passesOut("50s", "A");
        assertEquals(
                List.of("50s ended terminal_offline T1 of A since 5s", "50s ended terminal_offline T2 of A since 5s"),
                plant.told().subList(3, 5));
        assertEquals(List.of("50s A PASSED_OUT at gate"), plant.noticed());
        assertEquals(List.of("person B"), plant.leftOver());
    }

    @Test
    void aReleaseEndsTheSilence() {
        plant.heard("5s", "T1", "3,4").silent("35s", "T1").released("50s", "A", "li");
        assertEquals("50s ended terminal_offline T1 of A since 5s", plant.told().get(1));
        assertEquals(List.of("50s A RELEASED by li"), plant.noticed());
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void whoWentHomeUnseenIsNotToldForEver() {
        plant.heard("5s", "T1", "3,4").silent("35s", "T1").until("43234.999s");
        assertEquals(1, plant.told().size());
        plant.until("43235s");
        assertEquals(
                "43235s ended terminal_offline T1 of A since 5s", plant.told().get(1));
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void aTagGivenToSomebodyElseIsNotOfflineForTheOneWhoHadIt() {
        plant.heard("5s", "T1", "3,4").silent("35s", "T1").gone("50s", "T1");
        assertEquals("50s ended terminal_offline T1 of A since 5s", plant.told().get(1));
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void aSilenceWithoutAFixBeforeIsNoLoss() {
        plant.silent("35s", "T1");
        assertEquals(List.of(), plant.told());
    }

    @Test
    void whoPassedInAndIsNotHeardWearsNothing() {
        plant.passesIn("10s", "A").until("39.999s");
        assertEquals(List.of(), plant.told());
        plant.until("40s").heard("100s", "T1", "3,4");
        assertEquals(
                List.of("40s not_wearing A of A since 10s", "100s ended not_wearing A of A since 10s"), plant.told());
        assertEquals(List.of("10s A PASSED_IN at gate"), plant.noticed());
        assertEquals("trackable", plant.findings().get(0).subjectType());
    }

    @Test
    void whoIsHeardInTimeWearsTheTag() {
        plant.passesIn("10s", "A").heard("40s", "T1", "3,4").until("9999s");
        assertEquals(List.of(), plant.told(), "at the last moment: inputs come before the look");
        assertNull(plant.wakeOfPerson("A"));
    }

    @Test
    void oneOfTwoTagsIsEnoughToBeHeard() {
        plant.unwatched()
                .heard("1s", "T1", "3,4")
                .heard("2s", "T2", "3,4")
                .silent("20s", "T1")
                .passesIn("21s", "A");
        plant.until("60s");
        assertEquals(List.of(), plant.told());
    }

    @Test
    void aTagThatSaysSomethingButHasNoPlaceIsNotHeard() {
        plant.passesIn("10s", "A").says("20s", "T1", "90%").until("40s");
        assertEquals(List.of("40s not_wearing A of A since 10s"), plant.told());
    }

    @Test
    void whoTurnedRoundAtTheGateIsNotWaitedFor() {
        plant.passesIn("10s", "A").passesOut("20s", "A").until("9999s");
        assertEquals(List.of(), plant.told());
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void whoGoesOutAgainOrIsReleasedIsNotMissed() {
        plant.passesIn("10s", "A").until("40s").passesOut("50s", "A");
        plant.passesIn("100s", "A").until("130s").released("140s", "A", "li");
        assertEquals(
                List.of(
                        "40s not_wearing A of A since 10s",
                        "50s ended not_wearing A of A since 10s",
                        "130s not_wearing A of A since 100s",
                        "140s ended not_wearing A of A since 100s"),
                plant.told());
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void whoIsNeverHeardIsForgottenAfterHours() {
        plant.passesIn("10s", "A").until("43239.999s");
        assertEquals(1, plant.told().size());
        plant.until("43240s");
        assertEquals("43240s ended not_wearing A of A since 10s", plant.told().get(1));
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void eachMovementOfASensorIsHandedOn() {
        plant.says("10s", "T1", "still").says("20s", "T1", "moving").says("30s", "T1", "50%");
        assertEquals(List.of("10s A STILL", "20s A MOVING"), plant.noticed());
        assertEquals(
                new PersonNotice(
                        "s", "A", PersonNotice.Kind.STILL, null, null, 10_000, 9_800, "provider-status.north", 3, 7),
                plant.notices().get(0));
    }

    @Test
    void whoMovesByAnyTagThatIsHeardMoves() {
        plant.heard("1s", "T1", "0,0")
                .heard("1s", "T2", "0,0")
                .says("10s", "T1", "moving")
                .says("20s", "T2", "still");
        plant.says("30s", "T1", "still").says("40s", "T2", "still");
        assertEquals(List.of("10s A MOVING", "20s A MOVING", "30s A STILL", "40s A STILL"), plant.noticed());
    }

    @Test
    void aTagThatIsSilentMovesNobody() {
        plant.unwatched().heard("1s", "T1", "0,0").heard("1s", "T2", "0,0").says("10s", "T1", "moving");
        plant.silent("31s", "T1").says("40s", "T2", "still");
        assertEquals(List.of("10s A MOVING", "40s A STILL"), plant.noticed());
        plant.heard("50s", "T1", "0,0").says("60s", "T2", "still");
        assertEquals("60s A STILL", plant.noticed().get(2), "what it said before it fell silent is old");
    }

    @Test
    void aTagGivenAwayMovesNobody() {
        plant.heard("1s", "T1", "0,0")
                .heard("1s", "T2", "0,0")
                .says("10s", "T1", "moving")
                .gone("31s", "T1");
        plant.says("40s", "T2", "still");
        assertEquals(List.of("10s A MOVING", "40s A STILL"), plant.noticed());
    }

    @Test
    void passesAreHandedOnWithTheirGateAndTheirPlaceInTheLog() {
        plant.passesIn("10s", "A").passesOut("20s", "A");
        assertEquals(List.of("10s A PASSED_IN at gate", "20s A PASSED_OUT at gate"), plant.noticed());
        assertEquals(
                new PersonNotice(
                        "s", "A", PersonNotice.Kind.PASSED_OUT, "gate", null, 20_000, 19_700, "gate-passes", 1, 9),
                plant.notices().get(1));
    }

    @Test
    void onlyPassesAndReleasesOfPeopleAreAboutPeople() {
        Notice ofFence = DeviceStory.notice("1s", null, DeviceStory.command("release", "fence", "A", "li"));
        Notice other = DeviceStory.notice("1s", null, DeviceStory.command("acknowledge", "trackable", "A", "li"));
        Notice nothing = DeviceStory.notice("1s", null, null);
        assertNull(PersonInput.of(ofFence));
        assertNull(PersonInput.of(other));
        assertNull(PersonInput.of(nothing));
        PersonInput release =
                PersonInput.of(DeviceStory.notice("1s", null, DeviceStory.command("release", "trackable", "A", "li")));
        assertEquals("1000 700 alarm-commands 1 9 s A", order(release) + " " + who(release));
    }

    @Test
    void whatComesOfATagStandsWhereItsNewsStands() {
        TagNews news =
                new TagNews("s", "T1", "T1", "north", "A", false, TagNews.Kind.SILENT, null, null, null, 10_000, 4);
        PersonInput input = PersonInput.of(new TagSeen(news, "v1", List.of(), false));
        assertEquals("10000 10000 identify/T1 0 4 s A", order(input) + " " + who(input));
        assertThrows(IllegalStateException.class, () -> new PersonInput("s", "A", null, null).timeMillis());
    }

    private static String order(@Nullable PersonInput in) {
        return in == null
                ? "nothing"
                : in.timeMillis() + " " + in.eventMillis() + " " + in.origin() + " " + in.partition() + " "
                        + in.offset();
    }

    private static String who(@Nullable PersonInput in) {
        return in == null ? "" : in.site() + " " + in.trackableId();
    }

    @Test
    void aTagThatIsHereAndThereInTurnIsForged() {
        plant.heard("0s", "T1", "0,0").jumps("2s", "T1", "100,0").jumps("4s", "T1", "0,0");
        assertEquals(List.of(), plant.told(), "two may be a lift and back");
        plant.jumps("6s", "T1", "100,0").jumps("8s", "T1", "0,0").until("37.999s");
        assertEquals(List.of("6s spoof_suspected A of A since 2s null/35.0"), plant.told());
        plant.until("38s");
        assertEquals(
                "38s ended spoof_suspected A of A since 2s null/35.0",
                plant.told().get(1));
        Finding told = plant.findings().get(0);
        assertEquals("trackable", told.subjectType());
        assertEquals(List.of("unit"), told.fenceIds());
        assertEquals("v1", told.planVersion());
        assertEquals(List.of(new Finding.Evidence("A", "T1", 100, 0, 0.0, 0.5, 6_000)), told.evidence());
    }

    @Test
    void jumpsThatAreFarApartInTimeForgeNothing() {
        plant.heard("0s", "T1", "0,0")
                .jumps("2s", "T1", "100,0")
                .jumps("10s", "T1", "0,0")
                .jumps("17s", "T1", "100,0");
        assertEquals(List.of(), plant.told(), "15 s after the first it counts no more");
        plant.jumps("24.999s", "T1", "0,0");
        assertEquals(List.of("24.999s spoof_suspected A of A since 10s null/35.0"), plant.told());
    }

    @Test
    void whatARadioMirrorsAndAPersonWalksIsNotForged() {
        plant.heard("0s", "T1", "0,0")
                .jumps("2s", "T1", "41,0")
                .jumps("4s", "T1", "0,0")
                .jumps("6s", "T1", "41,0");
        assertEquals(List.of(), plant.told(), "35 m, and 6 m of walking in two seconds");
        plant.jumps("8s", "T1", "-0.001,0").jumps("10s", "T1", "41,0").jumps("12s", "T1", "-0.001,0");
        assertEquals(List.of("12s spoof_suspected A of A since 8s null/35.0"), plant.told());
    }

    @Test
    void eachTagIsForgedForItself() {
        plant.heard("0s", "T1", "0,0").heard("0s", "T2", "0,0");
        plant.jumps("2s", "T1", "100,0")
                .jumps("3s", "T2", "100,0")
                .jumps("4s", "T1", "0,0")
                .jumps("5s", "T2", "0,0");
        assertEquals(List.of(), plant.told());
    }

    @Test
    void aForgedTagThatFallsSilentForgesNoMore() {
        plant.unwatched().heard("0s", "T1", "0,0");
        plant.jumps("2s", "T1", "100,0")
                .jumps("4s", "T1", "0,0")
                .jumps("6s", "T1", "100,0")
                .silent("20s", "T1");
        assertEquals(
                List.of(
                        "6s spoof_suspected A of A since 2s null/35.0",
                        "20s ended spoof_suspected A of A since 2s null/35.0"),
                plant.told());
        assertEquals(List.of(), plant.leftOver());
    }

    @Test
    void afterTheQuietTheCountBeginsAnew() {
        plant.heard("0s", "T1", "0,0")
                .jumps("2s", "T1", "100,0")
                .jumps("4s", "T1", "0,0")
                .jumps("6s", "T1", "100,0");
        plant.until("36s").jumps("37s", "T1", "500,0").jumps("38s", "T1", "100,0");
        assertEquals(2, plant.told().size());
        plant.jumps("39s", "T1", "500,0");
        assertEquals(
                "39s spoof_suspected A of A since 37s null/35.0", plant.told().get(2));
    }

    @Test
    void afterTheQuietNothingButAJumpForges() {
        plant.heard("0s", "T1", "0,0")
                .jumps("2s", "T1", "100,0")
                .jumps("4s", "T1", "0,0")
                .jumps("6s", "T1", "100,0");
        plant.until("36s").says("37s", "T1", "50%").until("99s");
        assertEquals(
                List.of(
                        "6s spoof_suspected A of A since 2s null/35.0",
                        "36s ended spoof_suspected A of A since 2s null/35.0"),
                plant.told());
    }

    @Test
    void aLookForASilenceIsNoLookForATag() {
        plant.heard("5s", "T1", "3,4")
                .silent("35s", "T1")
                .passesIn("43220s", "A")
                .until("43249.999s");
        assertEquals(
                List.of("35s terminal_offline T1 of A since 5s", "43235s ended terminal_offline T1 of A since 5s"),
                plant.told());
        plant.until("43250s");
        assertEquals("43250s not_wearing A of A since 43220s", plant.told().get(2));
    }

    @Test
    void whatAFallenTagSaysBeforeItIsHeardCountsOnceItIs() {
        plant.says("10s", "T1", "fallen moving").heard("20s", "T1", "0,0").heard("20s", "T2", "0,0");
        plant.says("30s", "T2", "still");
        assertEquals(List.of("10s A MOVING", "30s A MOVING"), plant.noticed());
    }

    @Test
    void onlyTagsThatAreHeardOrOfWhichSomethingIsToldAreRemembered() {
        plant.heard("5s", "T1", "3,4")
                .unwatched()
                .heard("5s", "T2", "3,4")
                .watched()
                .silent("35s", "T1");
        assertEquals(List.of("T1", "T2"), plant.tagsOf("A"));
        plant.unwatched().silent("36s", "T2");
        assertEquals(List.of("T1"), plant.tagsOf("A"));
    }

    @Test
    void aJumpFromNowhereIsNone() {
        TagSpot here = DeviceStory.spot("1s", "0,0");
        for (String at : List.of("1s", "2s", "3s")) {
            plant.news(at, "T1", TagNews.Kind.JUMPED, here, null, null);
            plant.news(at, "T1", TagNews.Kind.JUMPED, null, here, null);
        }
        assertEquals(List.of(), plant.told());
    }

    @Test
    void aClockIsTheVendorsAndNotThePersons() {
        plant.clockWrong("1s", "T1").clockRight("2s", "T1");
        assertEquals(
                List.of("1s clock_fault north of  since 1s 1.0/3.0", "2s ended clock_fault north of  since 1s 1.0/3.0"),
                plant.told());
        assertEquals(List.of(), plant.leftOver());
    }
}
