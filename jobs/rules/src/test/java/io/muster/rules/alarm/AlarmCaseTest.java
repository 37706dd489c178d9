package io.muster.rules.alarm;

import static io.muster.rules.alarm.DeskStory.DAY;
import static io.muster.rules.alarm.DeskStory.HOUR;
import static io.muster.rules.alarm.DeskStory.MINUTE;
import static io.muster.rules.alarm.DeskStory.SECOND;
import static io.muster.rules.alarm.DeskStory.because;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One alarm from its condition to its end, nobody doing anything, or somebody acknowledging. */
class AlarmCaseTest {
    private DeskStory desk = new DeskStory();

    @Test
    void anAlarmThatNobodySawWaitsAfterItsEndForWhoAcknowledgesIt() {
        desk.holds(1_000, "orange", "A", "B").ends(2_000, "A").until(9_000);
        assertEquals(
                List.of(
                        "1000 #1 RAISED_UNACKNOWLEDGED orange [A, B]",
                        "5000 #1 again RAISED_UNACKNOWLEDGED orange [A, B]",
                        "7000 #2 RETURNED_UNACKNOWLEDGED orange [A] returned 2000"),
                desk.told());
        desk.says(20_000, "acknowledge alarm over_capacity/Z@1000");
        assertEquals("20000 #3 CLEARED orange [A] returned 2000 by li.si", DeskStory.text(desk.last()));
    }

    @Test
    void oneThatWasAcknowledgedEndsWithItsCondition() {
        desk.holds(1_000, "orange", "A", "B")
                .says(1_500, "acknowledge fence Z")
                .ends(2_000, "A")
                .until(9_000);
        assertEquals(
                List.of(
                        "1000 #1 RAISED_UNACKNOWLEDGED orange [A, B]",
                        "1500 #2 ACKNOWLEDGED orange [A, B]",
                        "7000 #3 CLEARED orange [A] returned 2000 by system"),
                desk.changes());
        Act seen = desk.last().handling().acknowledged();
        assertEquals(new Act(1_500, "li.si", "shift leader", null), seen);
        assertEquals(Act.bySystem(7_000, "condition ended"), desk.last().cleared());
    }

    @Test
    void aYellowGatheringClosesByItself() {
        desk.gathering("1").holds(1_000, "yellow", "A", "B", "C").ends(2_000, "A", "B", "C");
        assertEquals(
                List.of(
                        "1000 #1 RAISED_UNACKNOWLEDGED yellow [A, B, C]",
                        "2000 #2 CLEARED yellow [A, B, C] returned 2000 by system"),
                desk.changes());
    }

    @Test
    void oneThatWasOrangeOnceWaitsForWhoConfirmsThatItDispersed() {
        desk.gathering("1")
                .holds(1_000, "yellow", "A", "B", "C")
                .holds(2_000, "orange", "A", "B", "C", "D")
                .holds(3_000, "yellow", "A", "B", "C")
                .ends(4_000, "A", "B", "C")
                .says(5_000, "clear gathering g-1")
                .says(6_000, "clear gathering g-1", because("all went home"));
        assertEquals(
                List.of(
                        "1 gathering RAISED_UNACKNOWLEDGED yellow",
                        "2 gathering RAISED_UNACKNOWLEDGED orange",
                        "3 gathering RAISED_UNACKNOWLEDGED yellow",
                        "4 gathering LATCHED_UNACKNOWLEDGED yellow",
                        "6 gathering CLEARED yellow"),
                desk.states());
        assertEquals(
                new Act(6_000, "li.si", "shift leader", "all went home"),
                desk.last().cleared());
        assertEquals(List.of("clear: a reason is demanded"), desk.refused());
    }

    @Test
    void anAcknowledgedGatheringStillWantsItsDispersalConfirmed() {
        desk.gathering("1")
                .holds(1_000, "red", "A", "B")
                .says(2_000, "acknowledge gathering g-1")
                .ends(3_000)
                .says(4_000, "reset gathering g-1")
                .says(5_000, "acknowledge gathering g-1")
                .says(6_000, "clear gathering g-1", because("seen by camera"));
        assertEquals(
                List.of(
                        "1 gathering RAISED_UNACKNOWLEDGED red",
                        "2 gathering ACKNOWLEDGED red",
                        "3 gathering LATCHED_ACKNOWLEDGED red",
                        "6 gathering CLEARED red"),
                desk.states());
        assertEquals(
                List.of("reset: gathering does not latch: clear it", "acknowledge: acknowledged already by li.si"),
                desk.refused());
    }

