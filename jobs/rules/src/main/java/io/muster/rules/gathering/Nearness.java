package io.muster.rules.gathering;

/**
 * Whether two people are near each other, from two estimates. Both err, so it is a matter of probability: the distance is taken as normal, with the
 * distance of the two estimates as its mean and the sum of their variances (on an axis) as its variance. To first order that favours neither near
 * nor far: an estimate says farther than the truth by as much as a mean over the plane would add to it.
 *
 * <p>Two thresholds, since one would let noise at the edge make people come and go: who is not together becomes near at
 * {@link GatheringOptions#joinProbability()}, who is stays so down to {@link GatheringOptions#leaveProbability()}.
 */
final class Nearness {
    /** Nobody is near at more than so many radii, however doubtful. */
    private static final double MOST_RADII = 2;
    /** The rounding of a sum must not put anybody over the edge. */
    private static final double ROUNDING_METRES = 1e-9;

    private final double radiusMetres;
    private final double joinSigmas;
    private final double leaveSigmas;
    private final double heightMetres;

    Nearness(GatheringOptions options) {
        this.radiusMetres = options.radiusMetres();
        this.joinSigmas = options.raw() ? 0 : sigmas(options.joinProbability());
        this.leaveSigmas = options.raw() ? 0 : sigmas(options.leaveProbability());
        this.heightMetres = options.heightMetres();
    }

    /** @param together in one group so far */
    boolean isNear(Standing a, Standing b, boolean together) {
        if (a.hasHeight() && b.hasHeight() && Math.abs(a.z() - b.z()) > heightMetres) {
            return false;
        }
        return isNear(a.x() - b.x(), a.y() - b.y(), a.variance() + b.variance(), together);
    }

    boolean isNear(double dx, double dy, double variance, boolean together) {
        double reach = reach(variance, together) + ROUNDING_METRES;
        return reach > 0 && dx * dx + dy * dy <= reach * reach;
    }

    /** So far apart two estimates may be, m; below 0 = nobody is near. */
    private double reach(double variance, boolean together) {
        double sigma = Math.sqrt(variance);
        return Math.min(MOST_RADII * radiusMetres, radiusMetres - (together ? leaveSigmas : joinSigmas) * sigma);
    }

    /** Nobody is near at more than this, m, where nobody's variance on an axis is larger than the given one. */
    double farthest(double variance) {
        return Math.max(reach(2 * variance, true), Math.max(radiusMetres, reach(2 * variance, false)));
    }

    /** The point below which a standard normal variable is so likely (Abramowitz and Stegun 26.2.23, error below 0.00045). */
    static double sigmas(double probability) {
        double tail = Math.min(probability, 1 - probability);
        double t = Math.sqrt(-2 * StrictMath.log(tail));
        double above = t
                - (2.515517 + 0.802853 * t + 0.010328 * t * t)
                        / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
        return probability < 0.5 ? -above : probability > 0.5 ? above : 0;
    }
}
