package io.muster.rules.alarm;

import static io.muster.rules.alarm.DeskStory.HOUR;
import static io.muster.rules.alarm.DeskStory.MINUTE;
import static io.muster.rules.alarm.DeskStory.atMost;
import static io.muster.rules.alarm.DeskStory.because;
import static io.muster.rules.alarm.DeskStory.only;
import static io.muster.rules.alarm.DeskStory.till;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several silences, maintenances and approvals at once: which one counts, until when, and how many there may be. */
class StandingOrdersTest {
    private final DeskStory desk = new DeskStory();

    @Test
    void oneForTheSameTargetTakesThePlaceOfTheOneBefore() {
        desk.holds(1_000, "orange", "A", "B")
                .says(2_000, "silence fence Z", because("drill"), till(HOUR))
                .says(3_000, "silence fence Z", because("shorter"), till(MINUTE))
                .until(MINUTE + 1);
        assertEquals(
                List.of("1 over_capacity RAISED_UNACKNOWLEDGED orange", "2 over_capacity SUPPRESSED orange"),
                desk.states().subList(0, 2));
        assertEquals(
                "60 over_capacity RAISED_UNACKNOWLEDGED orange", desk.states().get(3));
        assertEquals(List.of(), desk.refused());
    }

    @Test
    void oneForAnotherTargetOrOfAnotherSortStandsBesideIt() {
        desk.holds(1_000, "orange", "A", "B")
                .says(2_000, "silence fence Z", because("drill"), till(HOUR))
                .says(3_000, "silence fence Y", because("drill"), till(MINUTE))
                .says(4_000, "remove_from_service fence Z", because("reader is changed"), till(2 * MINUTE))
                .until(MINUTE);
        assertEquals("4 over_capacity OUT_OF_SERVICE orange", last());
        desk.until(2 * MINUTE);
        assertEquals("120 over_capacity SUPPRESSED orange", last(), "the silence stands behind it");
        desk.until(HOUR);
        assertEquals("3600 over_capacity RAISED_UNACKNOWLEDGED orange", last());
    }

    @Test
    void aThousandOfThemAreAMistakeOfAProgram() {
        for (int i = 0; i < 1_000; i++) {
            desk.says(1_000 + i, "silence fence F" + i, because("x"), till(HOUR));
        }
        assertEquals(List.of(), desk.refused());
        desk.says(3_000, "silence fence Z", because("x"), till(HOUR));
        assertEquals(List.of("silence: there are 1000 already"), desk.refused());
        desk.says(4_000, "silence fence F7", because("longer"), till(2 * HOUR));
        assertEquals(1, desk.refused().size(), "one of them may be changed");
    }

    @Test
    void aThousandApprovalsAreOneToo() {
        for (int i = 0; i < 1_000; i++) {
            desk.says(1_000 + i, "approve fence F" + i, because("x"), till(HOUR));
        }
        desk.says(3_000, "approve fence Z", because("x"), till(HOUR));
        desk.says(4_000, "approve fence F7", because("longer"), till(2 * HOUR));
        assertEquals(List.of("approve: there are 1000 already"), desk.refused());
    }

    @Test
    void anApprovalForTheSameTargetTakesThePlaceOfTheOneBefore() {
        desk.gathering("1", "Z")
                .holds(1_000, "orange", "A", "B", "C", "D")
                .says(2_000, "approve fence Z", because("training"), till(HOUR))
                .says(3_000, "approve fence Z", because("of three"), till(HOUR), atMost(3));
        assertEquals(null, desk.last().handling().approved());
        desk.says(4_000, "approve fence Z", because("of ten"), till(HOUR), atMost(10))
                .says(5_000, "approve fence Y", because("elsewhere"), till(HOUR), atMost(3));
        Approval approved = desk.last().handling().approved();
        assertEquals(10, approved == null ? null : approved.maxCount());
        assertEquals(List.of(), desk.refused());
    }

    @Test
    void whatIsShelvedAndTakenBackIsRefusedToNobody() {
        desk.holds(1_000, "orange", "A", "B")
                .says(2_000, "shelve fence Z", because("known"), till(HOUR))
                .says(3_000, "unshelve fence Z");
        assertEquals(List.of(), desk.refused());
        assertEquals("3 over_capacity RAISED_UNACKNOWLEDGED orange", last());
    }

    @Test
    void aVendorsAlarmsAreMeantByItsName() {
        desk.about("low_battery", "provider", "T")
                .of("acme")
                .holds(1_000, "blue", "A")
                .about("low_battery", "provider", "U")
                .of("other")
                .holds(2_000, "blue", "B")
                .says(
                        3_000,
                        "silence vendor acme",
                        because("they change all of them"),
                        till(HOUR),
                        only("low_battery"));
        assertEquals(
                Map.of("T", AlarmStatus.SUPPRESSED, "U", AlarmStatus.RAISED_UNACKNOWLEDGED),
                Map.of(
                        "T", newest("T").status(),
                        "U", newest("U").status()));
    }

    private AlarmChange newest(String subject) {
        return desk.alarms().stream()
                .filter(each -> each.finding().subjectId().equals(subject))
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private String last() {
        List<String> states = desk.states();
        return states.get(states.size() - 1);
    }
}
