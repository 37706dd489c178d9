package io.muster.simulator.event;

import static io.muster.simulator.event.Scenes.HOUR;
import static io.muster.simulator.event.Scenes.MINUTE;
import static io.muster.simulator.event.Scenes.event;
import static io.muster.simulator.event.Scenes.playOnce;
import static io.muster.simulator.event.Scenes.player;
import static io.muster.simulator.event.Scenes.standing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Appointment;
import io.muster.simulator.event.Message.At;
import io.muster.simulator.event.Message.PersonOf;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.EventKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Events of a whole site: evacuations, shut-downs, gas, gates. */
class SiteEventsTest {

    @Test
    void everybodyOnShiftIsCalledAndThreeDoNotCome() {
        Played played = playOnce(event(EventKind.EVACUATION, HOUR)
                .muster("muster-south", "muster-west")
                .missing(3)
                .drill()
                .lasts(20 * MINUTE)
                .line(2));

        List<PlanFence> points = List.of(fence("muster-south"), fence("muster-west"));
        List<Appointment> mustered = played.appointments().stream()
                .filter(each -> points.stream().anyMatch(point -> Stage.holds(point, each.place())))
                .toList();
        // 12 operators, 3 fitters, a guard, 2 visitors, 8 in offices; the late shift is not there yet.
        assertEquals(26 - 3, mustered.size());
        assertEquals(23, mustered.stream().map(Appointment::place).distinct().count());
        assertTrue(mustered.stream().allMatch(each -> each.untilMillis() >= HOUR + 20 * MINUTE));
        assertEquals(
                List.of("operator#1", "operator#2", "operator#3"),
                due(played).stream().map(Expectation::subject).toList());
        Expectation missing = due(played).get(0);
        assertEquals(AlarmKind.EVAC_MISSING, missing.kind());
        assertEquals(HOUR, missing.onsetMillis());
        assertEquals(HOUR + 10 * MINUTE + 5_000, missing.dueMillis());
        assertEquals(HOUR + 20 * MINUTE, missing.endMillis());

        List<Message> said = played.messages();
        assertEquals(
                List.of("start", "roster", "end"),
                said.stream().map(each -> each.value().get("message")).toList());
        assertEquals(true, said.get(0).value().get("drill"));
        assertEquals(26, said.get(0).value().get("roster_size"));
        assertEquals(
                List.of(points.get(0).id(), points.get(1).id()),
                said.get(0).value().get("muster_fence_ids"));
        List<?> roster = (List<?>) Objects.requireNonNull(said.get(1).value().get("person_ids"));
        assertTrue(roster.contains(new PersonOf("visitor#2")) && !roster.contains(new PersonOf("late#1")));
        assertEquals(HOUR + 20 * MINUTE, said.get(2).atMillis());
    }

    @Test
    void whoeverLiesSomewhereDuringTheCallIsOneOfTheMissing() {
        EventPlayer player = player(
                event(EventKind.MAN_DOWN, HOUR)
                        .who("office#2")
                        .zone("unit-04")
                        .lasts(10 * MINUTE)
                        .line(1),
                event(EventKind.EVACUATION, HOUR + 2 * MINUTE)
                        .muster("muster-south")
                        .missing(2)
                        .lasts(20 * MINUTE)
                        .line(2));

        assertEquals(List.of(), player.faults());
        Played evacuation = player.play(0).get(1);
        assertEquals(
                Set.of("office#2", "operator#1"),
                due(evacuation).stream().map(Expectation::subject).collect(Collectors.toSet()));
        assertTrue(evacuation.appointments().stream()
                .noneMatch(each -> each.member().equals("office#2")));
    }

    @Test
    void onlyThoseOfAZoneAreCalledFromIt() {
        Played played = playOnce(event(EventKind.EVACUATION, HOUR)
                .zone("offices")
                .muster("muster-south")
                .lasts(15 * MINUTE)
                .line(2));

        assertEquals(
                Set.of("office", "visitor"),
                played.appointments().stream()
                        .map(each -> each.member().replaceAll("#.*", ""))
                        .collect(Collectors.toSet()));
        assertEquals(fence("offices").id(), played.messages().get(0).value().get("fence_id"));
    }

