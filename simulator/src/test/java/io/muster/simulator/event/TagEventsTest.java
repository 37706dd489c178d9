package io.muster.simulator.event;

import static io.muster.simulator.event.Scenes.HOUR;
import static io.muster.simulator.event.Scenes.MINUTE;
import static io.muster.simulator.event.Scenes.event;
import static io.muster.simulator.event.Scenes.playOnce;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Appointment;
import io.muster.simulator.day.Appointment.Activity;
import io.muster.simulator.event.Message.TagField;
import io.muster.simulator.event.Message.TagOf;
import io.muster.simulator.scenario.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events that tags tell: somebody lies, falls, presses the button, or goes where a visitor may not. */
class TagEventsTest {

    @Test
    void whoeverLiesSaysSoAfterSomeSeconds() {
        Played played = playOnce(event(EventKind.MAN_DOWN, HOUR)
                .who("operator#2")
                .zone("unit-04")
                .lasts(10 * MINUTE)
                .line(5));

        Appointment lies = played.appointments().get(0);
        assertEquals(Activity.LIE, lies.activity());
        assertEquals(HOUR, lies.fromMillis());
        assertEquals(HOUR + 10 * MINUTE, lies.untilMillis());
        assertEquals(List.of("still", "moving"), said(played, "motion"));
        assertEquals(HOUR + 5_000, played.messages().get(0).atMillis());
        assertEquals(List.of(), played.expectations());
    }

    @Test
    void aPressedButtonIsSaidByTheFirstTagAndDueWithinFiveSeconds() {
        Played held = playOnce(event(EventKind.SOS, HOUR).who("operator#2").line(7));
        assertEquals(List.of("sos"), said(held, "button"));
        assertEquals(List.of(), held.appointments());
        Message said = held.messages().get(0);
        assertEquals(new TagOf("operator#2", TagField.ID), said.key());
        assertEquals(
                List.of(
                        "provider_id",
                        "provider_type",
                        "source",
                        "timestamp_generated",
                        "timestamp_sent",
                        "button",
                        "motion",
                        "fall"),
                List.copyOf(said.value().keySet()));
        assertEquals(
                new Expectation(
                        AlarmKind.SOS,
                        "provider",
                        "operator#2",
                        HOUR,
                        HOUR + 5_000,
                        null,
                        List.of("operator#2"),
                        null,
                        false),
                held.expectations().get(0));

        Played released = playOnce(
                event(EventKind.SOS, HOUR).who("operator#2").lasts(3 * MINUTE).line(7));
        assertEquals(List.of("sos", "none"), said(released, "button"));
        assertEquals(HOUR + 3 * MINUTE, released.expectations().get(0).endMillis());
    }

    @Test
    void whoeverFallsStoodThereBeforeAndLiesThere() {
        Played played = playOnce(
                event(EventKind.FALL, HOUR).who("operator#3").lasts(2 * MINUTE).line(8));

        assertEquals(
                List.of(Activity.STAND, Activity.LIE),
                played.appointments().stream().map(Appointment::activity).toList());
        assertEquals(
                1,
                played.appointments().stream()
                        .map(Appointment::place)
                        .distinct()
                        .count());
        assertEquals(HOUR, played.appointments().get(1).fromMillis());
        assertEquals(List.of(true, false), said(played, "fall"));
        assertEquals(
                List.of(AlarmKind.FALL),
                played.expectations().stream().map(Expectation::kind).toList());
        assertEquals(HOUR + 5_000, played.expectations().get(0).dueMillis());
    }

    @Test
    void aVisitorGoesAloneIntoAUnitAndAnEmployeeIsNoVisitor() {
        Played played = playOnce(event(EventKind.VISITOR_OUT_OF_BOUNDS, HOUR)
                .who("visitor#1")
                .zone("unit-04")
                .lasts(5 * MINUTE)
                .line(9));
        assertEquals("visitor#1", played.appointments().get(0).member());
        assertEquals(
                List.of("9: visitor_out_of_bounds: zone 'workshop' admits visitors"),
                Scenes.player(event(EventKind.VISITOR_OUT_OF_BOUNDS, HOUR)
                                .who("visitor#1")
                                .zone("workshop")
                                .lasts(5 * MINUTE)
                                .line(9))
                        .faults());
        assertEquals(
                List.of("9: visitor_out_of_bounds: office#1 is no visitor"),
                Scenes.player(event(EventKind.VISITOR_OUT_OF_BOUNDS, HOUR)
                                .who("office#1")
                                .zone("unit-04")
                                .lasts(5 * MINUTE)
                                .line(9))
                        .faults());
    }

    @Test
    void aVisitorWhoStaysTooLongIsDueOnceAndToleratedEverAfter() {
        EventPlayer player = Scenes.player(event(EventKind.VISITOR_OVERRUN, HOUR)
                .who("visitor#2")
                .lasts(5 * MINUTE)
                .line(9));
        List<Expectation> first = player.play(0).get(0).expectations();
        assertEquals(
                List.of(false, true), first.stream().map(Expectation::tolerated).toList());
        assertEquals(HOUR, first.get(0).onsetMillis());
        assertEquals(HOUR + 5 * MINUTE, first.get(0).endMillis());
        // The tag is no longer valid when the scenario begins anew.
        List<Expectation> second = player.play(1).get(0).expectations();
        assertEquals(List.of(true), second.stream().map(Expectation::tolerated).toList());
        assertEquals(0, second.get(0).onsetMillis());
    }

    @Test
    void whoHasNoPostCannotBeAtAWrongOne() {
        assertEquals(
                List.of("9: wrong_post: operator#1 is not at a wrong post in 'control-room'"),
                Scenes.player(event(EventKind.WRONG_POST, HOUR)
                                .who("operator#1")
                                .zone("control-room")
                                .lasts(5 * MINUTE)
                                .line(9))
                        .faults());
    }

    private static List<Object> said(Played played, String field) {
        return played.messages().stream()
                .map(message -> {
                    Object value = message.value().get(field);
                    return value == null ? "nothing" : value;
                })
                .toList();
    }
}
