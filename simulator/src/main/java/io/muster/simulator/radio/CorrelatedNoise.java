package io.muster.simulator.radio;

import io.muster.simulator.chance.Draw;

/**
 * Position noise of one tag: normal per axis with a given sigma, and correlated from one fix to the next (AR(1)), as real noise is: a tag that reads half a
 * metre too far east does so again a second later. Stationary from the first fix on.
 */
final class CorrelatedNoise {
    private final double sigma;
    private final double correlation;
    private final double fresh;
    private final Draw draw;
    private double x;
    private double y;
    private boolean started;

    CorrelatedNoise(double sigma, double correlation, Draw draw) {
        this.sigma = sigma;
        this.correlation = correlation;
        this.fresh = Math.sqrt(1 - correlation * correlation);
        this.draw = draw;
    }

    /** Moves on to the next fix. */
    void advance() {
        if (started) {
            x = correlation * x + fresh * draw.gaussian();
            y = correlation * y + fresh * draw.gaussian();
        } else {
            x = draw.gaussian();
            y = draw.gaussian();
            started = true;
        }
    }

    /** Error of the present fix, metres. */
    double x() {
        return sigma * x;
    }

    double y() {
        return sigma * y;
    }
}
