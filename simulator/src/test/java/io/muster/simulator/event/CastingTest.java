package io.muster.simulator.event;

import static io.muster.simulator.event.Scenes.HOUR;
import static io.muster.simulator.event.Scenes.MINUTE;
import static io.muster.simulator.event.Scenes.event;
import static io.muster.simulator.event.Scenes.player;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.day.Appointment;
import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Event;
import io.muster.simulator.scenario.EventKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Who plays: on shift, in one event at a time, and the same people however many there are. */
class CastingTest {

    @Test
    void twoEventsAtOnceHaveTwoCastsAndALaterOneTheFirstAgain() {
        List<Played> all = Scenes.play(intrusion(HOUR, 1), intrusion(HOUR + 2 * MINUTE, 2), intrusion(2 * HOUR, 3));

        assertEquals(List.of("operator#1", "operator#2", "operator#1"), casts(all));
    }

    @Test
    void nobodyIsCastBeforeTheirShiftAndTheLowestNumbersComeFirst() {
        Event early = event(EventKind.GATHERING, 3 * HOUR)
                .place(420, 215)
                .step(3, 0)
                .crew("late")
                .lasts(2 * MINUTE)
                .line(1);
        assertEquals(
                List.of("1: gathering: it needs 3 people of the crew 'late', and only 0 are on shift and free then"),
                player(early).faults());

        Event later = event(EventKind.GATHERING, 5 * HOUR)
                .place(420, 215)
                .step(3, 0)
                .lasts(2 * MINUTE)
                .line(1);
        assertEquals(
                List.of("operator#1", "late#1", "operator#2"),
                Scenes.playOnce(later).appointments().stream()
                        .map(Appointment::member)
                        .toList());
    }

    @Test
    void aMemberInTwoEventsAtOnceIsAFaultOfTheLater() {
        EventPlayer player = player(
                event(EventKind.MAN_DOWN, HOUR)
                        .who("office#1")
                        .lasts(10 * MINUTE)
                        .line(4),
                event(EventKind.SOS, HOUR + MINUTE).who("office#1").line(5),
                event(EventKind.SOS, HOUR).who("office#9").line(6));

        assertEquals(
                List.of(
                        "5: sos: office#1 is in two events at once: the other is man_down in line 4",
                        "6: sos: there is no office#9"),
                player.faults());
        assertEquals(1, player.play(0).size());
    }

    @Test
    void anEventThatWouldOutlastTheScenarioIsRefused() {
        assertEquals(
                List.of("9: intrusion: it is not over before the scenario ends"),
                player(intrusion(Scenes.DURATION - MINUTE, 9)).faults());
    }

    @Test
    void playingsDifferByTheDrawAndNotInLength() {
        Event again = event(EventKind.OVER_CAPACITY, HOUR)
                .every(2 * HOUR)
                .zone("unit-02")
                .size(5)
                .lasts(4 * MINUTE)
                .line(1);
        EventPlayer player = player(again);
        List<Played> day = player.play(0);

        assertEquals(
                List.of(HOUR, 3 * HOUR, 5 * HOUR, 7 * HOUR),
                day.stream().map(Played::atMillis).toList());
        assertNotEquals(moments(day.get(0)), moments(day.get(1)));
        assertNotEquals(moments(day.get(0)), moments(player.play(1).get(0)));
        assertEquals(player.play(1), player(again).play(1), "the same seed");
        for (Played each : day) {
            List<Long> moments = moments(each);
            assertTrue(Math.abs(moments.get(3)) <= 500, "the fourth comes on time");
            long tooMany = each.appointments().get(1).untilMillis() - each.atMillis() - 4 * MINUTE;
            assertTrue(0 <= tooMany && tooMany <= 500, "from then on there is none too many");
        }
    }

    @Property(tries = 60)
    void morePeopleChangeNobodysPartAndNobodyIsInTwoPlaces(@ForAll long seed) {
        List<Event> events = new ArrayList<>();
        Draw draw = Draw.of(seed, "events", 0);
        for (int i = 0; i < 12; i++) {
            events.add(intrusion(draw.between(20 * MINUTE, 7 * HOUR), i));
        }
        events.sort(Comparator.comparingLong(Event::atMillis));
        Event[] array = events.toArray(Event[]::new);
        List<Played> few = player(array).play(0);
        List<Crew> crews = new ArrayList<>(Scenes.crews());
        crews.replaceAll(crew -> crew.id().equals("operator") ? Scenes.sized(crew, 40) : crew);
        List<Played> many = new EventPlayer(
                        Scenes.PLANT, Scenes.scenario(crews, array), Scenes.members(crews), Scenes.SEED)
                .play(0);
        assertEquals(casts(few), casts(many));
        Map<String, Long> until = new HashMap<>();
        for (Played played : few) {
            for (Appointment each : played.appointments()) {
                Long before = until.put(each.member(), each.untilMillis());
                assertTrue(
                        before == null || each.fromMillis() - before >= 2 * Casting.WALK_MARGIN_MILLIS,
                        () -> "time to walk, seed " + seed);
            }
        }
    }

    @Test
    void noGuardNoVisitorNoHostAndNobodyUnderAPermitIsCalledAway() {
        List<Member> all = Scenes.members(Scenes.crews());
        Event everybody = event(EventKind.GATHERING, 5 * HOUR)
                .place(420, 215)
                .step(17, 0)
                .lasts(2 * MINUTE)
                .line(1);
        assertEquals(30, all.size());
        assertEquals(
                List.of("1: gathering: it needs 17 people, and only 16 are on shift and free then"),
                player(everybody).faults());
    }

    private static Event intrusion(long at, int line) {
        return event(EventKind.INTRUSION, at)
                .zone("substation")
                .lasts(3 * MINUTE)
                .line(line);
    }

    private static List<String> casts(List<Played> all) {
        return all.stream()
                .flatMap(played -> played.appointments().stream())
                .map(Appointment::member)
                .toList();
    }

    private static List<Long> moments(Played played) {
        return played.appointments().stream()
                .map(each -> each.fromMillis() - played.atMillis())
                .toList();
    }
}
