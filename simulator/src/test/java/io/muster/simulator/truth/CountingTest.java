package io.muster.simulator.truth;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.value.AlarmKind;
import io.muster.geometry.ZoneShape;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Pose;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.people.Person;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CountingTest {
    private static final long END = 300_000;
    private static final long STEP = 100;
    /** Later ones may not be due yet. */
    private static final long LAST = 220_000;

    /** The twin counts everybody every 100 ms: where more than two are surely in for 10 s there is a truth, where they are not there is none. */
    @Property(tries = 80, seed = "4711")
    void overCapacityIsWhatCountingEveryTenthOfASecondFinds(@ForAll long seed) {
        Draw draw = Draw.of(seed, "counting", 0);
        Yard yard = new Yard()
                .lasting(END)
                .box("unit", 0, 0, 40, 30, "\"role\": \"hazard\", \"limit\": 2, \"legal_basis\": \"PF-4b\"");
        for (int i = 0; i < 5; i++) {
            Timeline.Builder way = Timeline.from(place(draw), 0);
            while (way.now() < END) {
                way.walkTo(place(draw), draw.between(0.8, 1.8)).standFor(draw.between(2_000, 40_000));
            }
            yard.person(way.build());
        }
        List<Happening> truths = yard.keeper().happenings(END - 60_000).stream()
                .filter(each -> each.kind() == AlarmKind.OVER_CAPACITY && !each.tolerated())
                .toList();
        List<long[]> stretches = new ArrayList<>();
        List<long[]> possible = stretches(yard.people(), 1.5);
        for (long[] each : possible) {
            // One truth at most while it never surely is over: the first that lasts.
            stretches(yard.people(), -1.5).stream()
                    .filter(sure -> sure[0] >= each[0] && sure[1] <= each[1] && sure[1] - sure[0] >= 10_000)
                    .filter(sure -> isTold(sure, yard.people()))
                    .findFirst()
                    .ifPresent(stretches::add);
        }
        for (long[] sure : stretches) {
            assertTrue(
                    sure[0] >= LAST || truths.stream().anyMatch(truth -> isSame(truth, sure)),
                    "seed " + seed + ": nothing at " + sure[0] + " in " + truths);
        }
        for (Happening truth : truths) {
            assertTrue(
                    truth.onsetMillis() >= LAST - 3_000 - STEP
                            || stretches.stream().anyMatch(sure -> isSame(truth, sure)),
                    "seed " + seed + ": " + truth);
        }
    }

    private static boolean isSame(Happening truth, long[] sure) {
        return truth.onsetMillis() <= sure[0] && sure[0] - truth.onsetMillis() <= 3_000 + STEP;
    }

    /** Clear within 3 s of the true crossing, or long enough to be told all the same. */
    private static boolean isTold(long[] sure, List<Person> people) {
        long crossing = stretches(people, 0).stream()
                .filter(nominal -> nominal[0] <= sure[0] && nominal[1] >= sure[1])
                .findFirst()
                .orElseThrow()[0];
        return sure[0] - crossing <= 3_000 || sure[1] - sure[0] >= 20_000;
    }

    private static List<long[]> stretches(List<Person> people, double level) {
        ZoneShape shape = ZoneShape.polygon(List.of(
                List.of(new double[] {0, 0}, new double[] {40, 0}, new double[] {40, 30}, new double[] {0, 30})));
        List<long[]> found = new ArrayList<>();
        Pose pose = new Pose();
        long since = -1;
        for (long millis = 0; millis <= END; millis += STEP) {
            int in = 0;
            for (Person person : people) {
                person.motion().at(Math.min(millis, END - 1), pose);
                in += shape.signedDistanceMetres(pose.x, pose.y) <= level ? 1 : 0;
            }
            boolean isOver = in > 2 && millis < END;
            if (isOver && since < 0) {
                since = millis;
            } else if (!isOver && since >= 0) {
                found.add(new long[] {since, millis});
                since = -1;
            }
        }
        return found;
    }

    private static Place place(Draw draw) {
        return Place.ground(draw.between(-15.0, 55.0), draw.between(-15.0, 45.0));
    }
}