    @Test
    void aConditionThatComesBackWithinTheOffDelayGoesOn() {
        desk.holds(1_000, "orange", "A", "B")
                .ends(2_000, "A")
                .holds(7_000, "orange", "A", "B")
                .until(30_000);
        assertEquals(List.of("1000 #1 RAISED_UNACKNOWLEDGED orange [A, B]"), desk.changes());
    }

    @Test
    void oneThatComesBackLaterIsANewAlarmAndClosesTheOneThatWaits() {
        desk.holds(1_000, "orange", "A", "B").ends(2_000, "A").holds(7_001, "orange", "A", "B", "C");
        assertEquals(
                List.of(
                        "1000 #1 RAISED_UNACKNOWLEDGED orange [A, B]",
                        "7000 #2 RETURNED_UNACKNOWLEDGED orange [A] returned 2000",
                        "7001 #3 CLEARED orange [A] returned 2000 by system",
                        "7001 #1 RAISED_UNACKNOWLEDGED orange [A, B, C]"),
                desk.changes());
        assertEquals(
                List.of("over_capacity/Z@1000", "over_capacity/Z@1000", "over_capacity/Z@1000", "over_capacity/Z@7001"),
                desk.alarms().stream()
                        .filter(c -> !c.report())
                        .map(AlarmChange::alarmId)
                        .toList());
        assertEquals(
                Act.bySystem(7_001, "raised again"),
                desk.alarms().get(desk.alarms().size() - 2).cleared());
    }

    @Test
    void whoClosesAnAlarmAtTheMomentAtWhichItIsRaisedAgainClosesTheFirst() {
        for (String words : List.of("acknowledge fence Z", "clear fence Z")) {
            desk = new DeskStory(DeskStory.delays(Map.of("over_capacity", 3_000L), Map.of(), Map.of()));
            desk.holds(1_000, "orange", "A", "B").until(4_000).ends(5_000, "A").until(10_000);
            desk.holds(20_000, "orange", "A", "B")
                    .says(23_000, words, because("looked"))
                    .until(24_000);
            assertEquals(
                    List.of(
                            "4000 #1 RAISED_UNACKNOWLEDGED orange [A, B]",
                            "10000 #2 RETURNED_UNACKNOWLEDGED orange [A] returned 5000",
                            "23000 #3 CLEARED orange [A] returned 5000 by li.si",
                            "23000 #1 RAISED_UNACKNOWLEDGED orange [A, B]"),
                    desk.changes());
            assertEquals("over_capacity/Z@20000", desk.last().alarmId());
        }
    }

    @Test
    void anAcknowledgementBelongsToOneEpisode() {
        desk.about("fall", "trackable", "A")
                .holds(1_000, "red", "A")
                .says(2_000, "acknowledge trackable A")
                .ends(3_000, "A")
                .holds(4_000, "red", "A");
        assertEquals(
                List.of(
                        "1 fall RAISED_UNACKNOWLEDGED red",
                        "2 fall ACKNOWLEDGED red",
                        "3 fall LATCHED_ACKNOWLEDGED red",
                        "4 fall CLEARED red",
                        "4 fall RAISED_UNACKNOWLEDGED red"),
                desk.states());
        assertNull(desk.last().handling().acknowledged());
    }

    @Test
    void twoAlarmsOfOneInstantAreTwo() {
        desk.gathering("1").holds(1_000, "yellow", "A").ends(1_000, "A").holds(1_000, "yellow", "A");
        assertEquals(
                List.of("gathering/1@1000", "gathering/1@1000", "gathering/1@1001"),
                desk.alarms().stream().map(AlarmChange::alarmId).toList());
    }

    @Test
    void aLevelIsToldAtOnceAndItsPriorityFollows() {
        desk.holds(1_000, "orange", "A", "B").holds(1_010, "red", "A", "B", "C");
        assertEquals(
                List.of("1000 #1 RAISED_UNACKNOWLEDGED orange [A, B]", "1010 #2 RAISED_UNACKNOWLEDGED red [A, B, C]"),
                desk.changes());
        assertEquals(
                List.of("high", "critical"),
                desk.alarms().stream().map(AlarmChange::priority).toList());
    }

