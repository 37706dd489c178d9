package io.muster.rules.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.geometry.Zone;
import io.muster.geometry.ZoneShape;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Zones that are crossed between two fixes: a strip of 3 m by 40 m, and a block of 30 m by 30 m. */
class PassagesTest {
    private static final Zone STRIP = box("strip", 10, 0, 13, 40);
    private static final Zone BLOCK = box("block", 0, 0, 30, 30);

    private static Zone box(String id, double x0, double y0, double x1, double y1) {
        List<double[]> ring =
                List.of(new double[] {x0, y0}, new double[] {x1, y0}, new double[] {x1, y1}, new double[] {x0, y1});
        return new Zone(id, ZoneShape.polygon(List.of(ring)), 0.0, null, null);
    }

    private static Position at(long millis, double x, double y) {
        return new Position(
                "plant",
                "wang",
                Who.of(null, "01"),
                "T7",
                Technology.UWB,
                x,
                y,
                0,
                0.0,
                0.5,
                null,
                millis,
                millis,
                1,
                List.of());
    }

    private static Position on(Position p, @Nullable Double floor, double z, List<Mark> marks) {
        return new Position(
                p.site(),
                p.trackableId(),
                p.who(),
                p.providerId(),
                p.technology(),
                p.x(),
                p.y(),
                z,
                floor,
                p.accuracyMetres(),
                null,
                p.timeMillis(),
                p.eventMillis(),
                1,
                marks);
    }

    private static List<String> crossed(Zone zone, Position before, Position now) {
        return Passages.between(before, now, List.of(zone)).stream()
                .map(each -> Passages.of(each, ZoneTraits.NONE, before, now))
                .map(each -> each.fenceId() + " " + each.enteredMillis() + " " + each.leftMillis())
                .toList();
    }

    @Test
    void whoRunsAcrossAStripWasInIt() {
        assertEquals(List.of("strip 800 1400"), crossed(STRIP, at(0, 6, 20), at(2_000, 16, 20)));
    }

    @Test
    void whoCouldHaveWalkedAroundWasPerhapsNot() {
        assertEquals(List.of(), crossed(STRIP, at(0, 9, 39), at(2_000, 14, 39)));
        assertEquals(List.of(), crossed(BLOCK, at(0, -2, 4), at(8_000, 4, -2)));
    }

    @Test
    void whoTouchesTheCornerByLessThanTheRadioErrsWasPerhapsNot() {
        assertEquals(List.of(), crossed(STRIP, at(0, 9.5, 20), at(2_000, 10.0, 60)));
    }

    @Test
    void whoIsInsideAtAFixIsNoCaseForThis() {
        assertEquals(List.of(), crossed(STRIP, at(0, 11, 20), at(2_000, 20, 20)));
        assertEquals(List.of(), crossed(STRIP, at(0, 6, 20), at(2_000, 10, 20)));
    }

    @Test
    void longGapsSayNothing() {
        Zone wall = box("wall", 0, -100, 3, 100);
        assertEquals(List.of("wall 7000 13000"), crossed(wall, at(5_000, -1, 0), at(15_000, 4, 0)));
        assertEquals(List.of(), crossed(wall, at(5_000, -1, 0), at(15_001, 4, 0)));
        assertEquals(List.of(), crossed(STRIP, at(2_000, 6, 20), at(2_000, 16, 20)), "two places at one time either");
    }

    @Test
    void whatIsNotKnownOfTheWaySaysNothing() {
        Position from = at(0, 6, 20);
        Position to = at(2_000, 16, 20);
        assertEquals(1, crossed(STRIP, from, to).size());
        assertEquals(List.of(), Passages.between(null, to, List.of(STRIP)));
        assertEquals(List.of(), crossed(STRIP, on(from, 1.0, 0, List.of()), to), "on another floor");
        assertEquals(List.of(), crossed(STRIP, from, on(to, null, 0, List.of())), "on a floor that is not known");
        assertEquals(List.of(), crossed(STRIP, on(from, 0.0, 0, List.of(Mark.JUMP)), to));
        assertEquals(List.of(), crossed(STRIP, from, on(to, 0.0, 0, List.of(Mark.JUMP))));
    }

    @Test
    void aHeightThatDiffersIsNoiseAndOnlyAZoneWithLimitsAsksForIt() {
        Position from = at(0, 6, 20);
        Position to = at(2_000, 16, 20);
        assertEquals(
                1,
                crossed(STRIP, on(from, 0.0, 0.31, List.of()), on(to, 0.0, -0.12, List.of()))
                        .size());
        Zone low = new Zone("low", STRIP.shape(), 0.0, null, 2.0);
        assertEquals(
                1,
                crossed(low, on(from, 0.0, 1.5, List.of()), on(to, 0.0, 0.5, List.of()))
                        .size());
        assertEquals(List.of(), crossed(low, on(from, 0.0, 4.5, List.of()), on(to, 0.0, 3.5, List.of())), "above it");
        assertEquals(
                1,
                crossed(low, on(from, 0.0, 3, List.of()), on(to, 0.0, 0, List.of()))
                        .size(),
                "down a ladder into it");
    }

    @Test
    void itIsToldWhereTheWayWasDeepest() {
        Position from = at(10_000, 6, 18);
        Position to = at(12_000, 16, 22);
        Passage passage = Passages.of(STRIP, ZoneTraits.NONE, from, to);
        assertEquals(11.5, passage.x(), 0.15);
        assertEquals(20.2, passage.y(), 0.1);
        assertEquals(10_800.0, (double) passage.enteredMillis(), 50.0);
        assertEquals(11_400.0, (double) passage.leftMillis(), 50.0);
    }

    @Test
    void theWayAroundABayIsNotKnown() {
        // A U that is open to the north; one fix in its bay.
        List<double[]> ring = List.of(
                new double[] {0, 0},
                new double[] {30, 0},
                new double[] {30, 30},
                new double[] {20, 30},
                new double[] {20, 10},
                new double[] {10, 10},
                new double[] {10, 30},
                new double[] {0, 30});
        Zone bay = new Zone("bay", ZoneShape.polygon(List.of(ring)), 0.0, null, null);
        assertEquals(List.of(), crossed(bay, at(0, 15, 12), at(2_000, 15, -2)));
        assertEquals(1, crossed(bay, at(0, -1, 15), at(1_000, 15, 45)).size(), "the hull is longer than the arms");
    }
}
