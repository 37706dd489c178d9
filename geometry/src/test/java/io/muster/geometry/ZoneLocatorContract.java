package io.muster.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every zone locator promises. The stories are exact; the random ones are judged by JTS, which the locators do not ask. */
abstract class ZoneLocatorContract {
    private static final int ROUNDS = 12;

    abstract ZoneLocator locator(ZoneSet zones);

    private List<String> at(PlantPoint point, double reachMetres, Zone... zones) {
        return locator(ZoneSet.of(List.of(zones))).locate(point, reachMetres).stream()
                .map(hit -> hit.zone().id() + " " + hit.containment() + " " + hit.signedDistanceMetres())
                .toList();
    }

    private static PlantPoint point(double x, double y) {
        return PlantPoint.metres(x, y, null);
    }

    @Test
    void findsEveryZoneThatContainsThePointSortedById() {
        Zone small = Shapes.zone("b", Shapes.rectangle(2, 2, 4, 4));
        Zone large = Shapes.zone("a", Shapes.rectangle(0, 0, 20, 20));
        Zone round = Shapes.zone("B", ZoneShape.circle(4, 4, 5));
        assertEquals(
                List.of("B INSIDE -5.0", "a INSIDE -4.0", "b INSIDE -2.0"), at(point(4, 4), 0, small, large, round));
    }

    @Test
    void aSharedWallIsOnTheEdgeOfBothRooms() {
        Zone left = Shapes.zone("left", Shapes.rectangle(0, 0, 10, 10));
        Zone right = Shapes.zone("right", Shapes.rectangle(10, 0, 10, 10));
        assertEquals(List.of("left ON_EDGE 0.0", "right ON_EDGE 0.0"), at(point(10, 5), 0, left, right));
        assertEquals(List.of("left ON_EDGE 0.0", "right ON_EDGE 0.0"), at(point(10, 10), 0, right, left));
    }

    @Test
    void reachesExactlyAsFarAsItSays() {
        Zone room = Shapes.zone("room", Shapes.rectangle(0, 0, 10, 10));
        Zone tank = Shapes.zone("tank", ZoneShape.circle(23, 5, 10));
        assertEquals(List.of("room OUTSIDE 1.5", "tank OUTSIDE 1.5"), at(point(11.5, 5), 1.5, room, tank));
        assertEquals(List.of("tank OUTSIDE 1.25"), at(point(11.75, 5), 1.5, room, tank));
        assertEquals(List.of("room OUTSIDE 5.0"), at(point(13, 14), 5, room));
        assertEquals(List.of(), at(point(13, 14), Math.nextDown(5.0), room));
        assertEquals(List.of(), at(point(10.000001, 5), 0, room));
    }

    @Test
    void standingInAHoleIsOutsideUntilTheRimIsInReach() {
        Zone ring = Shapes.zone("ring", Shapes.polygon("0 0, 30 0, 30 30, 0 30", "10 10, 20 10, 20 20, 10 20"));
        assertEquals(List.of(), at(point(15, 15), 4.5, ring));
        assertEquals(List.of("ring OUTSIDE 5.0"), at(point(15, 15), 5, ring));
        assertEquals(List.of("ring ON_EDGE 0.0"), at(point(10, 15), 0, ring));
        assertEquals(List.of("ring INSIDE -1.0"), at(point(9, 15), 0, ring));
    }

    @Test
    void anotherFloorOrHeightIsOutOfAnyReach() {
        ZoneShape shape = Shapes.rectangle(0, 0, 10, 10);
        Zone ground = new Zone("ground", shape, 0.0, null, null);
        Zone first = new Zone("first", shape, 1.0, null, null);
        Zone every = new Zone("every", shape, null, null, null);
        Zone pit = new Zone("pit", shape, null, -3.0, -1.0);
        assertEquals(
                List.of("every INSIDE -5.0", "ground INSIDE -5.0"),
                at(PlantPoint.metres(5, 5, 2, 0.0), 1e6, ground, first, every, pit));
        assertEquals(
                List.of("every INSIDE -5.0", "first INSIDE -5.0", "pit INSIDE -5.0"),
                at(PlantPoint.metres(5, 5, 1.0), 0, ground, first, every, pit));
        assertEquals(
                List.of("every INSIDE -5.0", "first INSIDE -5.0", "ground INSIDE -5.0", "pit INSIDE -5.0"),
                at(PlantPoint.metres(5, 5, -2, null), 0, ground, first, every, pit));
    }

    @Test
    void anEmptyPlanAndAPointAtTheEndOfTheWorldHaveNoZones() {
        assertEquals(List.of(), at(point(0, 0), 100));
        Zone room = Shapes.zone("room", Shapes.rectangle(0, 0, 10, 10));
        Zone tank = Shapes.zone("tank", ZoneShape.circle(23, 5, 10));
        assertEquals(List.of(), at(point(1e300, -1e300), 1e6, room, tank));
        assertEquals(List.of(), at(point(-Double.MAX_VALUE, Double.MAX_VALUE), 1e6, room, tank));
    }

