package io.muster.geometry;

import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The local frame of a site and the ways into it. Local coordinates are metres: transverse Mercator on WGS 84 at the origin with scale 1,
 * its axes turned so that the local y axis points {@code bearing} degrees clockwise from north. A bearing of 90 means that local +y
 * points east and local +x south.
 *
 * <p>A coordinate reference system ("crs") is {@code local} or {@code EPSG:n}, in upper or lower case. Numbers come in the order of GeoJSON,
 * whatever the authority of the system says: easting or longitude first.
 *
 * <p>Without an origin only {@code local} is understood. Immutable for its users and safe for many threads.
 */
public final class SiteFrame {
    /** The crs of positions that are in site metres already. */
    public static final String LOCAL = "local";

    /** The crs of longitude and latitude as GPS has them. */
    public static final String WGS84 = "EPSG:4326";

    /** Codes that a frame remembers. A site has two or three; more means that somebody is trying codes, and is served without memory. */
    private static final int REMEMBERED = 32;

    private static final SiteFrame LOCAL_ONLY = new SiteFrame(null, 0, 0, 0);

    private final @Nullable TransverseMercator projection;
    private final double originLon;
    private final double originLat;
    private final double bearingDegrees;
    private final double sin;
    private final double cos;
    private final ConcurrentMap<String, EpsgSystem> systems = new ConcurrentHashMap<>();

    private SiteFrame(@Nullable TransverseMercator projection, double lon, double lat, double bearingDegrees) {
        this.projection = projection;
        this.originLon = lon;
        this.originLat = lat;
        this.bearingDegrees = bearingDegrees;
        double quarters = bearingDegrees / 90;
        if (quarters == Math.rint(quarters)) {
            // Quarter turns exactly: the sine of a rounded pi is not 0, and walls along the axes would come out
            // slanted.
            int quarter = Math.floorMod((long) quarters, 4);
            this.sin = quarter == 1 ? 1 : quarter == 3 ? -1 : 0;
            this.cos = quarter == 0 ? 1 : quarter == 2 ? -1 : 0;
        } else {
            this.sin = StrictMath.sin(StrictMath.toRadians(bearingDegrees));
            this.cos = StrictMath.cos(StrictMath.toRadians(bearingDegrees));
        }
    }

    /** The frame of a site that does not say where on Earth it is. */
    public static SiteFrame localOnly() {
        return LOCAL_ONLY;
    }

    /**
     * The frame of a site with an origin.
     *
     * @param lon degrees east on WGS 84, -180 to 180
     * @param lat degrees north on WGS 84, -89 to 89; at a pole no direction is north
     * @param bearingDeg degrees from north, clockwise, to the local y axis; -360 to 360
     * @throws FrameException if a number is out of its range or not a number
     */
    public static SiteFrame of(double lon, double lat, double bearingDeg) {
        requireRange("longitude of the origin", lon, 180);
        requireRange("latitude of the origin", lat, 89);
        requireRange("bearing", bearingDeg, 360);
        return new SiteFrame(new TransverseMercator(lon, lat), lon, lat, bearingDeg);
    }

    /** Whether the site is placed on Earth, so that other systems than {@code local} can be read. */
    public boolean hasOrigin() {
        return projection != null;
    }

    /** Degrees east; 0 without an origin. */
    public double originLon() {
        return originLon;
    }

    /** Degrees north; 0 without an origin. */
    public double originLat() {
        return originLat;
    }

    /** Degrees clockwise from north to the local y axis; 0 without an origin. */
    public double bearingDegrees() {
        return bearingDegrees;
    }

    /** Whether {@link #toLocal} understands this crs: for a plan that is checked before the first fix comes. */
    public boolean understands(String crs) {
        try {
            if (!isLocal(crs)) {
                requireProjection(crs);
                system(crs);
            }
            return true;
        } catch (FrameException e) {
            return false;
        }
    }

