package io.muster.rules.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is news of a tag, as stories. */
class TagNewsStoriesTest {
    private final TagStory tag = new TagStory();

    @Test
    void aTagIsHeardOnceHoweverOftenItIsSeen() {
        tag.fix("1s", "0,0").fix("3s", "1,0").fix("5s", "2,0");
        assertEquals(List.of("1.0 HEARD A"), tag.told());
        assertEquals(3, tag.fixes());
    }

    @Test
    void aTagWithoutAFixForThirtySecondsIsSilent() {
        tag.fix("1s", "0,0");
        assertEquals(31_000, tag.wakeAt());
        tag.fix("10s", "1,0").until("39.999s");
        assertEquals(List.of("1.0 HEARD A"), tag.told());
        tag.until("40s");
        assertEquals(List.of("1.0 HEARD A", "40.0 SILENT A"), tag.told());
        assertEquals(1.0, spot(1).x(), "where it was seen last");
        assertNull(tag.wakeAt(), "a silent tag waits for nothing");
    }

    @Test
    void aFixAtTheLastMomentKeepsItFromSilence() {
        tag.fix("1s", "0,0").fix("31s", "1,0").until("60.999s");
        assertEquals(List.of("1.0 HEARD A"), tag.told());
    }

    @Test
    void whatComesBackIsHeardAgain() {
        tag.fix("1s", "0,0").until("31s").fix("40s", "0,0").until("70s");
        assertEquals(List.of("1.0 HEARD A", "31.0 SILENT A", "40.0 HEARD A", "70.0 SILENT A"), tag.told());
        assertEquals(
                List.of(1L, 2L, 3L, 4L), tag.news().stream().map(TagNews::seq).toList());
    }

    @Test
    void aTagGivenToSomebodyElseIsGoneForTheFirstAndHeardForTheSecond() {
        tag.fix("1s", "0,0").fix("3s", "5,0").carriedBy("B").fix("5s", "6,0").fix("7s", "6,0");
        assertEquals(List.of("1.0 HEARD A", "5.0 GONE A", "5.0 HEARD B"), tag.told());
        assertEquals(5.0, spot(1).x(), "of the first: where they were seen last");
        assertEquals(6.0, spot(2).x());
    }

    @Test
    void aTagGivenAwayWhileItWasSilentIsNotGoneAgain() {
        tag.fix("1s", "0,0").until("31s").carriedBy("B").fix("50s", "0,0");
        assertEquals(List.of("1.0 HEARD A", "31.0 SILENT A", "50.0 HEARD B"), tag.told());
    }

    @Test
    void aTagThatNobodyCarriesIsHeardAsSuch() {
        tag.carriedByNobody().fix("1s", "0,0").carriedBy("A").fix("3s", "0,0");
        assertEquals(List.of("1.0 HEARD ?T1?", "3.0 GONE ?T1?", "3.0 HEARD A"), tag.told());
    }

    @Test
    void fartherThanAnybodyGoesIsAJump() {
        // 10 m, half a metre of accuracy at each end, and 3 m/s for two seconds.
        tag.fix("1s", "100,50").fix("3s", "117,50").fix("5s", "134.001,50").fix("7s", "134.001,50");
        assertEquals(List.of("1.0 HEARD A", "5.0 JUMPED A 117.0,50.0 to 134.001,50.0"), tag.told());
    }

    @Test
    void whereATagIsFiveSecondsAfterItsLastJumpIsWhereItWent() {
        tag.fix("1s", "0,0")
                .fix("3s", "80,0")
                .fix("5s", "64,0")
                .fix("7.999s", "60,0")
                .fix("8s", "60,0")
                .fix("20s", "60,0");
        assertEquals(List.of("1.0 HEARD A", "3.0 JUMPED A 0.0,0.0 to 80.0,0.0", "8.0 SETTLED A"), tag.told());
        assertEquals(60.0, spot(2).x());
        tag.fix("21s", "200,0").fix("23s", "100,0").fix("27.999s", "100,0").fix("28s", "100,0");
        assertEquals("28.0 SETTLED A", tag.told().get(5), "after the last of several");
    }

    @Test
    void whatIsSilentOrGivenAwayAfterAJumpSettlesNowhere() {
        tag.fix("1s", "0,0").fix("3s", "80,0").until("33s").fix("40s", "80,0").fix("50s", "80,0");
        assertEquals("40.0 HEARD A", tag.told().get(3));
        assertEquals(4, tag.told().size());
        tag.fix("52s", "0,0").carriedBy("B").fix("53s", "0,0").fix("60s", "0,0");
        assertEquals(List.of("53.0 GONE A", "53.0 HEARD B"), tag.told().subList(5, 7));
        assertEquals(7, tag.told().size());
    }

