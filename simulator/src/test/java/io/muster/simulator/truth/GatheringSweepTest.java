package io.muster.simulator.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Pose;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.people.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GatheringSweepTest {
    private static final String EXEMPT =
            "\"role\": \"rest\", \"gathering\": \"exempt\", \"gathering_reason\": \"fixed seats\"";

    /** Two stand 1 m apart; the third is 15 m from the first of them on half of its way from (130, 0) to (100, 0). */
    private static Yard threeMeet(long in, long out) {
        return new Yard()
                .standing(100, 0)
                .standing(100, 1)
                .person(Yard.there(Place.ground(130, 0), Place.ground(100, 0), in, out));
    }

    /** The one that takes longest to be near comes last: (100, 1) is 0.03 m farther, 34 ms at 1 m/s. */
    @Test
    void threeForSeventyFiveSecondsAreATruthFromTheMomentTheThirdIsNear() {
        assertEquals(
                List.of("gathering gathering-1 100000 due 165000 end 175001 p0,p1,p2 yellow"),
                threeMeet(100_000, 175_000).alarms(600_000));
    }

    @Test
    void threeForLessThanAMinuteAreToleratedAndForHalfAMinuteNothing() {
        assertEquals(
                List.of("gathering gathering-1 98001 due 163001 end 160000 p0,p1,p2 tolerated"),
                threeMeet(100_000, 157_000).alarms(600_000));
        assertEquals(List.of(), threeMeet(100_000, 131_000).alarms(600_000));
    }

    @Test
    void inAnExemptRoomNobodyGathers() {
        assertEquals(
                List.of(),
                threeMeet(100_000, 300_000).box("room", 80, -20, 80, 40, EXEMPT).alarms(600_000));
    }

    @Test
    void atTheWallOfAnExemptRoomItIsTolerated() {
        assertTrue(threeMeet(100_000, 300_000).box("room", 99.5, -20, 80, 40, EXEMPT).alarms(600_000).stream()
                .allMatch(line -> line.endsWith("tolerated")));
    }

    @Test
    void onTwoFloorsNobodyGathers() {
        Yard yard = new Yard().standing(100, 0).standing(100, 1);
        yard.person(Timeline.from(new Place(100, 2, 1), 0).standUntil(600_000).build());
        assertEquals(List.of(), yard.alarms(600_000));
    }

    @Test
    void theLevelIsTheHighestThatLasts() {
        Yard yard = threeMeet(100_000, 500_000);
        assertTrue(yard.alarms(600_000).get(0).endsWith("yellow"));
        yard.person(Yard.there(Place.ground(100, 30), Place.ground(100, 0), 200_000, 300_000));
        assertTrue(yard.alarms(600_000).get(0).endsWith("orange"));
        // A minute of seven people is too short to be sure of red.
        for (int i = 0; i < 3; i++) {
            yard.person(Yard.there(Place.ground(70 + 30 * i, -60), Place.ground(100, i), 220_000, 280_000));
        }
        assertTrue(yard.alarms(600_000).get(0).endsWith("orange"));
        for (int i = 0; i < 3; i++) {
            yard.person(Yard.there(Place.ground(70 + 30 * i, -100), Place.ground(100, i), 340_000, 500_000));
        }
        yard.person(Yard.there(Place.ground(100, 60), Place.ground(100, 0), 340_000, 500_000));
        assertTrue(yard.alarms(600_000).get(0).endsWith("red"));
        assertEquals(
                1,
                yard.alarms(600_000).stream()
                        .filter(line -> !line.endsWith("tolerated"))
                        .count());
    }

    @Test
    void whatFallsInTwoIsOneTruthAndAPartThatMayHaveAnAlarmOfItsOwn() {
        Yard yard = new Yard().standing(0, 0).standing(0, 2).standing(0, 4);
        for (int i = 0; i < 3; i++) {
            Place home = Place.ground(4, i);
            yard.person(Timeline.from(home, 0)
                    .standUntil(200_000)
                    .walkTo(Place.ground(60, i), 1)
                    .standUntil(1_000_000)
                    .build());
        }
        List<String> lines = yard.alarms(600_000);
        assertEquals(3, lines.size(), lines.toString());
        assertEquals("gathering gathering-1 0 due 65000 end - p0,p1,p2,p3,p4,p5 orange", lines.get(0));
        // Six people could be two gatherings from the beginning.
        assertEquals("gathering gathering-1 0 due 65000 end - p0,p1,p2,p3,p4,p5 tolerated", lines.get(1));
        assertTrue(lines.get(2).startsWith("gathering gathering-2 2"), lines.get(2));
        assertTrue(lines.get(2).endsWith("p3,p4,p5 yellow tolerated"), lines.get(2));
    }

    /** The twin looks at everybody every 100 ms, without grid, groups or slices: the longest time in which one person surely, and possibly, had two others around. */
    @Property(tries = 60, seed = "4711")
    void theSweepFindsWhatLookingAtEverybodyFinds(@ForAll long seed) {
        Draw draw = Draw.of(seed, "gathering", 0);
        Yard yard = new Yard().lasting(300_000);
        int people = 3 + draw.below(5);
        for (int i = 0; i < people; i++) {
            Timeline.Builder way = Timeline.from(place(draw), 0);
            while (way.now() < 300_000) {
                way.walkTo(place(draw), draw.between(0.8, 1.8)).standFor(draw.between(20_000, 150_000));
            }
            yard.person(way.build());
        }
        List<Happening> found = yard.keeper().happenings(230_000).stream().toList();
        long[] sure = longest(yard.people(), 13);
        long[] possible = longest(yard.people(), 17);
        List<Happening> truths =
                found.stream().filter(each -> !each.tolerated()).toList();
        boolean mustBe = sure[0] >= GatheringGroup.SURE_MILLIS + 200 && sure[1] + 65_000 < 230_000;
        boolean mayBe = sure[0] >= GatheringGroup.SURE_MILLIS - 200;
        String story = "seed " + seed + " sure " + Arrays.toString(sure) + " " + found;
        assertTrue(!mustBe || !truths.isEmpty(), story);
        assertTrue(mayBe || truths.isEmpty(), story);
        assertTrue(
                possible[0] < 50_000
                        || sure[1] + 90_000 > 230_000
                        || possible[1] + 90_000 > 230_000
                        || !found.isEmpty(),
                story);
        if (mustBe) {
            assertTrue(
                    truths.stream().anyMatch(each -> each.onsetMillis() <= sure[1] && each.endMillis() >= sure[1]),
                    story);
        }
    }

    private static Place place(Draw draw) {
        return Place.ground(draw.between(0.0, 50.0), draw.between(0.0, 40.0));
    }

    /** {length, beginning} of the longest time in which one person had two others within a distance. */
    private static long[] longest(List<Person> people, double metres) {
        long[] since = new long[people.size()];
        Arrays.fill(since, -1);
        long[] best = {0, 0};
        for (long millis = 0; millis < 290_000; millis += 100) {
            List<Pose> poses = new ArrayList<>();
            for (Person person : people) {
                Pose pose = new Pose();
                person.motion().at(millis, pose);
                poses.add(pose);
            }
            for (int i = 0; i < since.length; i++) {
                Pose me = poses.get(i);
                long near = poses.stream()
                        .filter(other -> Math.hypot(other.x - me.x, other.y - me.y) <= metres)
                        .count();
                since[i] = near < 3 ? -1 : since[i] < 0 ? millis : since[i];
                if (since[i] >= 0 && millis - since[i] > best[0]) {
                    best = new long[] {millis - since[i], since[i]};
                }
            }
        }
        return best;
    }
}