    /**
     * Brings a position into the local frame.
     *
     * @param crs {@code local}, {@code EPSG:4326} or another {@code EPSG:n}
     * @param a x, easting in the unit of the system, or longitude in degrees
     * @param b y, northing in the unit of the system, or latitude in degrees
     * @return {x, y} in metres, finite; a new array
     * @throws FrameException if a number is not finite, a longitude or latitude out of range, the crs unknown or not understood, the
     *     position outside the area where it has an answer, or the frame without origin
     */
    public double[] toLocal(String crs, double a, double b) {
        if (!Double.isFinite(a) || !Double.isFinite(b)) {
            throw new FrameException("a position needs finite numbers, was (" + a + ", " + b + ")");
        }
        if (isLocal(crs)) {
            return new double[] {a, b};
        }
        TransverseMercator mercator = requireProjection(crs);
        if (crs.equalsIgnoreCase(WGS84)) {
            return fromLonLat(mercator, a, b);
        }
        double[] lonLat = system(crs).toLonLat(a, b);
        return fromLonLat(mercator, lonLat[0], lonLat[1]);
    }

    /**
     * Longitude and latitude on WGS 84 of a local position.
     *
     * @return {longitude in [-180, 180), latitude} in degrees; a new array
     * @throws FrameException if the frame has no origin or the position is not on Earth
     */
    public double[] toLonLat(double x, double y) {
        TransverseMercator mercator = requireProjection(WGS84);
        double[] lonLat = mercator.unproject(x * cos + y * sin, y * cos - x * sin);
        if (!Double.isFinite(lonLat[0]) || !Double.isFinite(lonLat[1])) {
            throw new FrameException("the local position (" + x + ", " + y + ") is not on Earth");
        }
        return lonLat;
    }

    private double[] fromLonLat(TransverseMercator mercator, double lon, double lat) {
        requireRange("longitude", lon, 180);
        requireRange("latitude", lat, 90);
        double[] plane = mercator.project(lon, lat);
        double east = plane[0];
        double north = plane[1];
        if (!Double.isFinite(east) || !Double.isFinite(north)) {
            throw new FrameException("(" + lon + ", " + lat + ") is too far from the origin of the site");
        }
        plane[0] = east * cos - north * sin;
        plane[1] = east * sin + north * cos;
        return plane;
    }

    private static boolean isLocal(String crs) {
        return crs.equalsIgnoreCase(LOCAL);
    }

    private TransverseMercator requireProjection(String crs) {
        TransverseMercator mercator = projection;
        if (mercator == null) {
            throw new FrameException("the site has no origin, so positions in " + crs + " cannot be placed");
        }
        return mercator;
    }

    private EpsgSystem system(String crs) {
        String name = crs.toUpperCase(Locale.ROOT);
        EpsgSystem known = systems.get(name);
        if (known == null) {
            known = EpsgSystem.read(name);
            if (systems.size() < REMEMBERED) {
                systems.put(name, known);
            }
        }
        return known;
    }

    private static void requireRange(String what, double value, double most) {
        if (!(Math.abs(value) <= most)) {
            throw new FrameException(
                    "the " + what + " must be from -" + most + " to " + most + " degrees, was " + value);
        }
    }

    /** Equal if origin and bearing are, or if both have none. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SiteFrame that
                && hasOrigin() == that.hasOrigin()
                && Double.compare(originLon, that.originLon) == 0
                && Double.compare(originLat, that.originLat) == 0
                && Double.compare(bearingDegrees, that.bearingDegrees) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(originLon) * 31 * 31 + Double.hashCode(originLat) * 31 + Double.hashCode(bearingDegrees);
    }

    @Override
    public String toString() {
        return hasOrigin()
                ? "SiteFrame[lon=" + originLon + ", lat=" + originLat + ", bearing=" + bearingDegrees + "]"
                : "SiteFrame[local]";
    }
}
