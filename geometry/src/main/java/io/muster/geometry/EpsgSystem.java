package io.muster.geometry;

import java.util.regex.Pattern;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A coordinate reference system of the EPSG register and its way to WGS 84, by proj4j. Objects of proj4j carry scratch memory and are not
 * safe for several threads, hence the lock; the frequent system, WGS 84 itself, does not come here.
 */
final class EpsgSystem {
    private static final Pattern NAME = Pattern.compile("EPSG:[0-9]{1,9}");

    private final String name;
    private final BasicCoordinateTransform toWgs84;

    private EpsgSystem(String name, BasicCoordinateTransform toWgs84) {
        this.name = name;
        this.toWgs84 = toWgs84;
    }

    /** Reads the definition; throws FrameException if there is none that proj4j can use. */
    static EpsgSystem read(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new FrameException("the crs must be 'local' or 'EPSG:' and a number, was '" + shortened(name) + "'");
        }
        try {
            // A factory of its own: it caches inside, and nothing says that it may be shared.
            CRSFactory factory = new CRSFactory();
            CoordinateReferenceSystem source = factory.createFromName(name);
            CoordinateReferenceSystem wgs84 =
                    factory.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");
            if (source == null) {
                throw new FrameException("the crs " + name + " is not known");
            }
            return new EpsgSystem(name, new BasicCoordinateTransform(source, wgs84));
        } catch (Proj4jException | IllegalStateException e) {
            throw new FrameException("the crs " + name + " is not known: " + e.getMessage(), e);
        }
    }

    double[] toLonLat(double a, double b) {
        ProjCoordinate result = new ProjCoordinate();
        try {
            synchronized (this) {
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
