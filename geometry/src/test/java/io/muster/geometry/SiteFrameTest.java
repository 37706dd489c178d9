package io.muster.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.ProjCoordinate;

final class SiteFrameTest {
    /** Puyang in Henan, a chemical park's part of the world. */
    private static final double LON = 115.03;

    private static final double LAT = 35.76;

    private static String refusal(Executable asking) {
        return String.valueOf(assertThrows(FrameException.class, asking).getMessage());
    }

    @Test
    void localIsLocalWithAndWithoutOrigin() {
        assertArrayEquals(new double[] {12.5, -3}, SiteFrame.localOnly().toLocal("local", 12.5, -3));
        assertArrayEquals(new double[] {12.5, -3}, SiteFrame.of(LON, LAT, 33).toLocal("LOCAL", 12.5, -3));
    }

    @Test
    void theOriginIsZero() {
        assertArrayEquals(new double[] {0, 0}, SiteFrame.of(LON, LAT, 33).toLocal("EPSG:4326", LON, LAT), 1e-9);
        assertArrayEquals(new double[] {LON, LAT}, SiteFrame.of(LON, LAT, 33).toLonLat(0, 0), 1e-12);
    }

    @Test
    void theYAxisIsTurnedClockwiseByTheBearing() {
        double north = LAT + 0.001;
        double east = LON + 0.001;
        assertDirection(
                "bearing 0: +y is north", 0, 1, SiteFrame.of(LON, LAT, 0).toLocal("EPSG:4326", LON, north));
        assertDirection("bearing 0: +x is east", 1, 0, SiteFrame.of(LON, LAT, 0).toLocal("EPSG:4326", east, LAT));
        assertDirection(
                "bearing 90: +y is east", 0, 1, SiteFrame.of(LON, LAT, 90).toLocal("EPSG:4326", east, LAT));
        assertDirection(
                "bearing 90: +x is south", -1, 0, SiteFrame.of(LON, LAT, 90).toLocal("EPSG:4326", LON, north));
        assertDirection("bearing 180", 0, -1, SiteFrame.of(LON, LAT, 180).toLocal("EPSG:4326", LON, north));
        assertDirection("bearing -90", 0, -1, SiteFrame.of(LON, LAT, -90).toLocal("EPSG:4326", east, LAT));
        assertDirection("bearing 270", 0, -1, SiteFrame.of(LON, LAT, 270).toLocal("EPSG:4326", east, LAT));
        assertDirection(
                "bearing 30", -0.5, Math.sqrt(0.75), SiteFrame.of(LON, LAT, 30).toLocal("EPSG:4326", LON, north));
        double[] alongY = SiteFrame.of(LON, LAT, 90).toLonLat(0, 100);
        assertTrue(alongY[0] > LON + 0.001 && Math.abs(alongY[1] - LAT) < 1e-6, "100 m along +y is 100 m east");
    }

    /** To 2e-5, for a parallel is not straight. */
    private static void assertDirection(String what, double x, double y, double[] local) {
        double length = Math.hypot(local[0], local[1]);
        assertEquals(x, local[0] / length, 2e-5, what);
        assertEquals(y, local[1] / length, 2e-5, what);
    }

    @Test
    void knowsTheLengthOfTheMeridian() {
        // WGS 84: 3 320 113.398 m from the equator to 30°, 4 984 944.378 m to 45°, 10 001 965.729 m to the pole.
        SiteFrame equator = SiteFrame.of(117, 0, 0);
        assertArrayEquals(new double[] {0, 3_320_113.398}, equator.toLocal("EPSG:4326", 117, 30), 1e-3);
        assertArrayEquals(new double[] {0, 4_984_944.378}, equator.toLocal("EPSG:4326", 117, 45), 1e-3);
        assertArrayEquals(new double[] {0, 10_001_965.729}, equator.toLocal("EPSG:4326", 117, 90), 1e-3);
    }

    @Test
    void readsProjectedSystems() {
        // CGCS2000 / 3-degree Gauss-Kruger CM 120E: scale 1, false easting 500 000 m.
        SiteFrame site = SiteFrame.of(120, 30, 0);
        assertArrayEquals(new double[] {0, 0}, site.toLocal("EPSG:4549", 500_000, 3_320_113.398), 1e-3);
        assertArrayEquals(new double[] {120, -45}, site.toLocal("epsg:4549", 500_120, 3_320_068.398), 1e-3);
        // UTM zone 50N has scale 0.9996 on its central meridian, 117°.
        SiteFrame utm = SiteFrame.of(117, 30, 0);
        assertArrayEquals(
                new double[] {100 / 0.9996, 0}, utm.toLocal("EPSG:32650", 500_100, 3_320_113.398 * 0.9996), 1e-3);
        // Web Mercator: 1° of longitude is 111 319.490 793 m.
        assertArrayEquals(
                new double[] {0, 0}, SiteFrame.of(120, 0, 0).toLocal("EPSG:3857", 120 * 111_319.490793, 0), 1e-3);
        // CGCS2000 in degrees, which is WGS 84 for us.
        assertArrayEquals(utm.toLocal("EPSG:4326", 117.01, 30.01), utm.toLocal("EPSG:4490", 117.01, 30.01), 1e-3);
    }