    @Test
    void aShutDownUnitIsFullAndSilenced() {
        Played played = playOnce(event(EventKind.UNIT_SHUTDOWN, 2 * HOUR)
                .zone("unit-06")
                .size(6)
                .lasts(HOUR)
                .line(3));

        assertEquals(6, standing(played, 2 * HOUR + 30 * MINUTE));
        Message silence = played.messages().get(0);
        assertEquals("alarm-commands", silence.topic());
        assertEquals(fence("unit-06").id(), silence.key());
        long first = played.appointments().stream()
                .mapToLong(Appointment::fromMillis)
                .min()
                .orElseThrow();
        At until = (At) Objects.requireNonNull(silence.value().get("until"));
        long last = played.appointments().stream()
                .mapToLong(Appointment::untilMillis)
                .max()
                .orElseThrow();
        assertTrue(silence.atMillis() < first && last < until.millis(), "before the first, after the last");
        assertEquals(List.of(), played.expectations());
    }

    @Test
    void gasIsToldWhenItRingsAndWhenItIsQuiet() {
        Played played = playOnce(event(EventKind.GAS_ALARM, HOUR)
                .place(300, 400)
                .gas("toxic")
                .lasts(7 * MINUTE)
                .line(4));

        assertEquals(
                List.of("raised", "cleared"),
                played.messages().stream()
                        .map(each -> each.value().get("state"))
                        .toList());
        assertEquals(
                List.of(HOUR, HOUR + 7 * MINUTE),
                played.messages().stream().map(Message::atMillis).toList());
        assertEquals(1, played.messages().stream().map(Message::key).distinct().count(), "one alarm, one key");
        assertEquals("mg/m3", played.messages().get(0).value().get("unit"));
        Object value = Objects.requireNonNull(played.messages().get(0).value().get("value"));
        assertTrue((double) value >= 10 && (double) value <= 30);
        assertEquals(List.of(), played.appointments());
    }

    @Test
    void somebodySlipsInBehindAnotherAndTheGateSeesOne() {
        Played played = playOnce(
                event(EventKind.TAILGATING, HOUR).who("office#3").gate("gate-2").line(5));

        Place middle = Stage.middle(fence("gate-2"));
        List<Appointment> through = played.appointments().stream()
                .filter(each -> each.place().equals(middle))
                .toList();
        assertEquals(
                List.of("operator#1", "office#3"),
                through.stream().map(Appointment::member).toList());
        assertEquals(
                List.of(HOUR - 1_500, HOUR),
                through.stream().map(Appointment::fromMillis).toList());
        assertEquals(
                List.of(new GateTrick("office#3", "gate-2", HOUR - 15_000, HOUR + 15_000, GateTrick.Kind.UNRECORDED)),
                played.tricks());
        List<Appointment> way = played.appointments().stream()
                .filter(each -> each.member().equals("office#3"))
                .toList();
        PlanFence area = fence("production-area");
        assertEquals(
                List.of(false, true, true),
                way.stream().map(each -> Stage.holds(area, each.place())).toList());
        assertEquals(List.of(), played.silences());
    }

    @Test
    void aPassWithoutATagIsDueAndTheTagIsSilentUntilItIsBrought() {
        Played played = playOnce(event(EventKind.PASS_WITHOUT_TAG, HOUR)
                .who("office#3")
                .lasts(15 * MINUTE)
                .line(6));

        assertEquals("gate-1", played.tricks().get(0).gate());
        assertEquals(GateTrick.Kind.WITHOUT_TAG, played.tricks().get(0).kind());
        Silence silence = played.silences().get(0);
        assertEquals(played.appointments().get(0).fromMillis(), silence.fromMillis());
        assertEquals(HOUR + 15 * MINUTE, silence.untilMillis());
        assertEquals(
                List.of(new Expectation(
                        AlarmKind.NOT_WEARING,
                        "trackable",
                        "office#3",
                        HOUR,
                        HOUR + 35_000,
                        HOUR + 15 * MINUTE,
                        List.of("office#3"),
                        null,
                        false)),
                played.expectations());
    }

    @Test
    void aGateMustBeOne() {
        assertEquals(
                List.of("7: tailgating: 'canteen' is no gate"),
                player(event(EventKind.TAILGATING, HOUR)
                                .who("office#3")
                                .gate("canteen")
                                .line(7))
                        .faults());
    }

    private static PlanFence fence(String id) {
        return Scenes.PLANT.fence(id).orElseThrow();
    }

    private static List<Expectation> due(Played played) {
        return played.expectations().stream().filter(each -> !each.tolerated()).toList();
    }
}