    @Test
    void whatBecomesGraverWantsToBeSeenAnewAndWhatBecomesLessSoDoesNot() {
        desk.gathering("1")
                .holds(1_000, "orange", "A", "B", "C", "D")
                .says(2_000, "acknowledge gathering g-1")
                .holds(3_000, "yellow", "A", "B", "C")
                .holds(4_000, "red", "A", "B", "C");
        assertEquals(
                List.of(
                        "1 gathering RAISED_UNACKNOWLEDGED orange",
                        "2 gathering ACKNOWLEDGED orange",
                        "3 gathering ACKNOWLEDGED yellow",
                        "4 gathering RAISED_UNACKNOWLEDGED red"),
                desk.states());
        assertNull(desk.last().handling().acknowledged());
    }

    @Test
    void aReasonIsToldAtOnceAndGoesIntoTheRecord() {
        desk.gathering("1")
                .holds(1_000, "orange", "A")
                .reasoned("gas g1 (toxic)")
                .holds(1_100, "orange", "A");
        assertEquals(2, desk.last().seq());
        assertEquals(List.of("gas g1 (toxic)"), desk.last().finding().reasons());
    }

    @Test
    void personsAreToldOnceASecondAndTheNewestIsNeverLost() {
        desk.holds(1_000, "orange", "A", "B")
                .holds(1_100, "orange", "A", "B", "C")
                .holds(1_900, "orange", "A", "C")
                .until(3_000)
                .holds(3_500, "orange", "A", "D");
        assertEquals(
                List.of(
                        "1000 #1 RAISED_UNACKNOWLEDGED orange [A, B]",
                        "2000 #2 RAISED_UNACKNOWLEDGED orange [A, C]",
                        "3500 #3 RAISED_UNACKNOWLEDGED orange [A, D]"),
                desk.changes());
    }

    @Test
    void personsThatComeAndGoWithinTheSecondAreNoChange() {
        desk.holds(1_000, "orange", "A", "B")
                .holds(1_100, "orange", "A", "B", "C")
                .holds(1_200, "orange", "A", "B")
                .until(4_000);
        assertEquals(List.of("1000 #1 RAISED_UNACKNOWLEDGED orange [A, B]"), desk.changes());
    }

    @Test
    void isRepeatedEveryFiveSecondsAsItWasWritten() {
        desk.holds(4_500, "orange", "A", "B")
                .holds(4_900, "orange", "A", "B", "C")
                .until(16_000);
        assertEquals(
                List.of(
                        "4500 #1 RAISED_UNACKNOWLEDGED orange [A, B]",
                        "5000 #1 again RAISED_UNACKNOWLEDGED orange [A, B]",
                        "5500 #2 RAISED_UNACKNOWLEDGED orange [A, B, C]",
                        "10000 #2 again RAISED_UNACKNOWLEDGED orange [A, B, C]",
                        "15000 #2 again RAISED_UNACKNOWLEDGED orange [A, B, C]"),
                desk.told());
    }

    @Test
    void isRepeatedOnlyEachMinuteOnceItWaitsForAPerson() {
        desk.holds(1_000, "orange", "A").ends(2_000).until(3 * MINUTE);
        assertEquals(
                List.of(
                        "7000 #2 RETURNED_UNACKNOWLEDGED orange [] returned 2000",
                        "60000 #2 again RETURNED_UNACKNOWLEDGED orange [] returned 2000",
                        "120000 #2 again RETURNED_UNACKNOWLEDGED orange [] returned 2000",
                        "180000 #2 again RETURNED_UNACKNOWLEDGED orange [] returned 2000"),
                desk.told().subList(2, 6));
        assertEquals(6, desk.told().size());
    }

    @Test
    void isForgottenADayAfterItWasCleared() {
        desk.gathering("1").holds(1_000, "yellow", "A", "B").ends(2_000, "A");
        desk.until(2_000 + DAY - 1);
        assertEquals(List.of(), desk.forgotten());
        desk.until(2_000 + DAY);
        assertEquals(List.of((2_000 + DAY) + " gathering/1@1000"), desk.forgotten());
        assertNull(desk.desk.state());
    }

