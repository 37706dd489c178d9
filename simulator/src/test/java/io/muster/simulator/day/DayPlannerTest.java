package io.muster.simulator.day;

import static io.muster.simulator.day.Shifts.HOUR;
import static io.muster.simulator.day.Shifts.MINUTE;
import static io.muster.simulator.day.Shifts.PLANT;
import static io.muster.simulator.day.Shifts.appointment;
import static io.muster.simulator.day.Shifts.crew;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.day.Shifts.Day;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.scenario.Crew.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayPlannerTest {
    private static final long DAY = 24 * HOUR;

    @Test
    void onSiteFromUpToTwelveMinutesBeforeTheShiftUntilTheNextOneHasCome() {
        Day day = new Shifts(DAY)
                .shift("day", 8 * HOUR, 16 * HOUR)
                .crew(crew("ops", Role.OPERATOR).size(20).shift("day"))
                .day(7, 20);
        for (Member member : day.members()) {
            Timeline timeline = day.planner().timeline(member, List.of(), 0);
            assertEquals("", Walker.fault(timeline, DAY), member.name());
            assertTrue(Walker.absent(timeline, 8 * HOUR - 12 * MINUTE - 1));
            assertFalse(Walker.absent(timeline, 8 * HOUR));
            assertFalse(Walker.absent(timeline, 16 * HOUR + 2 * MINUTE - 1));
            assertTrue(Walker.absent(timeline, 17 * HOUR));
            Place first = timeline.placeOf(1);
            assertTrue(
                    PLANT.fence("change-house").orElseThrow().zone().shape().signedDistanceMetres(first.x(), first.y())
                            < 0,
                    "comes in at the change house");
            assertTrue(!isInPlant(day, member)
                    || passes(timeline, "gate-1")
                    || passes(timeline, "gate-2")
                    || passes(timeline, "gate-3"));
        }
    }

    @Test
    void aShiftThatBeganBeforeTheStartGoesAndIsBackAtTheEnd() {
        Day day = new Shifts(8 * HOUR)
                .shift("night", -8 * HOUR, 15 * MINUTE)
                .shift("day", 20 * MINUTE, 9 * HOUR)
                .crew(crew("night", Role.OPERATOR).size(5).shift("night"))
                .crew(crew("day", Role.OPERATOR).size(5).shift("day"))
                .day(7, 10);
        for (int i = 1; i <= 5; i++) {
            Timeline night = day.of("night#" + i);
            assertEquals("", Walker.fault(night, 8 * HOUR));
            assertFalse(Walker.absent(night, 0));
            assertTrue(Walker.absent(night, 4 * HOUR));
            assertFalse(Walker.absent(night, 8 * HOUR - 1));
            assertEquals(day.planner().homes().of(day.member("night#" + i)), Walker.at(night, 0));
            Timeline dayShift = day.of("day#" + i);
            assertEquals("", Walker.fault(dayShift, 8 * HOUR));
            assertTrue(Walker.absent(dayShift, 0));
            assertFalse(Walker.absent(dayShift, 4 * HOUR));
            assertTrue(Walker.absent(dayShift, 8 * HOUR - 1));
        }
    }

    @Test
    void neverMoreWorkersInsideThanTheCrewSendsAndTheyTakeTurns() {
        Day day = new Shifts(DAY)
                .crew(crew("ops", Role.OPERATOR).size(5).work(2, "unit-02"))
                .day(7, 5);
        List<Timeline> timelines = all(day);
        int[] hours = new int[5];
        long both = 0;
        for (long millis = 0; millis < DAY; millis += 5_000) {
            int inside = 0;
            for (int i = 0; i < 5; i++) {
                if (Walker.inside(timelines.get(i), millis, "unit-02")) {
                    inside++;
                    hours[i]++;
                }
            }
            assertTrue(inside <= 2, inside + " inside at " + millis);
            both += inside == 2 ? 5_000 : 0;
        }
        assertTrue(both > 18 * HOUR, "both places are held for " + both / HOUR + " h");
        for (int i = 0; i < 5; i++) {
            assertTrue(hours[i] > 0, "ops#" + (i + 1) + " has a turn");
            assertEquals("", Walker.fault(timelines.get(i), DAY));
        }
    }

    @Test
    void aPostIsNeverEmpty() {
        Day turns = new Shifts(DAY)
                .crew(crew("guards", Role.GUARD)
                        .size(3)
                        .base("offices")
                        .work(1, "post-gate-1")
                        .lunch("canteen", 11 * HOUR, 14 * HOUR, 30 * MINUTE))
                .day(7, 3);
        assertHeld(turns, "post-gate-1", 0, DAY, 1);
        Day standing = new Shifts(DAY)
                .crew(crew("guards", Role.GUARD)
                        .size(2)
                        .base("post-gate-2")
                        .lunch("canteen", 11 * HOUR, 14 * HOUR, 30 * MINUTE))
                .day(7, 2);
        assertHeld(standing, "post-gate-2", 0, DAY, 1);
        assertEquals(
                2,
                all(standing).stream().filter(each -> passes(each, "canteen")).count(),
                "both eat");
    }

    @Test
    void guardsOfTwoShiftsHandOverAtThePost() {
        Day day = new Shifts(DAY)
                .shift("early", 6 * HOUR, 14 * HOUR)
                .shift("late", 14 * HOUR, 22 * HOUR)
                .crew(crew("early", Role.GUARD)
                        .size(2)
                        .base("offices")
                        .shift("early")
                        .work(1, "post-loading"))
                .crew(crew("late", Role.GUARD)
                        .size(2)
                        .base("offices")
                        .shift("late")
                        .work(1, "post-loading"))
                .day(7, 4);
        assertHeld(day, "post-loading", 6 * HOUR, 22 * HOUR, 1);
    }

    @Test
    void theControlRoomKeepsItsMinimumOverLunch() {
        Day day = new Shifts(DAY)
                .crew(crew("board", Role.CONTROL_ROOM)
                        .size(4)
                        .base("control-room")
                        .lunch("canteen", 11 * HOUR, 13 * HOUR, 25 * MINUTE))
                .day(7, 4);
        assertHeld(day, "control-room", 0, DAY, 2);
        assertTrue(all(day).stream().anyMatch(each -> passes(each, "canteen")), "somebody eats");
    }

    @Test
    void aMaintenanceCrewTalksThenWorksUnderAGuardianAtTheEdge() {
        Day day = new Shifts(DAY)
                .shift("day", 8 * HOUR, 17 * HOUR)
                .crew(crew("mech", Role.MAINTENANCE)
                        .size(4)
                        .shift("day")
                        .talk("workshop", 8 * HOUR + 20 * MINUTE, 10 * MINUTE)
                        .lunch("canteen", 11 * HOUR + 30 * MINUTE, 13 * HOUR, 30 * MINUTE)
                        .permit("unit-04", 9 * HOUR, 15 * HOUR))
                .day(7, 4);
        List<Timeline> all = all(day);
        for (Timeline each : all) {
            assertTrue(Walker.inside(each, 8 * HOUR + 25 * MINUTE, "workshop"));
            assertEquals("", Walker.fault(each, DAY));
        }
        Timeline guardian = all.get(3);
        Place beside = PLANT.beside("unit-04", -3);
        for (long millis = 9 * HOUR; millis <= 15 * HOUR; millis += MINUTE) {
            assertEquals(beside, Walker.at(guardian, millis));
        }
        for (int i = 0; i < 3; i++) {
            assertTrue(Walker.inside(all.get(i), 10 * HOUR, "unit-04"));
            assertTrue(passes(all.get(i), "canteen"));
            assertFalse(Walker.inside(all.get(i), 15 * HOUR, "unit-04"), "out when the permit ends");
        }
    }

    @Test
    void aVisitorIsNeverFartherThanThreeMetresFromTheHost() {
        Day day = new Shifts(8 * HOUR)
                .shift("visit", 2 * HOUR, 4 * HOUR)
                .crew(crew("guests", Role.VISITOR)
                        .size(3)
                        .shift("visit")
                        .base("training-centre")
                        .host("hosts"))
                .crew(crew("hosts", Role.OFFICE).size(4).base("offices"))
                .day(7, 7);
        for (int i = 1; i <= 3; i++) {
            Timeline guest = day.of("guests#" + i);
            Timeline host = day.of("hosts#" + i);
            assertEquals("", Walker.fault(guest, 8 * HOUR));
            assertEquals("", Walker.fault(host, 8 * HOUR));
            double farthest = 0;
            double walked = 0;
            for (long millis = 0; millis < 8 * HOUR; millis += 1_000) {
                if (!Walker.absent(guest, millis)) {
                    Place place = Walker.at(guest, millis);
                    farthest = Math.max(farthest, place.distanceTo(Walker.at(host, millis)));
                    walked += place.distanceTo(Walker.at(guest, millis - 1_000));
                }
            }
            assertTrue(farthest <= 3, "guests#" + i + " is " + farthest + " m away");
            assertTrue(walked > 500, "guests#" + i + " sees " + walked + " m");
        }
    }

    @Test
    void anAppointmentIsKeptToTheMillisecondAndRoutineGivesWay() {
        Day day = new Shifts(2 * HOUR)
                .crew(crew("ops", Role.OPERATOR).size(3).work(1, "unit-02"))
                .day(7, 3);
        Place valve = PLANT.stands("unit-14", 1).get(0);
        Appointment asked = appointment("ops#1", HOUR, HOUR + 5 * MINUTE, valve, 12);
        Timeline timeline = day.of("ops#1", asked);
        assertEquals("", Walker.fault(timeline, 2 * HOUR));
        assertEquals(valve, Walker.at(timeline, HOUR));
        assertEquals(valve, Walker.at(timeline, HOUR + 5 * MINUTE));
        assertTrue(Walker.at(timeline, HOUR - 3_000).distanceTo(valve) > 1);
        assertTrue(Walker.at(timeline, HOUR + 5 * MINUTE + 3_000).distanceTo(valve) > 1);
        assertEquals(List.of(), day.planner().unreachable(day.member("ops#1"), List.of(asked), 0));
    }

    @Test
    void whatCannotBeKeptIsToldWithItsLine() {
        Day day = new Shifts(DAY)
                .shift("day", 8 * HOUR, 16 * HOUR)
                .crew(crew("ops", Role.OPERATOR).size(1).shift("day"))
                .day(7, 1);
        Place here = PLANT.stands("unit-02", 1).get(0);
        Place there = PLANT.stands("tank-dike-5", 1).get(0);
        List<Appointment> asked = List.of(
                appointment("ops#1", 10 * HOUR, 10 * HOUR + MINUTE, here, 12),
                appointment("ops#1", 10 * HOUR + 2 * MINUTE, 10 * HOUR + 3 * MINUTE, there, 17),
                appointment("ops#1", 3 * HOUR, 3 * HOUR + MINUTE, here, 20),
                appointment("ops#1", 12 * HOUR, 12 * HOUR + MINUTE, new Place(1, 1, 9), 23),
                appointment("ops#1", 10 * HOUR + 30_000, 11 * HOUR, there, 0));
        List<String> faults = day.planner().unreachable(day.member("ops#1"), asked, 0);
        assertEquals(3, faults.size(), faults.toString());
        assertTrue(
                faults.stream().anyMatch(fault -> fault.startsWith("17: ops#1 cannot be on time")), faults.toString());
        assertTrue(faults.stream().anyMatch(fault -> fault.startsWith("20: ops#1 is not on site")), faults.toString());
        assertTrue(
                faults.stream().anyMatch(fault -> fault.startsWith("23: ops#1 cannot get there")), faults.toString());
    }

    @Test
    void theWalkOfAMemberIsTheSameWithTenAndWithFiveHundredPeople() {
        Shifts shifts = new Shifts(8 * HOUR)
                .shift("day", HOUR, 7 * HOUR)
                .crew(crew("ops", Role.OPERATOR).share(3).work(2, "unit-02").shift("day"))
                .crew(crew("office", Role.OFFICE).share(2).base("offices"))
                .crew(crew("field", Role.OPERATOR).share(1).lunch("canteen", 4 * HOUR, 5 * HOUR, 20 * MINUTE));
        Day few = shifts.day(7, 10);
        Day many = shifts.day(7, 500);
        for (Member member : few.members()) {
            assertEquals(stations(few.of(member.name())), stations(many.of(member.name())), member.name());
        }
    }

    @Test
    void whoLiesDoesNotSway() {
        Day day = new Shifts(HOUR).crew(crew("ops", Role.OPERATOR).size(1)).day(7, 1);
        Place place = PLANT.beside("unit-02", 4);
        Appointment down =
                new Appointment("ops#1", 30 * MINUTE, 40 * MINUTE, place, Appointment.Activity.LIE, "man_down", 3);
        var motion = day.planner().motion(day.member("ops#1"), cycle -> List.of(down));
        for (long millis = 31 * MINUTE; millis < 39 * MINUTE; millis += 7_000) {
            assertEquals(place, motion.placeAt(millis));
            assertEquals(place, motion.placeAt(millis + HOUR), "in the next cycle too");
        }
        assertTrue(motion.placeAt(10 * MINUTE).distanceTo(motion.placeAt(10 * MINUTE + 9_000)) > 0, "standing sways");
    }

    @Test
    void anyCrewWithAnyAppointmentsMovesLikeAHumanBeing() {
        for (long seed = 1; seed <= 25; seed++) {
            Draw draw = Draw.of(seed, "property", 0);
            long duration = draw.between(10L, 600L) * MINUTE;
            long from = draw.between(-duration, duration);
            Day day = new Shifts(duration)
                    .shift("some", from, from + draw.between(MINUTE, duration))
                    .crew(crew("ops", Role.OPERATOR)
                            .size(4)
                            .shift("some")
                            .work(2, "unit-02", "unit-08-floor-1")
                            .lunch("canteen", duration / 3, duration / 2, 20 * MINUTE))
                    .crew(crew("board", Role.CONTROL_ROOM).size(2).base("control-room"))
                    .crew(crew("guests", Role.VISITOR).size(2).shift("some").host("office"))
                    .crew(crew("office", Role.OFFICE).size(3).base("offices"))
                    .crew(crew("guards", Role.GUARD).size(3).base("offices").work(1, "post-gate-1"))
                    .crew(crew("mech", Role.MAINTENANCE)
                            .size(3)
                            .talk("workshop", duration / 10, 5 * MINUTE)
                            .permit("unit-04", duration / 5, duration * 4 / 5))
                    .day(seed, 17);
            for (Member member : day.members()) {
                List<Appointment> asked = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    long at = draw.between(0L, duration);
                    Place place = PLANT.spots().get(draw.below(PLANT.spots().size()));
                    asked.add(appointment(
                            member.name(), at, Math.min(duration, at + draw.between(0L, 10 * MINUTE)), place, i));
                }
                Timeline timeline = day.planner().timeline(member, asked, seed);
                assertEquals("", Walker.fault(timeline, duration), "seed " + seed + " " + member.name());
            }
        }
    }

    private static boolean isInPlant(Day day, Member member) {
        Place home = day.planner().homes().of(member);
        return PLANT.fence("production-area").orElseThrow().zone().shape().signedDistanceMetres(home.x(), home.y()) < 0;
    }

    private static void assertHeld(Day day, String fence, long from, long until, int least) {
        List<Timeline> timelines = all(day);
        for (long millis = from; millis < until; millis += 10_000) {
            long moment = millis;
            long inside = timelines.stream()
                    .filter(each -> Walker.inside(each, moment, fence))
                    .count();
            assertTrue(inside >= least, fence + " has " + inside + " at " + millis / 1000 + " s");
        }
    }

    private static List<Timeline> all(Day day) {
        return day.members().stream()
                .map(member -> day.planner().timeline(member, List.of(), 0))
                .toList();
    }

    private static boolean passes(Timeline timeline, String fence) {
        for (long millis = 0; millis < timeline.endMillis(); millis += 2_000) {
            if (Walker.inside(timeline, millis, fence)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> stations(Timeline timeline) {
        List<String> stations = new ArrayList<>();
        for (int i = 0; i < timeline.stations(); i++) {
            stations.add(timeline.timeOf(i) + " " + timeline.placeOf(i) + " " + timeline.absentAfter(i));
        }
        return stations;
    }
}
