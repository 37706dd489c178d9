package io.muster.geometry;

/** Arithmetic that every machine does alike. */
final class Numbers {
    /** Below this a square neither overflows nor loses anything that matters. */
    private static final double SQUARES_SAFELY = 1e150;

    private Numbers() {}

    /**
     * Length of a vector. The square root is exact on every machine and much faster than hypot, which is left to values that no plant
     * has: they must come out as "far away", not as NaN.
     */
    static double length(double dx, double dy) {
        if (Math.abs(dx) < SQUARES_SAFELY && Math.abs(dy) < SQUARES_SAFELY) {
            return Math.sqrt(dx * dx + dy * dy);
        }
        return StrictMath.hypot(dx, dy);
    }

    static double requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number, was " + value);
        }
        return value;
    }
}
