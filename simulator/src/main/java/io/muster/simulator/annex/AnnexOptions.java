package io.muster.simulator.annex;

import java.util.ArrayList;
import java.util.List;

/**
 * How the tests are run.
 *
 * @param errorMetres position error at 68.27 % of all fixes (AQ 3064.3 3.3), metres, >= 0
 * @param correlation of the noise from one fix to the next (AR(1)), 0 to below 1
 * @param seeds how many times each layout is run, 1..10,000
 * @param seed the first of them
 */
public record AnnexOptions(double errorMetres, double correlation, int seeds, long seed) {
    /** Between two fixes (AQ 3064.3 7.2.1). */
    public static final long PERIOD_MILLIS = 2_000;
    /** Of two independent normal errors of 1 m, 68.27 % lie within so many metres: sqrt(-2 ln(1 - 0.6827)). */
    public static final double ERROR_PER_SIGMA = Math.sqrt(-2 * Math.log(1 - 0.6827));

    static final int MOST_SEEDS = 10_000;

    public AnnexOptions {
        List<String> faults = new ArrayList<>();
        if (!(errorMetres >= 0 && errorMetres <= 100)) {
            faults.add("error must be 0 m to 100 m, was " + errorMetres);
        }
        if (!(correlation >= 0 && correlation < 1)) {
            faults.add("correlation must be 0 to below 1, was " + correlation);
        }
        if (seeds < 1 || seeds > MOST_SEEDS) {
            faults.add("seeds must be 1 to " + MOST_SEEDS + ", was " + seeds);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** Noise per axis, metres. */
    public double sigmaMetres() {
        return errorMetres / ERROR_PER_SIGMA;
    }
}
