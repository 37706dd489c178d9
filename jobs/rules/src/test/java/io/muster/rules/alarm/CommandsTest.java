package io.muster.rules.alarm;

import static io.muster.rules.alarm.DeskStory.DAY;
import static io.muster.rules.alarm.DeskStory.HOUR;
import static io.muster.rules.alarm.DeskStory.MINUTE;
import static io.muster.rules.alarm.DeskStory.SECOND;
import static io.muster.rules.alarm.DeskStory.atMost;
import static io.muster.rules.alarm.DeskStory.because;
import static io.muster.rules.alarm.DeskStory.only;
import static io.muster.rules.alarm.DeskStory.till;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What control rooms ask for, and what is refused. */
class CommandsTest {
    private final DeskStory desk = new DeskStory();

    @Test
    void aShelvedAlarmIsBackUnacknowledgedWhenItsTimeIsOver() {
        desk.holds(1_000, "orange", "A")
                .says(2_000, "acknowledge fence Z")
                .says(3_000, "shelve fence Z", because("pump is repaired"), till(63_000));
        Aside aside = desk.last().handling().aside();
        assertNotNull(aside);
        assertEquals(new Act(3_000, "li.si", "shift leader", "pump is repaired"), aside.act());
        assertEquals(63_000L, aside.untilMillis());
        desk.holds(4_000, "orange", "A", "B").until(63_000);
        assertEquals(
                List.of(
                        "1 over_capacity RAISED_UNACKNOWLEDGED orange",
                        "2 over_capacity ACKNOWLEDGED orange",
                        "3 over_capacity SHELVED orange",
                        "4 over_capacity SHELVED orange",
                        "63 over_capacity RAISED_UNACKNOWLEDGED orange"),
                desk.states());
        assertNull(desk.last().handling().aside());
        assertNull(desk.last().handling().acknowledged());
    }

    @Test
    void aShelfIsLeftEarlyAndWhatEndsOnItIsClosed() {
        desk.holds(1_000, "orange", "A")
                .says(2_000, "shelve fence Z", because("x"), till(HOUR))
                .says(3_000, "unshelve fence Z")
                .says(4_000, "shelve fence Z", because("x"), till(HOUR))
                .ends(5_000)
                .until(2 * HOUR);
        assertEquals(
                List.of(
                        "1 over_capacity RAISED_UNACKNOWLEDGED orange",
                        "2 over_capacity SHELVED orange",
                        "3 over_capacity RAISED_UNACKNOWLEDGED orange",
                        "4 over_capacity SHELVED orange",
                        "10 over_capacity CLEARED orange"),
                desk.states());
        assertEquals(
                Act.bySystem(10_000, "condition ended while shelved"),
                desk.last().cleared());
    }

    @Test
    void anOrangeGatheringThatDispersesOnTheShelfWantsItConfirmedAllTheSame() {
        desk.gathering("1")
                .holds(1_000, "orange", "A")
                .says(2_000, "shelve gathering g-1", because("x"), till(HOUR))
                .ends(3_000)
                .until(2 * HOUR);
        assertEquals("3 gathering LATCHED_UNACKNOWLEDGED orange", desk.states().get(2));
        assertEquals(3, desk.states().size());
    }

    @Test
    void aShelfWantsAReasonAnEndAndIsNotForLong() {
        desk.holds(1_000, "orange", "A")
                .says(2_000, "shelve fence Z", till(HOUR))
                .says(2_000, "shelve fence Z", because(" "), till(HOUR))
                .says(2_000, "shelve fence Z", because("x"))
                .says(2_000, "shelve fence Z", because("x"), till(2_000))
                .says(2_000, "shelve fence Z", because("x"), till(2_001 + 8 * HOUR))
                .says(2_000, "unshelve fence Z")
                .says(2_000, "shelve fence Y", because("x"), till(HOUR));
        assertEquals(
                List.of(
                        "shelve: a reason is demanded",
                        "shelve: a reason is demanded",
                        "shelve: until is demanded",
                        "shelve: until is over already",
                        "shelve: longer than 28800 s",
                        "unshelve: is not shelved",
                        "shelve: no open alarm of fence Y"),
                desk.refused());
        desk.says(2_000, "shelve fence Z", because("x"), till(2_000 + 8 * HOUR));
        assertEquals(AlarmStatus.SHELVED, desk.last().status());
    }

