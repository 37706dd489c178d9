package io.muster.simulator.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.geometry.Zone;
import io.muster.geometry.ZoneShape;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Pose;
import io.muster.simulator.movement.Sway;
import io.muster.simulator.movement.Timeline;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PresenceSweepTest {
    private static final long END = 100_000;
    private static final double MARGIN = 1.5;

    private static ZoneShape box(double x, double y, double width, double height) {
        return ZoneShape.polygon(List.of(corners(x, y, width, height)));
    }

    private static List<double[]> corners(double x, double y, double width, double height) {
        return List.of(
                new double[] {x, y}, new double[] {x + width, y}, new double[] {x + width, y + height}, new double[] {
                    x, y + height
                });
    }

    private static Levels levels(Timeline way, ZoneShape shape, @Nullable Double floor) {
        Levels levels = new Levels();
        new PresenceSweep(new Zone("zone", shape, floor, null, null), MARGIN)
                .sweep(new Course(way, 0, END).pieces(0, END), levels);
        return levels;
    }

    @Test
    void aWalkThroughABoxIsKnownToTheMillisecond() {
        // 1 m/s along the x axis: at x = 10 after 10 s, at x = 30 after 30 s.
        Timeline way = Timeline.from(Place.ground(0, 5), 0)
                .walkTo(Place.ground(100, 5), 1)
                .build();
        Levels levels = levels(way, box(10, 0, 20, 10), 0.0);
        assertEquals("8500-31501", levels.possible().toString());
        assertEquals("10000-30001", levels.nominal().toString());
        assertEquals("11500-28501", levels.sure().toString());
        assertEquals("8500-11500, 28501-31501", levels.doubt().toString());
    }

    @Test
    void whoStandsOnTheEdgeIsInDoubtAllTheTime() {
        Timeline way = Timeline.from(Place.ground(10.5, 5), 0).standUntil(END).build();
        Levels levels = levels(way, box(10, 0, 20, 10), null);
        assertEquals("0-100000", levels.nominal().toString());
        assertEquals("0-100000", levels.doubt().toString());
        assertTrue(levels.sure().isEmpty());
    }

    @Test
    void onAStairTheFloorChangesInTheMiddle() {
        Timeline way = Timeline.from(new Place(15, 5, 0), 0)
                .standUntil(10_000)
                .walkTo(new Place(16, 5, 1), 1)
                .build();
        // 1 s for the metre and 12 s for the floor.
        assertEquals("0-16500", levels(way, box(10, 0, 20, 10), 0.0).nominal().toString());
        assertEquals(
                "16500-100000", levels(way, box(10, 0, 20, 10), 1.0).nominal().toString());
        assertEquals("0-100000", levels(way, box(10, 0, 20, 10), null).nominal().toString());
    }

    @Test
    void whoIsNotOnSiteIsNowhere() {
        Timeline way = Timeline.from(Place.ground(15, 5), 0)
                .absentUntil(20_000)
                .standUntil(50_000)
                .absentUntil(END)
                .build();
        assertEquals(
                "20000-50000", levels(way, box(10, 0, 20, 10), null).nominal().toString());
    }

    @Test
    void aStayThatGoesOnInTheNextCycleIsOne() {
        Timeline way = Timeline.from(Place.ground(15, 5), 0).standUntil(END).build();
        Levels levels = new Levels();
        PresenceSweep sweep = new PresenceSweep(new Zone("zone", box(10, 0, 20, 10), null, null, null), MARGIN);
        sweep.sweep(new Course(way, 0, END).pieces(0, END), levels);
        sweep.sweep(new Course(way, END, END).pieces(END, 2 * END), levels);
        assertEquals("0-200000", levels.sure().toString());
    }

    /** The twin looks every 10 ms. A touch of a few millimetres may go unseen by the sweep. */
    @Property(tries = 300, seed = "4711")
    void theSweepSeesWhatLookingEveryTenMillisecondsSees(@ForAll long seed) {
        Draw draw = Draw.of(seed, "sweep", 0);
        ZoneShape shape =
                switch (draw.below(3)) {
                    case 0 -> box(draw.between(0.0, 20.0), draw.between(0.0, 20.0), 12, draw.between(1.0, 15.0));
                    case 1 ->
                        ZoneShape.circle(draw.between(5.0, 20.0), draw.between(5.0, 20.0), draw.between(1.0, 9.0));
                    default ->
                        ZoneShape.polygon(List.of(
                                List.of(
                                        new double[] {2, 2},
                                        new double[] {28, 4},
                                        new double[] {20, 14},
                                        new double[] {27, 27},
                                        new double[] {4, 22}),
                                corners(8, 8, draw.between(1.0, 6.0), draw.between(1.0, 6.0))));
                };
        Timeline.Builder builder = Timeline.from(place(draw), draw.below(3000));
        while (builder.now() < END) {
            switch (draw.below(5)) {
                case 0 -> builder.standFor(draw.between(500, 9_000));
                case 1 -> builder.absentUntil(builder.now() + draw.between(500, 9_000));
                default -> builder.walkTo(place(draw), draw.between(0.3, 2.5));
            }
        }
        Timeline way = builder.build();
        Double floor = draw.happens(0.5) ? null : 0.0;
        Levels levels = levels(way, shape, floor);
        Pose pose = new Pose();
        for (long millis = 0; millis < END; millis += 10) {
            way.at(millis, Sway.none(), pose);
            boolean there = !pose.absent && (floor == null || pose.floor == 0);
            double distance = shape.signedDistanceMetres(pose.x, pose.y);
            for (var level : List.of(
                    Tuple.of(MARGIN, levels.possible()),
                    Tuple.of(0.0, levels.nominal()),
                    Tuple.of(-MARGIN, levels.sure()))) {
                boolean inside = there && distance <= level.get1();
                boolean unclear = there && Math.abs(distance - level.get1()) < 0.01;
                assertTrue(
                        unclear || inside == level.get2().covers(millis),
                        "seed " + seed + " at " + millis + " level " + level.get1() + ": " + level.get2());
            }
        }
    }

    private static Place place(Draw draw) {
        return new Place(draw.between(-5.0, 35.0), draw.between(-5.0, 35.0), draw.happens(0.3) ? 1 : 0);
    }
}