    @Test
    void definesSystemsAsProj4jDoes() {
        SiteFrame site = SiteFrame.of(120, 30, 0);
        CRSFactory factory = new CRSFactory();
        for (String crs : List.of("EPSG:4549", "EPSG:32651", "EPSG:3857", "EPSG:4490", "EPSG:2437", "EPSG:4214")) {
            BasicCoordinateTransform theirs = new BasicCoordinateTransform(
                    factory.createFromName(crs),
                    factory.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs"));
            boolean degrees = crs.startsWith("EPSG:4490") || crs.startsWith("EPSG:4214");
            double a = degrees ? 120.01 : 500_000;
            double b = degrees ? 30.01 : 3_320_000;
            ProjCoordinate lonLat = theirs.transform(new ProjCoordinate(a, b), new ProjCoordinate());
            assertArrayEquals(site.toLocal("EPSG:4326", lonLat.x, lonLat.y), site.toLocal(crs, a, b), crs);
        }
    }

    @Test
    void theCnTowerStandsWhereTheMapsSay() {
        SiteFrame toronto = SiteFrame.of(-79.38, 43.64, 0);
        double lat = 43 + 38 / 60.0 + 33.24 / 3600;
        double lon = -(79 + 23 / 60.0 + 13.7 / 3600);
        assertArrayEquals(
                toronto.toLocal("EPSG:4326", lon, lat), toronto.toLocal("EPSG:32617", 630_084, 4_833_438), 1.0);
    }

    @Test
    void goesThereAndBack() {
        Random random = Shapes.random("SiteFrameTest.roundTrip");
        for (int i = 0; i < 2000; i++) {
            double lon = random.nextDouble() * 360 - 180;
            double lat = random.nextDouble() * 178 - 89;
            SiteFrame site = SiteFrame.of(lon, lat, random.nextDouble() * 720 - 360);
            double[] local = {random.nextDouble() * 20_000 - 10_000, random.nextDouble() * 20_000 - 10_000};
            double[] there = site.toLonLat(local[0], local[1]);
            double[] back = site.toLocal(SiteFrame.WGS84, there[0], there[1]);
            assertArrayEquals(local, back, 1e-6, "seed " + Shapes.SEED + " " + site);
        }
    }

    @Test
    void crossesTheDateLine() {
        SiteFrame fiji = SiteFrame.of(179.9995, -17, 0);
        double[] beyond = fiji.toLocal("EPSG:4326", -179.9995, -17);
        assertEquals(106.5, beyond[0], 0.1);
        double[] back = fiji.toLonLat(beyond[0], beyond[1]);
        assertArrayEquals(new double[] {-179.9995, -17}, back, 1e-11);
    }

    @Test
    void agreesWithProj4j() {
        Random random = Shapes.random("SiteFrameTest.proj4j");
        CRSFactory factory = new CRSFactory();
        for (int i = 0; i < 200; i++) {
            double lon = 73 + random.nextDouble() * 60;
            double lat = 18 + random.nextDouble() * 35;
            SiteFrame site = SiteFrame.of(lon, lat, 0);
            BasicCoordinateTransform theirs = new BasicCoordinateTransform(
                    factory.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs"),
                    factory.createFromParameters(
                            "site",
                            "+proj=tmerc +lat_0=" + lat + " +lon_0=" + lon
                                    + " +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs"));
            double atLon = lon + random.nextDouble() * 0.4 - 0.2;
            double atLat = lat + random.nextDouble() * 0.4 - 0.2;
            ProjCoordinate expected = theirs.transform(new ProjCoordinate(atLon, atLat), new ProjCoordinate());
            assertArrayEquals(
                    new double[] {expected.x, expected.y},
                    site.toLocal("EPSG:4326", atLon, atLat),
                    1e-3,
                    "seed " + Shapes.SEED + " " + site + " at " + atLon + ", " + atLat);
        }
    }

    @Test
    void quarterTurnsKeepWallsStraight() {
        double[] straight = SiteFrame.of(LON, LAT, 0).toLocal("EPSG:4326", LON + 0.01, LAT + 0.01);
        double[] turned = SiteFrame.of(LON, LAT, 90).toLocal("EPSG:4326", LON + 0.01, LAT + 0.01);
        assertArrayEquals(new double[] {-straight[1], straight[0]}, turned, "to the last bit");
    }

    @Test
    void refusesWithAReason() {
        SiteFrame site = SiteFrame.of(LON, LAT, 0);
        assertEquals(
                "the site has no origin, so positions in EPSG:4326 cannot be placed",
                refusal(() -> SiteFrame.localOnly().toLocal("EPSG:4326", 115, 35)));
        assertEquals(
                "the site has no origin, so positions in EPSG:4326 cannot be placed",
                refusal(() -> SiteFrame.localOnly().toLonLat(1, 1)));
        assertEquals(
                "the crs must be 'local' or 'EPSG:' and a number, was 'WGS84'",
                refusal(() -> site.toLocal("wgs84", 1, 1)));
        assertEquals("the crs EPSG:99999999 is not known", refusal(() -> site.toLocal("EPSG:99999999", 1, 1)));
        assertEquals(
                "the longitude must be from -180.0 to 180.0 degrees, was 500000.0",
                refusal(() -> site.toLocal("EPSG:4326", 500_000, 35)));
        assertEquals(
                "the latitude must be from -90.0 to 90.0 degrees, was 115.0",
                refusal(() -> site.toLocal("EPSG:4326", 35, 115)));
        assertEquals(
                "a position needs finite numbers, was (NaN, 1.0)", refusal(() -> site.toLocal("local", Double.NaN, 1)));
        assertTrue(refusal(() -> site.toLonLat(1e300, 0)).endsWith("is not on Earth"));
        assertThrows(FrameException.class, () -> site.toLocal("EPSG:32650", 1e300, 1e300));
        assertThrows(FrameException.class, () -> site.toLocal("EPSG:" + "9".repeat(100_000), 1, 1));
        assertThrows(FrameException.class, () -> SiteFrame.of(181, 0, 0));
        assertThrows(FrameException.class, () -> SiteFrame.of(0, 90, 0));
        assertThrows(FrameException.class, () -> SiteFrame.of(0, 0, Double.NaN));
    }

    @Test
    void tellsBeforehandWhatItUnderstands() {
        SiteFrame site = SiteFrame.of(LON, LAT, 0);
        assertTrue(site.hasOrigin());
        assertTrue(site.understands("local"));
        assertTrue(site.understands("EPSG:4326"));
        assertTrue(site.understands("epsg:4549"));
        assertFalse(site.understands("EPSG:99999999"));
        assertFalse(site.understands(""));
        assertFalse(SiteFrame.localOnly().hasOrigin());
        assertTrue(SiteFrame.localOnly().understands("local"));
        assertFalse(SiteFrame.localOnly().understands("EPSG:4326"));
    }

    @Test
    void manyThreadsGetTheSameAnswers() {
        List<double[]> places = new ArrayList<>();
        Random random = Shapes.random("SiteFrameTest.threads");
        for (int i = 0; i < 4000; i++) {
            places.add(new double[] {500_000 + random.nextInt(20_000), 3_900_000 + random.nextInt(20_000)});
        }
        SiteFrame alone = SiteFrame.of(LON, LAT, 17);
        List<String> expected =
                places.stream().map(place -> local(alone, place)).toList();
        SiteFrame shared = SiteFrame.of(LON, LAT, 17);
        List<String> found = IntStream.range(0, places.size())
                .parallel()
                .mapToObj(i -> local(shared, places.get(i)))
                .toList();
        assertEquals(expected, found, "seed " + Shapes.SEED);
    }

    private static String local(SiteFrame site, double[] place) {
        double[] a = site.toLocal("EPSG:4549", place[0], place[1]);
        double[] b = site.toLocal("EPSG:32650", place[0], place[1]);
        return a[0] + " " + a[1] + " " + b[0] + " " + b[1];
    }

    @Test
    void equalsByOriginAndBearing() {
        assertEquals(SiteFrame.of(LON, LAT, 5), SiteFrame.of(LON, LAT, 5));
        assertEquals(
                SiteFrame.of(LON, LAT, 5).hashCode(), SiteFrame.of(LON, LAT, 5).hashCode());
        assertNotEquals(SiteFrame.of(LON, LAT, 5), SiteFrame.of(LON, LAT, 6));
        assertNotEquals(SiteFrame.of(0, 0, 0), SiteFrame.localOnly());
        assertEquals(LON, SiteFrame.of(LON, LAT, 5).originLon());
        assertEquals(LAT, SiteFrame.of(LON, LAT, 5).originLat());
        assertEquals(5, SiteFrame.of(LON, LAT, 5).bearingDegrees());
    }
}