    @Test
    void theAccuraciesOfBothPlacesAreNoJump() {
        tag.accuracy(3).fix("1s", "0,0").accuracy(7).fix("1s", "0,20");
        assertEquals(List.of("1.0 HEARD A"), tag.told());
        tag.accuracy(3).fix("1s", "0,40.001");
        assertEquals("1.0 JUMPED A 0.0,20.0 to 0.0,40.001", tag.told().get(1));
    }

    @Test
    void anOlderFixMovesNoTag() {
        tag.fix("10s", "0,0").made("11s", "9s", "500,0").fix("12s", "1,0").until("42s");
        assertEquals(List.of("10.0 HEARD A", "42.0 SILENT A"), tag.told(), "neither to it nor back from it");
    }

    @Test
    void ofTwoFixesOfOneMomentTheLaterRecordCounts() {
        tag.fix("10s", "0,0").made("11s", "10s", "100,0");
        assertEquals(List.of("10.0 HEARD A", "11.0 JUMPED A 0.0,0.0 to 100.0,0.0"), tag.told());
    }

    @Test
    void whoWalksOnWhileTheClockIsSetBackDoesNotJump() {
        // Its own time stands still for 20 s, and says 100 ms for what took that long.
        tag.fix("10s", "0,0").made("20s", "9.9s", "14,0").made("30s", "10.1s", "28,0");
        assertEquals(List.of("10.0 HEARD A"), tag.told());
        tag.made("31s", "11.1s", "150,0");
        assertEquals(
                "31.0 JUMPED A 28.0,0.0 to 150.0,0.0", tag.told().get(1), "farther than anybody goes in all that time");
    }

    @Test
    void whoWalkedWhileAFeedWasHeldBackDoesNotJump() {
        // What was held back for 90 s comes at once with its old times, which look like a clock at fault, and a live
        // fix in between.
        tag.fix("10s", "0,0");
        for (int i = 1; i < 45; i++) {
            tag.made((100 + i / 100.0) + "s", (10 + 2 * i) + "s", (3 * i) + ",0");
            if (i == 12) {
                tag.fix("100.125s", "135,0");
            }
        }
        tag.fix("102s", "138,0").until("120s");
        assertTrue(tag.told().toString().contains("CLOCK_WRONG"));
        assertTrue(
                tag.told().stream().noneMatch(each -> each.contains("JUMPED")),
                tag.told().toString());
    }

    @Test
    void whoWalkedWhileTheClockWasAheadAndTheFeedHeldBackDoesNotJump() {
        // 16 s ahead, then held back for 28 s: what comes says a time that is neither when it was nor when it came.
        tag.fix("10s", "0,0")
                .made("12s", "28s", "3,0")
                .made("14s", "30s", "6,0")
                .made("16s", "32s", "9,0");
        tag.made("44s", "34s", "12,0").made("44.1s", "36s", "15,0").made("44.2s", "38s", "18,0");
        tag.fix("46s", "54,0").fix("48s", "57,0");
        assertTrue(
                tag.told().stream().noneMatch(each -> each.contains("JUMPED")),
                tag.told().toString());
        tag.fix("50s", "90,0");
        assertEquals(
                "50.0 JUMPED A 57.0,0.0 to 90.0,0.0", tag.told().get(tag.told().size() - 1));
    }

    @Test
    void whoWalkedWhileTheClockWasSetRightAndTheFeedHeldBackDoesNotJump() {
        // 16 s ahead, set right while the feed is held back: of what comes at once, what is made first says the latest
        // time, and nothing betrays it.
        tag.fix("10s", "0,0").made("12s", "28s", "3,0");
        tag.made("32s", "28.5s", "6,0").made("32.1s", "30.5s", "9,0");
        for (int i = 0; i < 8; i++) {
            tag.made((32.2 + i / 10.0) + "s", (16.5 + 2 * i) + "s", (12 + 3 * i) + ",0");
        }
        tag.fix("34s", "39,0").fix("36s", "42,0").until("50s");
        assertTrue(
                tag.told().stream().noneMatch(each -> each.contains("JUMPED")),
                tag.told().toString());
    }

