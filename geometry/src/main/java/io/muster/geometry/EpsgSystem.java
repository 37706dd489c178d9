package io.muster.geometry;

import java.util.regex.Pattern;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A coordinate reference system of the EPSG register and its way to WGS 84, by proj4j. Transforms of proj4j carry scratch memory, and
 * systems share a register and datums that nothing declares safe for several threads: one lock for all of proj4j. It is held for less than
 * a microsecond, and the frequent system, WGS 84 itself, does not come here.
 */
final class EpsgSystem {
    private static final Object PROJ4J = new Object();
    private static final String PREFIX = "EPSG:";
    private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9]{1,9}");

    private final String name;
    private final BasicCoordinateTransform toWgs84;

    private EpsgSystem(String name, BasicCoordinateTransform toWgs84) {
        this.name = name;
        this.toWgs84 = toWgs84;
    }

    /** Reads the definition; throws FrameException if there is none that proj4j can use. Takes some microseconds. */
    static EpsgSystem read(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new FrameException("the crs must be 'local' or 'EPSG:' and a number, was '" + shortened(name) + "'");
        }
        String parameters = EpsgRegister.parameters(Integer.parseInt(name.substring(PREFIX.length())));
        if (parameters == null) {
            throw new FrameException("the crs " + name + " is not known");
        }
        try {
            synchronized (PROJ4J) {
                CRSFactory factory = new CRSFactory();
                return new EpsgSystem(
                        name,
                        new BasicCoordinateTransform(
                                factory.createFromParameters(name, parameters),
                                factory.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs")));
            }
        } catch (Proj4jException | IllegalStateException e) {
            throw new FrameException("the crs " + name + " is not supported: " + e.getMessage(), e);
        }
    }

    /** {longitude, latitude} in degrees, finite; throws FrameException where the system has no answer. */
    double[] toLonLat(double a, double b) {
        ProjCoordinate result = new ProjCoordinate();
        try {
            synchronized (PROJ4J) {
                toWgs84.transform(new ProjCoordinate(a, b), result);
            }
        } catch (Proj4jException | IllegalStateException e) {
            throw new FrameException("(" + a + ", " + b + ") is no place in " + name + ": " + e.getMessage(), e);
        }
        if (!Double.isFinite(result.x) || !Double.isFinite(result.y)) {
            throw new FrameException("(" + a + ", " + b + ") is no place in " + name);
        }
        return new double[] {result.x, result.y};
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
