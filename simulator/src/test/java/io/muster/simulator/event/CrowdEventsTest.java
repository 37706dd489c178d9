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
import io.muster.simulator.day.Appointment;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events that are made of where people are: too many in a zone, together at a place, inside where nobody may be. */
class CrowdEventsTest {

    @Test
    void theFourthPersonMakesAZoneOfThreeTooFullAndOneAloneLeavesInTime() {
        Played played = playOnce(event(EventKind.OVER_CAPACITY, HOUR)
                .zone("unit-02")
                .size(5)
                .lasts(4 * MINUTE)
                .line(10));

        assertEquals(
                List.of("operator#1", "operator#2", "operator#3", "operator#4", "operator#5"),
                played.appointments().stream().map(Appointment::member).toList());
        assertEquals(3, standing(played, HOUR - 1));
        assertEquals(4, standing(played, HOUR + 500));
        assertEquals(5, standing(played, HOUR + 3 * MINUTE));
        assertEquals(4, standing(played, HOUR + 4 * MINUTE - 1_000));
        assertEquals(3, standing(played, HOUR + 4 * MINUTE + 500));
        assertEquals(0, standing(played, HOUR + 4 * MINUTE + 6_501));
        assertTrue(played.expectations().isEmpty(), "found on the true ways");
        PlanFence unit = Scenes.PLANT.fence("unit-02").orElseThrow();
        assertTrue(played.appointments().stream().allMatch(each -> Stage.holds(unit, each.place())));
    }

    @Test
    void aGatheringGrowsThroughItsStepsOnARingAndLeavesTogether() {
        Played played = playOnce(event(EventKind.GATHERING, 2 * HOUR)
                .place(420, 215)
                .step(3, 0)
                .step(5, 90_000)
                .step(9, 3 * MINUTE)
                .lasts(6 * MINUTE)
                .line(11));

        assertEquals(2, standing(played, 2 * HOUR - 1));
        assertEquals(3, standing(played, 2 * HOUR));
        assertEquals(4, standing(played, 2 * HOUR + 89_999));
        assertEquals(5, standing(played, 2 * HOUR + 90_000));
        assertEquals(9, standing(played, 2 * HOUR + 3 * MINUTE));
        assertEquals(9, standing(played, 2 * HOUR + 6 * MINUTE - 1));
        assertEquals(0, standing(played, 2 * HOUR + 6 * MINUTE + 4_001));
        Place middle = Place.ground(420, 215);
        List<Long> rings = played.appointments().stream()
                .map(each -> Math.round(each.place().distanceTo(middle) * 10))
                .toList();
        assertEquals(List.of(25L, 25L, 25L, 25L, 25L, 25L, 25L, 25L, 50L), rings);
    }

    @Test
    void anIntruderCrossesTheOutlineAtTheTimeOfTheEventAndAtItsEnd() {
        Played played = playOnce(event(EventKind.INTRUSION, HOUR)
                .zone("substation")
                .crew("office")
                .lasts(2 * MINUTE)
                .line(12));

        Appointment inside = played.appointments().get(0);
        assertEquals("office#1", inside.member());
        long way = inside.fromMillis() - HOUR;
        assertEquals(HOUR + 2 * MINUTE - way, inside.untilMillis());
        // 5 m deep, and not far on the way to the offices.
        assertTrue(way >= 3_846 && way < 40_000, "from the outline " + way);
        assertEquals("intrusion substation", inside.why());
        assertEquals(12, inside.line());
    }

    @Test
    void whatCannotBeIsSaidWithItsLine() {
        EventPlayer player = player(
                event(EventKind.OVER_CAPACITY, HOUR)
                        .zone("unit-02")
                        .size(3)
                        .lasts(MINUTE)
                        .line(20),
                event(EventKind.OVER_CAPACITY, HOUR)
                        .zone("canteen")
                        .size(9)
                        .lasts(MINUTE)
                        .line(21),
                event(EventKind.INTRUSION, HOUR).zone("unit-03").lasts(MINUTE).line(22),
                event(EventKind.GATHERING, HOUR)
                        .place(420, 215, 7)
                        .step(3, 0)
                        .lasts(MINUTE)
                        .line(23),
                event(EventKind.INTRUSION, HOUR).zone("nowhere").lasts(MINUTE).line(24));

        assertEquals(
                List.of(
                        "20: over_capacity: size 3 is not more than the limit of 3 of zone 'unit-02'",
                        "21: over_capacity: zone 'canteen' has no limit",
                        "22: intrusion: zone 'unit-03' is not forbidden, so to enter it is no intrusion",
                        "23: gathering: nobody can walk to where they are to gather",
                        "24: intrusion: the plan has no fence 'nowhere'"),
                player.faults());
        assertEquals(List.of(), player.play(0));
    }
}
