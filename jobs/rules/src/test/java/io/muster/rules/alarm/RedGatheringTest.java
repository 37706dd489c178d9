package io.muster.rules.alarm;

import static io.muster.rules.alarm.DeskStory.because;
import static io.muster.rules.alarm.DeskStory.only;
import static io.muster.rules.alarm.DeskStory.till;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A red gathering, of more than 6 people or beside gas, is heard whatever was put aside before it. */
class RedGatheringTest {
    private static final long HOUR = 3_600_000;

    private final DeskStory desk = new DeskStory();

    @Test
    void nobodyPutsItAside() {
        desk.says(500, "silence site s", because("drill"), till(HOUR))
                .says(500, "remove_from_service fence Z", because("maintenance"), only("gathering"));
        desk.gathering("1", "Z").holds(1_000, "red", "A", "B", "C");
        desk.says(2_000, "shelve gathering g-1", because("x"), till(HOUR)).until(60_000);
        assertEquals(List.of("1 gathering RAISED_UNACKNOWLEDGED red"), desk.states());
        assertEquals(List.of("shelve: a red gathering cannot be shelved: acknowledge it"), desk.refused());
    }

    @Test
    void oneThatBecomesRedComesBackFromItsShelf() {
        desk.gathering("1", "Z")
                .holds(1_000, "yellow", "A", "B", "C")
                .says(2_000, "shelve gathering g-1", because("a briefing"), till(HOUR))
                .holds(3_000, "red", "A", "B", "C");
        assertEquals(
                List.of(
                        "1 gathering RAISED_UNACKNOWLEDGED yellow",
                        "2 gathering SHELVED yellow",
                        "3 gathering RAISED_UNACKNOWLEDGED red"),
                desk.states());
        desk.holds(4_000, "orange", "A", "B", "C");
        assertEquals("4 gathering SHELVED orange", desk.states().get(3), "the shelf is good until its time is over");
    }

    @Test
    void oneThatIsEscalatedToRedIsNotPutAsideAgain() {
        desk.gathering("1", "Z").holds(1_000, "orange", "A", "B", "C", "D").until(30 * 60_000);
        assertEquals("red", desk.last().level());
        desk.says(31 * 60_000, "silence fence Z", because("x"), till(HOUR));
        assertEquals(AlarmStatus.RAISED_UNACKNOWLEDGED, desk.last().status());
    }

    @Test
    void whatIsNotRedYetIsSilencedForAWeekAtMost() {
        desk.says(1_000, "silence fence Z", because("overhaul"), till(1_001 + 168 * HOUR))
                .says(1_000, "silence fence Z", because("overhaul"), till(1_000 + 168 * HOUR));
        desk.gathering("1", "Z").holds(2_000, "orange", "A", "B", "C", "D");
        assertEquals(List.of("silence: longer than 604800 s"), desk.refused());
        assertEquals(List.of("2 gathering SUPPRESSED orange"), desk.states());
    }
}
