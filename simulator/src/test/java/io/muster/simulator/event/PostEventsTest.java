package io.muster.simulator.event;

import static io.muster.simulator.event.Scenes.HOUR;
import static io.muster.simulator.event.Scenes.MINUTE;
import static io.muster.simulator.event.Scenes.event;
import static io.muster.simulator.event.Scenes.playOnce;
import static io.muster.simulator.event.Scenes.player;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Appointment;
import io.muster.simulator.event.Message.At;
import io.muster.simulator.scenario.Event;
import io.muster.simulator.scenario.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events of people who should be somewhere and are not: posts, minimum crews, guardians, approvers, inspection points. */
class PostEventsTest {

    @Test
    void aGuardLeavesThePostAndComesBack() {
        Played played = playOnce(event(EventKind.OFF_POST, HOUR)
                .zone("post-gate-1")
                .lasts(8 * MINUTE)
                .line(3));

        List<Appointment> way = played.appointments();
        PlanFence post = Scenes.PLANT.fence("post-gate-1").orElseThrow();
        assertEquals(
                List.of("guard#1", "guard#1", "guard#1"),
                way.stream().map(Appointment::member).toList());
        assertEquals(
                List.of(true, false, true),
                way.stream().map(each -> Stage.holds(post, each.place())).toList());
        long leaves = way.get(0).untilMillis();
        assertTrue(leaves < HOUR && leaves > HOUR - 6_000, "a few metres from the outline, left " + (HOUR - leaves));
        long back = way.get(2).fromMillis() - HOUR - 8 * MINUTE;
        assertTrue(back > 0 && back < 6_000, "back " + back);
        assertEquals(List.of(), played.expectations());
    }

    @Test
    void aTooShortWalkFromThePostIsNone() {
        assertEquals(
                List.of("3: off_post: it is too short to go out and come back"),
                player(event(EventKind.OFF_POST, HOUR)
                                .zone("post-gate-1")
                                .lasts(10_000)
                                .line(3))
                        .faults());
    }

    @Test
    void aZoneWithoutAMinimumIsNeverUnderStaffed() {
        assertEquals(
                List.of("4: under_staffed: zone 'offices' has no minimum"),
                player(event(EventKind.UNDER_STAFFED, HOUR)
                                .zone("offices")
                                .lasts(8 * MINUTE)
                                .line(4))
                        .faults());
    }

    @Test
    void theGuardianIsTheLastOfTheCrewAndDueAfterHalfAMinute() {
        Played played = playOnce(event(EventKind.GUARDIAN_LEAVES, 3 * HOUR)
                .permit("hot-work")
                .lasts(5 * MINUTE)
                .line(5));

        assertEquals("fitter#3", played.appointments().get(0).member());
        Expectation due = played.expectations().get(0);
        assertEquals(AlarmKind.GUARDIAN_ABSENT, due.kind());
        assertEquals("permit", due.subjectType());
        assertEquals("hot-work", due.subject());
        assertEquals(3 * HOUR + 35_000, due.dueMillis());
        assertEquals(
                List.of("5: guardian_leaves: no work is done by the permit 'hot-work' then"),
                player(event(EventKind.GUARDIAN_LEAVES, HOUR)
                                .permit("hot-work")
                                .lasts(5 * MINUTE)
                                .line(5))
                        .faults());
    }

