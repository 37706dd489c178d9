package io.muster.rules.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.geometry.Zone;
import io.muster.geometry.ZoneShape;
import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import java.util.List;
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
        assertEquals(List.of(), crossed(STRIP, at(0, 6, 20), at(10_001, 16, 20)));
    }
}
