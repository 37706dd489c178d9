package io.muster.geometry;

/**
 * Transverse Mercator on WGS 84 with scale 1, the origin at a given place. Our own code rather than proj4j's, since every GPS fix passes
 * here: it holds no state, locks nothing and computes the same bits on every machine ({@link StrictMath}).
 *
 * <p>Krüger's series to the sixth order, C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85 (2011),
 * equations 7–15, 35 and 36. Good to 5 nm within 3900 km of the central meridian, which is far outside any plant.
 */
final class TransverseMercator {
    private static final double SEMI_MAJOR_METRES = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
    private static final double N = FLATTENING / (2 - FLATTENING);
    private static final double RECTIFYING_RADIUS_METRES =
            SEMI_MAJOR_METRES / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64 + N * N * N * N * N * N / 256);

    private static final double[] ALPHA = {
        N * (1 / 2.0 + N * (-2 / 3.0 + N * (5 / 16.0 + N * (41 / 180.0 + N * (-127 / 288.0 + N * 7891 / 37800.0))))),
        N * N * (13 / 48.0 + N * (-3 / 5.0 + N * (557 / 1440.0 + N * (281 / 630.0 - N * 1983433 / 1935360.0)))),
        N * N * N * (61 / 240.0 + N * (-103 / 140.0 + N * (15061 / 26880.0 + N * 167603 / 181440.0))),
        N * N * N * N * (49561 / 161280.0 + N * (-179 / 168.0 + N * 6601661 / 7257600.0)),
        N * N * N * N * N * (34729 / 80640.0 - N * 3418889 / 1995840.0),
        N * N * N * N * N * N * 212378941 / 319334400.0,
    };
    private static final double[] BETA = {
        N * (1 / 2.0 + N * (-2 / 3.0 + N * (37 / 96.0 + N * (-1 / 360.0 + N * (-81 / 512.0 + N * 96199 / 604800.0))))),
        N * N * (1 / 48.0 + N * (1 / 15.0 + N * (-437 / 1440.0 + N * (46 / 105.0 - N * 1118711 / 3870720.0)))),
        N * N * N * (17 / 480.0 + N * (-37 / 840.0 + N * (-209 / 4480.0 + N * 5569 / 90720.0))),
        N * N * N * N * (4397 / 161280.0 + N * (-11 / 504.0 - N * 830251 / 7257600.0)),
        N * N * N * N * N * (4583 / 161280.0 - N * 108847 / 3991680.0),
        N * N * N * N * N * N * 20648693 / 638668800.0,
    };

    private final double originLonDegrees;
    private final double originNorthing;

    TransverseMercator(double originLonDegrees, double originLatDegrees) {
        this.originLonDegrees = originLonDegrees;
        this.originNorthing = northingFromEquator(0, StrictMath.toRadians(originLatDegrees))[1];
    }

    /** {easting, northing} in metres from the origin; not finite where the projection has no answer. */
    double[] project(double lonDegrees, double latDegrees) {
        double[] result = northingFromEquator(
                StrictMath.toRadians(turn(lonDegrees - originLonDegrees)), StrictMath.toRadians(latDegrees));
        result[1] -= originNorthing;
        return result;
    }

    private static double[] northingFromEquator(double lambda, double phi) {
        double tau = StrictMath.tan(phi);
        double conformal = conformalTangent(tau);
        double xi = StrictMath.atan2(conformal, StrictMath.cos(lambda));
        double eta = asinh(StrictMath.sin(lambda) / StrictMath.hypot(conformal, StrictMath.cos(lambda)));
        double northing = xi;
        double easting = eta;
        for (int j = 1; j <= ALPHA.length; j++) {
            northing += ALPHA[j - 1] * StrictMath.sin(2 * j * xi) * StrictMath.cosh(2 * j * eta);
            easting += ALPHA[j - 1] * StrictMath.cos(2 * j * xi) * StrictMath.sinh(2 * j * eta);
        }
        return new double[] {RECTIFYING_RADIUS_METRES * easting, RECTIFYING_RADIUS_METRES * northing};
    }

    /** {longitude, latitude} in degrees, longitude in [-180, 180); not finite where there is no answer. */
    double[] unproject(double eastingMetres, double northingMetres) {
        double northing = (northingMetres + originNorthing) / RECTIFYING_RADIUS_METRES;
        double easting = eastingMetres / RECTIFYING_RADIUS_METRES;
        double xi = northing;
        double eta = easting;
        for (int j = 1; j <= BETA.length; j++) {
            xi -= BETA[j - 1] * StrictMath.sin(2 * j * northing) * StrictMath.cosh(2 * j * easting);
            eta -= BETA[j - 1] * StrictMath.cos(2 * j * northing) * StrictMath.sinh(2 * j * easting);
        }
        double conformal = StrictMath.sin(xi) / StrictMath.hypot(StrictMath.sinh(eta), StrictMath.cos(xi));
        double lambda = StrictMath.atan2(StrictMath.sinh(eta), StrictMath.cos(xi));
        double phi = StrictMath.atan(tangentOf(conformal));
        return new double[] {turn(StrictMath.toDegrees(lambda) + originLonDegrees), StrictMath.toDegrees(phi)};
    }

    /** Tangent of the conformal latitude from that of the latitude, equations 7 to 9. */
    private static double conformalTangent(double tau) {
        double sigma = StrictMath.sinh(ECCENTRICITY * atanh(ECCENTRICITY * tau / StrictMath.hypot(1, tau)));
        return tau * StrictMath.hypot(1, sigma) - sigma * StrictMath.hypot(1, tau);
    }

    /** The way back, by Newton's method, equations 19 to 21; two steps reach full precision, five are plenty. */
    private static double tangentOf(double conformal) {
        double e2m = 1 - ECCENTRICITY * ECCENTRICITY;
        double tau = conformal / e2m;
        for (int i = 0; i < 5; i++) {
            double guess = conformalTangent(tau);
            double step = (conformal - guess)
                    / StrictMath.hypot(1, guess)
                    * (1 + e2m * tau * tau)
                    / (e2m * StrictMath.hypot(1, tau));
            tau += step;
            if (Math.abs(step) < 1e-16 * Math.max(1, Math.abs(tau))) {
                break;
            }
        }
        return tau;
    }

    private static double asinh(double v) {
        double magnitude = Math.abs(v);
        return Math.copySign(StrictMath.log1p(magnitude * (1 + magnitude / (StrictMath.hypot(1, magnitude) + 1))), v);
    }

    private static double atanh(double v) {
        double magnitude = Math.abs(v);
        return Math.copySign(StrictMath.log1p(2 * magnitude / (1 - magnitude)) / 2, v);
    }

    /** The same direction in [-180, 180). */
    static double turn(double degrees) {
        if (degrees >= -180 && degrees < 180) {
            return degrees;
        }
        double turned = (degrees + 180) % 360;
        return turned < 0 ? turned + 180 : turned - 180;
    }
}