    @Test
    void refusesAReachThatIsNone() {
        ZoneLocator locator = locator(ZoneSet.of(List.of()));
        for (double reach : new double[] {-1, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(
                    IllegalArgumentException.class, () -> locator.locate(point(0, 0), reach), () -> "reach " + reach);
        }
    }

    @Test
    void answersAreUnmodifiable() {
        Zone room = Shapes.zone("room", Shapes.rectangle(0, 0, 10, 10));
        List<ZoneHit> hits = locator(ZoneSet.of(List.of(room))).locate(point(1, 1), 0);
        assertThrows(UnsupportedOperationException.class, hits::clear);
    }

    @Test
    void randomPointsHaveTheZonesThatJtsGivesThem() {
        Random random = Shapes.random("ZoneLocatorContract.jts");
        for (int round = 0; round < ROUNDS; round++) {
            List<Zone> zones = randomZones(random);
            ZoneLocator locator = locator(ZoneSet.of(zones));
            for (PlantPoint point : tellingPoints(random, zones)) {
                double reach = random.nextInt(4) == 0 ? 0 : random.nextInt(8);
                judge(zones, point, reach, locator.locate(point, reach), "seed " + Shapes.SEED + " round " + round);
            }
        }
    }

    private static void judge(List<Zone> zones, PlantPoint point, double reach, List<ZoneHit> hits, String when) {
        List<ZoneHit> left = new ArrayList<>(hits);
        for (Zone zone : zones) {
            String what = when + ", " + zone.id() + " at " + point + " reach " + reach;
            ZoneHit hit =
                    left.stream().filter(h -> h.zone().equals(zone)).findFirst().orElse(null);
            left.remove(hit);
            JtsOracle oracle = JtsOracle.of(zone.shape());
            Containment expected = JtsOracle.placed(zone, point) ? oracle.locate(point) : Containment.OUTSIDE;
            double distance = oracle.distance(point);
            if (expected != Containment.OUTSIDE
                    || (JtsOracle.placed(zone, point) && distance < reach - JtsOracle.ROUNDING_METRES)) {
                assertTrue(hit != null, what + " was not found");
            } else if (!JtsOracle.placed(zone, point) || distance > reach + JtsOracle.ROUNDING_METRES) {
                assertEquals(null, hit, what);
            }
            if (hit != null) {
                assertEquals(expected, hit.containment(), what);
                double signed = expected == Containment.INSIDE ? -distance : distance;
                assertEquals(signed, hit.signedDistanceMetres(), JtsOracle.ROUNDING_METRES, what);
            }
        }
        assertEquals(List.of(), left, when + ": hits of no zone, or twice");
        List<String> ids = hits.stream().map(hit -> hit.zone().id()).toList();
        assertEquals(ids.stream().sorted().toList(), ids, when);
    }

    @Test
    void agreesWithBruteForceBitForBitAlsoFromManyThreads() {
        Random random = Shapes.random("ZoneLocatorContract.brute");
        for (int round = 0; round < ROUNDS; round++) {
            List<Zone> zones = randomZones(random);
            List<PlantPoint> points = tellingPoints(random, zones);
            ZoneLocator brute = ZoneLocator.bruteForce(ZoneSet.of(zones));
            ZoneLocator locator = locator(ZoneSet.of(zones));
            List<List<ZoneHit>> expected =
                    points.stream().map(point -> brute.locate(point, 5)).toList();
            List<List<ZoneHit>> found = IntStream.range(0, points.size())
                    .parallel()
                    .mapToObj(i -> locator.locate(points.get(i), 5))
                    .toList();
            assertEquals(expected, found, "seed " + Shapes.SEED + " round " + round);
            assertTrue(expected.stream().mapToInt(List::size).sum() > points.size() / 4, "too few hits to judge by");
        }
    }

    /** Rooms, tanks and odd shapes, overlapping, in an order that is not that of their ids. */
    private static List<Zone> randomZones(Random random) {
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double x = random.nextInt(200);
            double y = random.nextInt(200);
            ZoneShape shape =
                    switch (random.nextInt(4)) {
                        case 0 -> Shapes.rectangle(x, y, 1 + random.nextInt(30), 1 + random.nextInt(30));
                        case 1 -> ZoneShape.circle(x, y, 1 + random.nextInt(20));
                        case 2 -> Shapes.star(random, x, y, 5 + random.nextInt(30), 5 + random.nextInt(40), true);
                        default -> Shapes.star(random, x, y, 5 + random.nextInt(30), 5 + random.nextInt(6), false);
                    };
            boolean flat = random.nextInt(3) == 0;
            zones.add(new Zone("z" + i, shape, floor(random), flat ? 2.0 : null, flat ? 5.0 : null));
        }
        Collections.shuffle(zones, random);
        return zones;
    }

    private static @Nullable Double floor(Random random) {
        int floor = random.nextInt(4);
        return floor == 3 ? null : (double) floor;
    }

    /** Anywhere, on corners, on edges, and straight out from a corner by whole metres, where the reach ends. */
    private static List<PlantPoint> tellingPoints(Random random, List<Zone> zones) {
        List<PlantPoint> points = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            points.add(anywhere(random, random.nextDouble() * 240 - 20, random.nextDouble() * 240 - 20));
            points.add(anywhere(random, random.nextInt(220), random.nextInt(220)));
        }
        for (Zone zone : zones) {
            for (List<double[]> ring : zone.shape().polygons().get(0)) {
                int i = random.nextInt(ring.size() - 1);
                double[] a = ring.get(i);
                double[] b = ring.get(i + 1);
                double t = random.nextInt(9) / 8.0;
                points.add(anywhere(random, a[0], a[1]));
                points.add(anywhere(random, a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])));
                points.add(anywhere(random, a[0] + random.nextInt(15) - 7, a[1]));
                points.add(anywhere(random, a[0], a[1] + random.nextInt(15) - 7));
            }
        }
        return points;
    }

    private static PlantPoint anywhere(Random random, double x, double y) {
        return PlantPoint.metres(x, y, random.nextInt(8), floor(random));
    }
}
