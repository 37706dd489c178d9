package io.muster.rules.estimate;

/** A way to explain the fix: its weight before, how far off the fix is, its weight after. */
final class Way {
    double weight;
    private double miss = Double.POSITIVE_INFINITY;
    private double spread = 1;

    /**
     * @param before its weight
     * @param dx of the fix from where it was expected
     * @param dy of the fix from where it was expected
     * @param variance of that, each axis
     */
    void see(double before, double dx, double dy, double variance) {
        weight = before;
        spread = variance;
        miss = before > 0 ? (dx * dx + dy * dy) / (2 * variance) : Double.POSITIVE_INFINITY;
    }

    double miss() {
        return miss;
    }

    /** From now on the weight after the fix, times e^least. */
    void weigh(double least) {
        weight = weight > 0 ? weight * StrictMath.exp(least - miss) / (2 * Math.PI * spread) : 0;
    }
}
