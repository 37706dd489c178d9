package io.muster.rules.alarm;

import static io.muster.rules.alarm.DeskStory.MINUTE;
import static io.muster.rules.alarm.DeskStory.because;
import static io.muster.rules.alarm.DeskStory.till;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.notify.AlarmTold;
import io.muster.rules.notify.Message;
import io.muster.rules.notify.NotifyRule;
import io.muster.rules.notify.NotifyState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A silence that ends while people still stand together (AQ 3064.3 5.2.5): they are heard of again, and told. */
class SilencedGatheringTest {
    private final DeskStory desk = new DeskStory();

    @Test
    void whoStillStandThereWhenTheSilenceEndsAreRaisedAnewThoughTheyWereAcknowledged() {
        desk.gathering("1", "Z")
                .holds(1_000, "orange", "A", "B", "C", "D")
                .says(2_000, "acknowledge gathering g-1")
                .says(3_000, "silence fence Z", because("training"), till(5 * MINUTE))
                .holds(4 * MINUTE, "yellow", "A", "B", "C")
                .until(5 * MINUTE);
        assertEquals(
                List.of(
                        "1 gathering RAISED_UNACKNOWLEDGED orange",
                        "2 gathering ACKNOWLEDGED orange",
                        "3 gathering SUPPRESSED orange",
                        "240 gathering SUPPRESSED yellow",
                        "300 gathering RAISED_UNACKNOWLEDGED yellow"),
                desk.states());
        assertEquals(null, desk.last().handling().aside());
        assertEquals(null, desk.last().handling().acknowledged());
        assertEquals(List.of("A", "B", "C"), desk.last().finding().trackableIds());
    }

    @Test
    void whoGatheredInTheSilenceAreToldWhenItEndsAndNotBefore() {
        desk.says(1_000, "silence fence Z", because("training"), till(5 * MINUTE))
                .gathering("1", "Z")
                .holds(2_000, "yellow", "A", "B", "C")
                .holds(MINUTE, "orange", "A", "B", "C", "D");
        assertEquals(List.of(), messages());
        desk.holds(2 * MINUTE, "yellow", "B", "C", "D").until(5 * MINUTE - 1);
        assertEquals(List.of(), messages());
        desk.until(5 * MINUTE);
        assertEquals(
                List.of("300000 B yellow", "300000 C yellow", "300000 D yellow", "300000 managers yellow/medium"),
                messages());
    }

    @Test
    void whoPartedInTheSilenceAreNotHeardOfWhenItEnds() {
        desk.says(1_000, "silence fence Z", because("training"), till(5 * MINUTE))
                .gathering("1", "Z")
                .holds(2_000, "yellow", "A", "B", "C")
                .ends(MINUTE, "A", "B", "C")
                .until(10 * MINUTE);
        assertEquals(List.of("2 gathering SUPPRESSED yellow", "60 gathering CLEARED yellow"), desk.states());
        assertEquals(List.of(), messages());
    }

    @Test
    void ofASilenceOfOneFenceOnlyTheGatheringInItIsQuiet() {
        desk.says(1_000, "silence fence Z", because("training"), till(5 * MINUTE))
                .gathering("1", "Y")
                .holds(2_000, "yellow", "A", "B", "C")
                .holds(3_000, "red", "A", "B", "C")
                .until(5 * MINUTE);
        assertEquals(
                List.of("2 gathering RAISED_UNACKNOWLEDGED yellow", "3 gathering RAISED_UNACKNOWLEDGED red"),
                desk.states().subList(0, 2));
        assertEquals("2000 A yellow", messages().get(0));
    }

    /** What people are told of these alarms. */
    private List<String> messages() {
        Driven<NotifyState, AlarmTold, Message> notify = new Driven<>(new NotifyRule());
        desk.alarms().forEach(each -> notify.give(new AlarmTold(each, List.of())));
        return notify.told().stream()
                .map(each -> each.timeMillis() + " " + each.recipient() + " " + each.occasion())
                .toList();
    }
}