    @Test
    void aSilenceOfAnAreaHidesItsAlarmsUntilItEndsAndThenTheyAreHeard() {
        desk.holds(1_000, "orange", "A");
        desk.says(2_000, "silence fence Z", because("shutdown"), till(10 * MINUTE), only("over_capacity", "overstay"));
        desk.about("overstay", "trackable", "B", "Z").holds(3_000, "yellow", "B");
        desk.about("boundary", "trackable", "B", "Z")
                .holds(4_000, "orange", "B")
                .says(4_500, "acknowledge site s");
        desk.about("overstay", "trackable", "C", "Y")
                .holds(5_000, "yellow", "C")
                .says(5_500, "acknowledge trackable C");
        desk.until(10 * MINUTE);
        assertEquals(
                List.of(
                        "1 over_capacity RAISED_UNACKNOWLEDGED orange",
                        "2 over_capacity SUPPRESSED orange",
                        "3 overstay SUPPRESSED yellow",
                        "4 boundary RAISED_UNACKNOWLEDGED orange",
                        "4 boundary ACKNOWLEDGED orange",
                        "5 overstay RAISED_UNACKNOWLEDGED yellow",
                        "5 overstay ACKNOWLEDGED yellow"),
                desk.states().subList(0, 7));
        assertEquals(
                List.of("600 over_capacity RAISED_UNACKNOWLEDGED orange", "600 overstay RAISED_UNACKNOWLEDGED yellow"),
                desk.states().subList(7, 9).stream().sorted().toList());
        assertEquals(9, desk.states().size());
    }

    @Test
    void aSilenceOfTheSiteIsTakenBackEarlyAndOneForTheSameReplacesTheOther() {
        desk.holds(1_000, "orange", "A")
                .says(2_000, "silence site s", because("drill"), till(HOUR))
                .says(3_000, "silence site s", because("drill"), till(2 * HOUR))
                .until(HOUR + MINUTE);
        assertEquals(AlarmStatus.SUPPRESSED, desk.last().status());
        assertEquals(
                "c2",
                String.valueOf(
                        desk.last().handling().aside() == null
                                ? ""
                                : desk.last().handling().aside().by()));
        desk.says(HOUR + MINUTE, "unsilence site s", only("sos"))
                .says(HOUR + MINUTE, "unsilence fence Z")
                .says(HOUR + MINUTE, "unsilence site s");
        assertEquals(AlarmStatus.RAISED_UNACKNOWLEDGED, desk.last().status());
        assertEquals(
                List.of("unsilence: nothing of site s is silenced", "unsilence: nothing of fence Z is silenced"),
                desk.refused());
    }

    @Test
    void whoMayBeDyingIsHeardWhateverIsSilencedAndWhoAsksIsTold() {
        desk.says(1_000, "silence site s", because("drill"), till(HOUR))
                .says(1_000, "remove_from_service site s", because("maintenance"));
        desk.about("fall", "trackable", "A", "Z").holds(2_000, "red", "A");
        desk.says(3_000, "shelve trackable A", because("x"), till(HOUR))
                .says(4_000, "silence trackable A", because("x"), till(HOUR), only("fall"))
                .says(5_000, "remove_from_service trackable A", because("x"), only("sos"));
        assertEquals(List.of("2 fall RAISED_UNACKNOWLEDGED red"), desk.states());
        assertEquals(
                List.of(
                        "shelve: fall cannot be shelved: acknowledge it",
                        "silence: fall cannot be put aside: acknowledge it",
                        "remove_from_service: sos cannot be put aside: acknowledge it"),
                desk.refused());
    }

    @Test
    void whatIsOutOfServiceStaysSoUntilItIsReturnedAndCountsForMoreThanAShelf() {
        desk.about("low_battery", "provider", "T")
                .says(500, "remove_from_service provider T", because("new battery"))
                .holds(1_000, "blue", "A")
                .says(2_000, "shelve provider T", because("x"), till(HOUR))
                .until(DAY)
                .says(DAY, "return_to_service provider T")
                .says(DAY, "return_to_service provider T");
        assertEquals(
                List.of(
                        "1 low_battery OUT_OF_SERVICE blue",
                        "2 low_battery OUT_OF_SERVICE blue",
                        "3600 low_battery OUT_OF_SERVICE blue",
                        "86400 low_battery RAISED_UNACKNOWLEDGED blue"),
                desk.states());
        assertEquals(List.of("return_to_service: nothing of provider T is out of service"), desk.refused());
    }