    @Test
    void eachOfTwoAlarmsIsForgottenInItsTime() {
        desk.gathering("1")
                .holds(1_000, "yellow", "A")
                .ends(2_000, "A")
                .holds(3_000, "yellow", "A")
                .until(2_000 + DAY)
                .ends(3_000 + DAY, "A")
                .until(3_000 + 2 * DAY);
        assertEquals(
                List.of((2_000 + DAY) + " gathering/1@1000", (3_000 + 2 * DAY) + " gathering/1@3000"),
                desk.forgotten());
        assertNull(desk.desk.state());
    }

    @Test
    void waitsForTheOnDelay() {
        desk = new DeskStory(DeskStory.delays(Map.of("over_capacity", 3_000L), Map.of("over_capacity", 0L), Map.of()));
        desk.holds(1_000, "orange", "A").ends(3_999, "A");
        assertNull(desk.desk.state());
        desk.holds(5_000, "orange", "A").holds(6_000, "orange", "A", "B").until(8_000);
        assertEquals(List.of("8000 #1 RAISED_UNACKNOWLEDGED orange [A, B]"), desk.changes());
        assertEquals(5_000, desk.last().onsetOrderMillis());
        assertEquals(4_900, desk.last().onsetMillis());
    }

    @Test
    void whatWaitsIsClosedOnlyOnceTheNextIsRaised() {
        desk = new DeskStory(DeskStory.delays(Map.of("over_capacity", 3_000L), Map.of("over_capacity", 0L), Map.of()));
        desk.holds(1_000, "orange", "A").until(4_000).ends(5_000, "A").holds(6_000, "orange", "A", "B");
        desk.says(7_000, "acknowledge fence Z").until(9_000);
        assertEquals(
                List.of(
                        "4000 #1 RAISED_UNACKNOWLEDGED orange [A]",
                        "5000 #2 RETURNED_UNACKNOWLEDGED orange [A] returned 5000",
                        "7000 #3 CLEARED orange [A] returned 5000 by li.si",
                        "9000 #1 RAISED_UNACKNOWLEDGED orange [A, B]"),
                desk.changes());
    }

    @Test
    void aLatchingAlarmWaitsForWhoAcknowledgesAndResetsIt() {
        desk.about("sos", "provider", "T")
                .holds(1_000, "red", "A")
                .ends(2_000, "A")
                .until(2 * DAY);
        desk.says(2 * DAY, "reset provider T")
                .says(2 * DAY, "clear provider T", because("why not"))
                .says(2 * DAY, "acknowledge provider T")
                .says(2 * DAY + 1, "reset provider T");
        assertEquals(
                List.of(
                        "1000 #2 RAISED_UNACKNOWLEDGED red [A]",
                        "2000 #3 LATCHED_UNACKNOWLEDGED red [A] returned 2000",
                        2 * DAY + " #4 LATCHED_ACKNOWLEDGED red [A] returned 2000",
                        2 * DAY + 1 + " #5 CLEARED red [A] returned 2000 by li.si"),
                desk.changes());
        assertEquals(
                List.of("reset: acknowledge it first", "clear: sos latches: acknowledge, then reset it"),
                desk.refused());
    }

    @Test
    void anSosThatIsPressedAgainIsAnEpisodeOfItsOwnWhateverTheOffDelay() {
        desk = new DeskStory(DeskStory.delays(Map.of(), Map.of("sos", 10_000L), Map.of()));
        desk.about("sos", "provider", "T")
                .holds(1_000, "red", "A")
                .ends(2_000, "A")
                .holds(3_000, "red", "A");
        assertEquals(
                List.of(
                        "1000 #2 RAISED_UNACKNOWLEDGED red [A]",
                        "3000 #3 LATCHED_UNACKNOWLEDGED red [A] returned 2000",
                        "3000 #4 CLEARED red [A] returned 2000 by system",
                        "3000 #2 RAISED_UNACKNOWLEDGED red [A]"),
                desk.changes());
        assertEquals("sos/T@3000", desk.last().alarmId());
    }

    @Test
    void whatNobodyAcknowledgesBecomesGraver() {
        desk.about("boundary", "trackable", "A", "Z")
                .holds(1_000, "orange", "A")
                .until(30 * MINUTE);
        assertEquals(
                List.of("1 boundary RAISED_UNACKNOWLEDGED orange", "601 boundary RAISED_UNACKNOWLEDGED orange"),
                desk.states());
        assertEquals("critical", desk.last().priority());
        assertEquals(
                new Escalation(601_000, "orange", "critical", "unacknowledged for 600 s"),
                desk.last().handling().escalated());
    }