    @Test
    void aPermitIsSignedOnSiteUnlessAnEventHasItSignedElsewhere() {
        EventPlayer proper = player();
        Appointment visit = proper.duties(0).stream()
                .filter(each -> each.member().equals("office#8"))
                .findFirst()
                .orElseThrow();
        assertTrue(Stage.holds(Scenes.PLANT.fence("unit-05").orElseThrow(), visit.place()));
        long signed = 2 * HOUR - 5 * MINUTE;
        assertTrue(visit.fromMillis() < signed && signed < visit.untilMillis());
        assertEquals(List.of("0", "1", "2", "3"), statuses(proper.routine(0)));
        assertEquals(
                List.of(new At(signed), new At(signed), new At(signed)),
                permits(proper.routine(0)).stream()
                        .skip(1)
                        .map(message -> message.value().get("approved_at"))
                        .toList());
        assertEquals("hot-work-2", permits(proper.routine(1)).get(0).key());

        Event elsewhere = event(EventKind.APPROVER_ELSEWHERE, 2 * HOUR - 4 * MINUTE)
                .permit("hot-work")
                .line(6);
        EventPlayer wrong = player(elsewhere);
        assertEquals(List.of(), wrong.faults());
        Played played = wrong.play(0).get(0);
        assertFalse(Stage.holds(
                Scenes.PLANT.fence("unit-05").orElseThrow(),
                played.appointments().get(0).place()));
        assertEquals(List.of("1"), statuses(played.messages()));
        assertEquals(List.of("0", "2", "3"), statuses(wrong.routine(0)));
        assertEquals(
                List.of(),
                wrong.duties(0).stream()
                        .filter(each -> each.member().equals("office#8"))
                        .toList());
        Expectation due = played.expectations().get(0);
        assertEquals(AlarmKind.APPROVER_ABSENT, due.kind());
        assertEquals(2 * HOUR - 4 * MINUTE + 5_000, due.dueMillis());
    }

    @Test
    void aRoundThatLeavesOutAPointIsDueWhenTheWindowOfThePointCloses() {
        Played played = playOnce(event(EventKind.MISSED_PATROL, 3 * HOUR)
                .who("operator#4")
                .zone("inspection-2")
                .line(7));

        assertEquals(
                List.of("missed_patrol inspection-2", "missed_patrol inspection-2"),
                played.appointments().stream().map(Appointment::why).toList());
        assertEquals(
                List.of("task", "result", "result"),
                played.messages().stream()
                        .map(message -> String.valueOf(message.value().get("message")))
                        .toList());
        List<?> points = (List<?>) java.util.Objects.requireNonNull(
                played.messages().get(0).value().get("points"));
        assertEquals(3, points.size());
        assertTrue(
                points.get(1).toString().contains("until=" + new At(3 * HOUR)),
                points.get(1).toString());
        assertEquals(
                new Expectation(
                        AlarmKind.PATROL_MISSED,
                        "trackable",
                        "operator#4",
                        3 * HOUR,
                        3 * HOUR + 5_000,
                        null,
                        List.of("operator#4"),
                        null,
                        false),
                played.expectations().get(0));
    }

    @Test
    void roundsAreWalkedAsTheTasksSayAndNotDuringAnEvent() {
        Event down = event(EventKind.MAN_DOWN, 3 * HOUR)
                .who("operator#1")
                .zone("unit-04")
                .lasts(2 * HOUR)
                .line(8);
        EventPlayer player = player(down);
        List<Appointment> visits = player.duties(0).stream()
                .filter(each -> each.why().startsWith("round"))
                .toList();
        List<Message> results = player.routine(0).stream()
                .filter(message -> message.topic().equals(Patrols.TOPIC)
                        && "result".equals(message.value().get("message")))
                .toList();
        assertEquals(visits.size(), results.size());
        assertEquals(
                visits.stream()
                        .map(each -> new At(each.fromMillis()))
                        .sorted(Scenes.BY_TIME)
                        .toList(),
                results.stream()
                        .map(message -> (At)
                                java.util.Objects.requireNonNull(message.value().get("visited_at")))
                        .sorted(Scenes.BY_TIME)
                        .toList());
        assertTrue(visits.stream().anyMatch(each -> each.member().equals("operator#1")), "before and after");
        assertEquals(
                0,
                visits.stream()
                        .filter(each -> each.member().equals("operator#1")
                                && each.untilMillis() > 3 * HOUR - 5 * MINUTE
                                && each.fromMillis() < 5 * HOUR + 5 * MINUTE)
                        .count());
    }

    private static List<Message> permits(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.topic().equals(Permits.TOPIC))
                .toList();
    }

    private static List<Object> statuses(List<Message> messages) {
        return permits(messages).stream()
                .map(message -> java.util.Objects.requireNonNull(message.value().get("ticket_status")))
                .toList();
    }
}