    @Test
    void anApprovedGatheringIsShownAsSuchUntilItOutgrowsWhatWasApproved() {
        desk.gathering("1", "Y")
                .says(500, "approve fence Y", because("training"), till(HOUR), atMost(4))
                .holds(1_000, "orange", "A", "B", "C", "D")
                .says(2_000, "acknowledge gathering g-1");
        Approval approved = desk.last().handling().approved();
        assertNotNull(approved);
        assertEquals(4, approved.maxCount());
        desk.until(30 * MINUTE);
        assertEquals(2, desk.states().size(), "an approved one is not escalated");
        desk.holds(31 * MINUTE, "orange", "A", "B", "C", "D", "E");
        assertEquals(AlarmStatus.RAISED_UNACKNOWLEDGED, desk.last().status());
        assertNull(desk.last().handling().approved());
        desk.holds(32 * MINUTE, "orange", "A", "B", "C");
        assertNull(desk.last().handling().approved(), "it has outgrown it once");
        desk.says(33 * MINUTE, "approve gathering g-1", because("five are fine"), till(HOUR), atMost(5));
        assertNotNull(desk.last().handling().approved());
        assertEquals(List.of(), desk.refused());
    }

    @Test
    void anApprovalEndsByTimeOrByAWordAndTheGatheringIsHeardAnew() {
        desk.gathering("1").holds(1_000, "orange", "A").says(2_000, "acknowledge gathering g-1");
        desk.says(3_000, "approve trackable A", because("x"), till(63_000)).until(63_000);
        desk.says(64_000, "acknowledge gathering g-1")
                .says(65_000, "approve gathering g-1", because("x"), till(HOUR))
                .says(66_000, "unapprove gathering g-1")
                .says(67_000, "unapprove gathering g-1")
                .says(68_000, "approve site s", because("x"), till(HOUR));
        assertEquals(
                List.of(
                        "1 gathering RAISED_UNACKNOWLEDGED orange",
                        "2 gathering ACKNOWLEDGED orange",
                        "3 gathering ACKNOWLEDGED orange",
                        "63 gathering RAISED_UNACKNOWLEDGED orange",
                        "64 gathering ACKNOWLEDGED orange",
                        "65 gathering ACKNOWLEDGED orange",
                        "66 gathering RAISED_UNACKNOWLEDGED orange"),
                desk.states());
        assertEquals(
                List.of(
                        "unapprove: nothing of gathering g-1 is approved",
                        "approve: a gathering is approved by its id, a fence or a person"),
                desk.refused());
    }

