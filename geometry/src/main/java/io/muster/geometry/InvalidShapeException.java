package io.muster.geometry;

/** An outline that encloses no well-defined area. Its message is one line with the reason and the place. */
public final class InvalidShapeException extends IllegalArgumentException {
    private final String reason;
    private final double x;
    private final double y;

    InvalidShapeException(String reason, double x, double y) {
        super(reason + (placed(x, y) ? " at (" + x + ", " + y + ")" : ""));
        this.reason = reason;
        this.x = x;
        this.y = y;
    }

    static InvalidShapeException nowhere(String reason) {
        return new InvalidShapeException(reason, Double.NaN, Double.NaN);
    }

    /** What is wrong, in words, without the place: "the outline crosses itself". */
    public String reason() {
        return reason;
    }

    /** Whether {@link #x} and {@link #y} say where; an outline without points has no place. */
    public boolean hasPlace() {
        return placed(x, y);
    }

    private static boolean placed(double x, double y) {
        return !Double.isNaN(x) || !Double.isNaN(y);
    }

    /** Metres, as given by the caller; NaN or infinite if that is the fault. */
    public double x() {
        return x;
    }

    /** Metres, as given by the caller; NaN or infinite if that is the fault. */
    public double y() {
        return y;
    }
}
