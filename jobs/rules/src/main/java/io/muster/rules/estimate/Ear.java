package io.muster.rules.estimate;

import io.muster.rules.estimate.EstimateOptions.Noise;

/** A fix as it is heard under one kind of noise: freed of what its noise has in common with the last fix of its tag. */
final class Ear {
    /** Variance of the noise, each axis, and of that of the tag's last fix. */
    final double all;

    final double lastAll;
    /** Correlation of the two. */
    final double alike;
    /** So much of the last fix is taken off; what remains is fresh noise. */
    final double pull;

    final double fresh;
    final double x;
    final double y;

    Ear(EstimateOptions o, Noise noise, Move move) {
        double shift = o.shiftMetres() * o.shiftMetres();
        double scale = noise.scale() * noise.scale();
        all = scale * move.variance + shift;
        lastAll = scale * move.lastVariance + shift;
        boolean alone = move.last == null || noise.seconds() == 0;
        alike = alone ? 0 : StrictMath.exp(-move.lastSeconds / noise.seconds());
        pull = alike * Math.min(1, Math.sqrt(all / lastAll));
        fresh = all - pull * pull * lastAll;
        x = move.now.x() - pull * move.lastX;
        y = move.now.y() - pull * move.lastY;
    }
}