    @Test
    void aSilentFeedExplainsItsTagsAndWhatOutlastsItIsHeard() {
        desk.about("vendor_feed_silent", "vendor", "acme").of("acme").holds(1_000, "orange", "A", "B");
        desk.about("terminal_offline", "provider", "T1").of("acme").holds(2_000, "blue", "A");
        desk.about("terminal_offline", "provider", "T9").of("other").holds(3_000, "blue", "A");
        desk.about("tag_lost_in_hazard", "trackable", "B", "Z").holds(4_000, "orange", "B");
        desk.about("tag_lost_in_hazard", "trackable", "C", "Z").holds(5_000, "orange", "C");
        desk.about("vendor_feed_silent", "vendor", "acme").of("acme").ends(60_000);
        desk.about("terminal_offline", "provider", "T1").of("acme").ends(62_000);
        desk.until(90_000);
        assertEquals(
                List.of(
                        "1 vendor_feed_silent RAISED_UNACKNOWLEDGED orange",
                        "2 terminal_offline SUPPRESSED blue",
                        "3 terminal_offline RAISED_UNACKNOWLEDGED blue",
                        "4 tag_lost_in_hazard SUPPRESSED orange",
                        "5 tag_lost_in_hazard RAISED_UNACKNOWLEDGED orange",
                        "60 vendor_feed_silent CLEARED orange",
                        "67 terminal_offline CLEARED blue",
                        "70 tag_lost_in_hazard RAISED_UNACKNOWLEDGED orange"),
                desk.states());
        assertEquals(
                "vendor_feed_silent/acme@1000",
                desk.alarms().stream()
                        .filter(c -> c.status() == AlarmStatus.SUPPRESSED)
                        .map(c -> c.handling().aside() == null
                                ? ""
                                : c.handling().aside().by())
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void whatIsRaisedBeforeItsCauseIsSuppressedWhenTheCauseIs() {
        desk.about("terminal_offline", "provider", "T1").of("acme").holds(1_000, "blue", "A");
        desk.about("tag_lost_in_hazard", "trackable", "A", "Z").holds(2_000, "orange", "A");
        assertEquals(
                List.of(
                        "1 terminal_offline RAISED_UNACKNOWLEDGED blue",
                        "2 tag_lost_in_hazard RAISED_UNACKNOWLEDGED orange",
                        "2 terminal_offline SUPPRESSED blue"),
                desk.states());
    }

    @Test
    void aRepeatedCommandIsAnsweredOnceForAnHour() {
        desk.holds(1_000, "orange", "A");
        for (long at = 2_000; at <= 4_000; at += 1_000) {
            desk.desk.give(DeskStory.command(at, "same", "acknowledge", "fence", "Y"));
        }
        assertEquals(1, desk.refused().size());
        desk.desk.give(DeskStory.command(2_000 + HOUR + 1, "same", "acknowledge", "fence", "Y"));
        assertEquals(2, desk.refused().size());
    }

    @Test
    void whatStillHoldsIsNotCleared() {
        desk.holds(1_000, "orange", "A").says(2_000, "clear fence Z", because("x"));
        desk.about("sos", "provider", "T").holds(3_000, "red", "A");
        desk.says(4_000, "clear provider T", because("x"))
                .says(4_000, "reset provider T")
                .says(5_000, "reset fence Z");
        assertEquals(
                List.of(
                        "clear: its condition still holds: acknowledge or shelve it",
                        "clear: its condition still holds: acknowledge it",
                        "reset: its condition still holds: acknowledge it",
                        "reset: over_capacity does not latch: acknowledge it"),
                desk.refused());
    }

    @Test
    void aReturnedAlarmMayBeClearedWithAReasonInsteadOfAcknowledged() {
        desk.holds(1_000, "orange", "A").ends(2_000).until(7_000).says(8_000, "clear fence Z", because("checked"));
        assertEquals(
                new Act(8_000, "li.si", "shift leader", "checked"), desk.last().cleared());
    }

    @Test
    void remarksAreKeptTheLastTwentyOfThem() {
        desk.holds(1_000, "orange", "A").says(1_500, "comment fence Z");
        for (int i = 1; i <= 22; i++) {
            desk.says(2_000 + i, "comment fence Z", because("remark " + i));
        }
        List<Act> comments = desk.last().handling().comments();
        assertEquals(20, comments.size());
        assertEquals("remark 3", comments.get(0).reason());
        assertEquals("remark 22", comments.get(19).reason());
        assertEquals(List.of("comment: a reason is demanded"), desk.refused());
    }

    @Test
    void whatMakesNoSenseIsRefusedAndAReleaseIsNotOurs() {
        desk.says(1_000, "release trackable A")
                .says(1_000, "dance site s")
                .says(1_000, "acknowledge site s", only("meteorite"))
                .says(1_000, "acknowledge site s", only("fall"))
                .says(1_000, "silence alarm x", because("x"), till(HOUR))
                .says(1_000, "remove_from_service alarm x", because("x"))
                .says(1_000, "remove_from_service site s", because("x"), till(1_000))
                .says(1_000, "remove_from_service site s");
        assertEquals(
                List.of(
                        "dance: no such command",
                        "acknowledge: no alarm of the kind 'meteorite'",
                        "acknowledge: no open alarm of site s of these kinds",
                        "silence: a silence is for an area or a subject: shelve a single alarm",
                        "remove_from_service: its source is taken out of service, not an alarm",
                        "remove_from_service: until is over already",
                        "remove_from_service: a reason is demanded"),
                desk.refused());
        desk.until(2 * HOUR);
        assertNull(desk.desk.state(), "what was answered is forgotten");
    }

    @Test
    void aCommandDoesWhatItCanWhereItMeansSeveral() {
        desk.holds(1 * SECOND, "orange", "A");
        desk.about("boundary", "trackable", "B", "Z").holds(2 * SECOND, "orange", "B");
        desk.says(3 * SECOND, "acknowledge trackable B").says(4 * SECOND, "acknowledge fence Z");
        assertEquals(
                List.of(
                        "1 over_capacity RAISED_UNACKNOWLEDGED orange",
                        "2 boundary RAISED_UNACKNOWLEDGED orange",
                        "3 boundary ACKNOWLEDGED orange",
                        "4 over_capacity ACKNOWLEDGED orange"),
                desk.states());
        assertEquals(List.of(), desk.refused());
    }
}