    @Test
    void whoeverTakesATagElsewhereDoesNotJump() {
        tag.fix("1s", "0,0").carriedBy("B").fix("3s", "500,0");
        assertEquals(List.of("1.0 HEARD A", "3.0 GONE A", "3.0 HEARD B"), tag.told());
    }

    @Test
    void aTagThatComesBackFarAwayIsHeardAndJumps() {
        tag.fix("1s", "0,0").until("31s").fix("41s", "500,0");
        assertEquals("41.0 JUMPED A 0.0,0.0 to 500.0,0.0", tag.told().get(3));
    }

    @Test
    void aWrongClockIsSaidUntilItHasBeenRightForTenSeconds() {
        tag.made("1s", "9s", "0,0").made("3s", "11s", "0,0").fix("5s", "0,0").fix("12.999s", "0,0");
        assertEquals(List.of("1.0 HEARD A", "1.0 CLOCK_WRONG A"), tag.told());
        tag.fix("13s", "0,0").fix("15s", "0,0");
        assertEquals(List.of("1.0 HEARD A", "1.0 CLOCK_WRONG A", "13.0 CLOCK_RIGHT A"), tag.told());
        tag.made("17s", "77s", "0,0");
        assertEquals("17.0 CLOCK_WRONG A", tag.told().get(3));
    }

    @Test
    void aTagThatFallsSilentTakesItsClockAlong() {
        tag.made("1s", "9s", "0,0").until("31s");
        assertEquals(List.of("1.0 HEARD A", "1.0 CLOCK_WRONG A", "31.0 CLOCK_RIGHT A", "31.0 SILENT A"), tag.told());
        tag.fix("50s", "0,0");
        assertEquals("50.0 HEARD A", tag.told().get(4), "and it is not right twice");
        assertEquals(5, tag.told().size());
    }

    @Test
    void whatATagSaysIsNewsAndIsNoFix() {
        tag.says("1s", "pressed").until("99s");
        assertEquals(List.of("1.0 STATUS A"), tag.told());
        assertNull(tag.news().get(0).spot(), "nobody knows where");
        assertEquals(0, tag.fixes());
        tag.fix("100s", "4,5").says("101s", "released").until("130s");
        assertEquals(List.of("1.0 STATUS A", "100.0 HEARD A", "101.0 STATUS A", "130.0 SILENT A"), tag.told());
        assertEquals(4.0, spot(2).x());
        StatusReport status = tag.news().get(2).status();
        assertEquals(false, status == null ? null : status.pressed());
    }

    @Test
    void whatAnUnknownTagSaysIsOfNobodyKnown() {
        tag.carriedByNobody().says("1s", "pressed");
        assertEquals(List.of("1.0 STATUS ?T1?"), tag.told());
    }

    @Test
    void theVendorOfATagIsTheOneThatHeardItUntilItIsSilent() {
        tag.fix("1s", "0,0").by("south", "t-1").fix("3s", "0,0").carriedBy("B").fix("5s", "0,0");
        assertEquals(
                List.of("north", "north", "north"),
                tag.news().stream().map(TagNews::vendor).toList());
        assertEquals("t-1", tag.news().get(2).providerId(), "written as in the newest fix");
        tag.until("35s").fix("40s", "0,0");
        assertEquals("south", tag.news().get(4).vendor());
    }

    @Test
    void newsStandsBesideTheTagInItsOrder() {
        tag.fix("1s", "3,4");
        TagNews heard = tag.news().get(0);
        assertEquals(
                "1000 1000 identify/T1 0 1",
                heard.timeMillis() + " " + heard.eventMillis() + " " + heard.origin() + " " + heard.partition() + " "
                        + heard.offset());
        assertEquals(new TagSpot(3, 4, 0, 1.0, 0.5, 1_000), heard.spot());
        FeedHeard feed = new FeedHeard("s", "north", 7_000, "location-updates.north", 1, 2);
        assertEquals(7_000, feed.eventMillis());
        StatusReport status = new StatusReport(
                "s", "north", "T1", "T1", null, true, null, null, 6_000, 7_000, "provider-status.north", 0, 1);
        assertEquals(7_000, status.eventMillis(), "ordered where it stands in the log, whatever its clock says");
    }

    private TagSpot spot(int of) {
        TagSpot spot = tag.news().get(of).spot();
        if (spot == null) {
            throw new AssertionError("news " + of + " has no place");
        }
        return spot;
    }
}