    @Test
    void anOrangeGatheringThatNobodyAcknowledgesTurnsRedAndStaysSo() {
        desk.gathering("1")
                .holds(1_000, "orange", "A", "B", "C", "D")
                .until(10 * MINUTE + SECOND)
                .says(11 * MINUTE, "acknowledge gathering g-1")
                .holds(12 * MINUTE, "orange", "A", "B", "C", "E")
                .until(HOUR);
        assertEquals(
                List.of(
                        "1 gathering RAISED_UNACKNOWLEDGED orange",
                        "601 gathering RAISED_UNACKNOWLEDGED red",
                        "660 gathering ACKNOWLEDGED red",
                        "720 gathering ACKNOWLEDGED red"),
                desk.states());
        assertEquals("critical", desk.last().priority());
    }

    @Test
    void aMediumAlarmGoesUpTwiceAndALowOneNever() {
        desk.about("overstay", "trackable", "A", "Z").holds(0, "yellow", "A");
        desk.about("low_battery", "provider", "T").holds(0, "blue", "A").until(DAY);
        assertEquals(
                List.of(
                        "0 overstay RAISED_UNACKNOWLEDGED yellow",
                        "0 low_battery RAISED_UNACKNOWLEDGED blue",
                        "1800 overstay RAISED_UNACKNOWLEDGED yellow",
                        "2400 overstay RAISED_UNACKNOWLEDGED yellow"),
                desk.states());
        assertEquals(
                List.of("medium", "low", "high", "critical"),
                desk.alarms().stream()
                        .filter(c -> !c.report())
                        .map(AlarmChange::priority)
                        .toList());
    }

    @Test
    void whatWasAcknowledgedIsHeardAgainWhereReAlarmIsSet() {
        desk = new DeskStory(DeskStory.delays(Map.of(), Map.of(), Map.of("over_capacity", MINUTE)));
        desk.holds(1_000, "orange", "A")
                .says(2_000, "acknowledge fence Z")
                .until(62_000)
                .says(63_000, "acknowledge fence Z");
        assertEquals(
                List.of(
                        "1 over_capacity RAISED_UNACKNOWLEDGED orange",
                        "2 over_capacity ACKNOWLEDGED orange",
                        "62 over_capacity RAISED_UNACKNOWLEDGED orange",
                        "63 over_capacity ACKNOWLEDGED orange"),
                desk.states());
    }

    @Test
    void anEndOfNothingIsNothing() {
        desk.ends(1_000, "A");
        assertEquals(List.of(), desk.told());
        assertNull(desk.desk.state());
    }

    @Test
    void aKindThatNobodyDescribedIsAnAlarmAllTheSame() {
        desk.about("meteorite", "fence", "Z").holds(1_000, "purple", "A");
        assertEquals(List.of("1000 #1 RAISED_UNACKNOWLEDGED yellow [A]"), desk.changes());
    }

    @Test
    void namesAllFaultsOfTheOptionsTogether() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new AlarmOptions(
                                0,
                                0,
                                999,
                                -1,
                                0,
                                0,
                                -1,
                                Map.of("meteorite", 1L, "sos", 1L),
                                Map.of("sos", -2L),
                                Map.of("fall", 0L),
                                Map.of("huge", 1L, "high", 0L)))
                .getMessage();
        assertEquals(
                "alarms.report must be > 0 ms, was 0; alarms.report_waiting must be > 0 ms, was 0;"
                        + " alarms.forget_after must be >= 1000 ms, was 999; alarms.quiet must be >= 0 ms, was -1;"
                        + " alarms.shelve_at_most must be > 0 ms, was 0; alarms.silence_at_most must be > 0 ms, was 0; alarms.cause_lasts must be >= 0 ms, was -1;"
                        + " alarms.meteorite.on_delay: no alarm of this kind; alarms.sos.off_delay must be >= 0 ms, was -2;"
                        + " alarms.fall.re_alarm must be > 0 ms, was 0;"
                        + " alarms.sos.on_delay must be 0 ms, was 1: an SOS is told at once (AQ 3064.3 7.2.2);"
                        + " alarms.escalate.high must be > 0 ms, was 0; alarms.escalate.huge: no priority of this name",
                message);
    }
}
