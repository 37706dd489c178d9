package io.muster.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ZoneTest {
    private static final ZoneShape ROOM = Shapes.rectangle(0, 0, 10, 10);

    private static Zone zone(@Nullable Double floor, @Nullable Double zMin, @Nullable Double zMax) {
        return new Zone("room", ROOM, floor, zMin, zMax);
    }

    private static Containment in(Zone zone, double z, @Nullable Double floor) {
        return zone.locate(PlantPoint.metres(5, 5, z, floor));
    }

    @Test
    void theFloorDecides() {
        assertEquals(Containment.INSIDE, in(zone(1.0, null, null), 0, 1.0));
        assertEquals(Containment.OUTSIDE, in(zone(1.0, null, null), 0, 2.0));
        assertEquals(Containment.OUTSIDE, in(zone(1.0, null, null), 0, 1.5), "a mezzanine is a floor");
        assertEquals(Containment.INSIDE, in(zone(null, null, null), 0, 7.0), "a zone without floor is on each");
        assertEquals(Containment.INSIDE, in(zone(0.0, null, null), 0, -0.0));
    }

    @Test
    void anUnknownFloorMatchesEveryZone() {
        assertTrue(zone(3.0, null, null).onFloor(PlantPoint.metres(5, 5, null)));
        assertEquals(Containment.INSIDE, in(zone(3.0, null, null), 0, null));
    }

    @Test
    void heightDecidesOnlyWhereZoneAndPointHaveOne() {
        Zone platform = zone(null, 4.0, 6.0);
        assertEquals(Containment.INSIDE, in(platform, 5, null));
        assertEquals(Containment.INSIDE, in(platform, 4, null), "the limits belong to the zone");
        assertEquals(Containment.INSIDE, in(platform, 6, null), "the limits belong to the zone");
        assertEquals(Containment.OUTSIDE, in(platform, 3.99, null));
        assertEquals(Containment.OUTSIDE, in(platform, 6.01, null));
        assertEquals(Containment.INSIDE, in(platform, 0, null), "z = 0 is what vendors without a height send");
        assertEquals(Containment.INSIDE, in(platform, -0.0, null));
        assertEquals(Containment.INSIDE, in(zone(null, null, null), 99, null));
        assertEquals(Containment.INSIDE, in(zone(null, 4.0, null), 99, null));
        assertEquals(Containment.INSIDE, in(zone(null, null, 6.0), -99, null));
        assertEquals(Containment.OUTSIDE, in(zone(2.0, 4.0, 6.0), 5, 1.0), "the right height on another floor");
    }

    @Test
    void noToleranceLeadsThroughTheCeiling() {
        PlantPoint above = PlantPoint.metres(5, 5, 9, 1.0);
        assertEquals(Double.POSITIVE_INFINITY, zone(2.0, null, null).signedDistanceMetres(above));
        assertEquals(Double.POSITIVE_INFINITY, zone(1.0, null, 8.0).signedDistanceMetres(above));
        assertEquals(-5, zone(1.0, null, 9.0).signedDistanceMetres(above));
    }

    @Test
    void theEdgeCountsAsInside() {
        EdgeRule rule = EdgeRule.EDGE_COUNTS_AS_INSIDE;
        assertTrue(rule.contains(zone(null, null, null).locate(PlantPoint.metres(10, 10, null))));
        assertTrue(rule.contains(Containment.INSIDE));
        assertFalse(rule.contains(Containment.OUTSIDE));
    }

    @Test
    void refusesWhatIsNoZone() {
        assertThrows(IllegalArgumentException.class, () -> new Zone(" ", ROOM, null, null, null));
        assertThrows(IllegalArgumentException.class, () -> zone(Double.NaN, null, null));
        assertThrows(IllegalArgumentException.class, () -> zone(null, Double.NEGATIVE_INFINITY, null));
        assertThrows(IllegalArgumentException.class, () -> zone(null, null, Double.NaN));
        assertEquals(
                "z_min must not be above z_max, was 6.0 > 4.0",
                assertThrows(IllegalArgumentException.class, () -> zone(null, 6.0, 4.0))
                        .getMessage());
    }

    @Test
    void pointsRefuseWhatIsNoPlace() {
        assertEquals(
                "x must be a finite number, was NaN",
                assertThrows(IllegalArgumentException.class, () -> PlantPoint.metres(Double.NaN, 0, null))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> PlantPoint.metres(0, Double.POSITIVE_INFINITY, null));
        assertThrows(IllegalArgumentException.class, () -> PlantPoint.metres(0, 0, Double.NaN, null));
        assertThrows(IllegalArgumentException.class, () -> PlantPoint.metres(0, 0, Double.NaN));
        assertEquals(
                5,
                PlantPoint.metres(0, 0, 1.0).horizontalDistanceTo(PlantPoint.metres(3, 4, 99, 2.0)),
                "seen from above");
        assertEquals(
                Double.POSITIVE_INFINITY,
                PlantPoint.metres(-Double.MAX_VALUE, 0, null)
                        .horizontalDistanceTo(PlantPoint.metres(Double.MAX_VALUE, 0, null)));
    }

    @Test
    void aZoneSetHasEveryIdOnceAndListsAllFaults() {
        Zone a = Shapes.zone("a", ROOM);
        Zone b = Shapes.zone("b", ROOM);
        ZoneSet set = ZoneSet.of(List.of(b, a));
        assertEquals(List.of(b, a), set.zones(), "in the order given");
        assertSame(a, set.find("a"));
        assertNull(set.find("c"));
        assertEquals(
                List.of(
                        "zone 3 has the id 'a' of zone 1",
                        "zone 4 has the id 'b' of zone 2",
                        "zone 5 has the id 'a' of zone 1"),
                assertThrows(InvalidZonesException.class, () -> ZoneSet.of(List.of(a, b, a, b, a)))
                        .faults());
    }
}
