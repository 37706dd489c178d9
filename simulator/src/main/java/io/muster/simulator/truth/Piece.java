package io.muster.simulator.truth;

/**
 * A straight, even piece of a way on one floor.
 *
 * @param from simulated time, included
 * @param until simulated time, not included; after {@code from}
 * @param x at {@code from}, metres
 * @param y at {@code from}, metres
 * @param vx metres per millisecond
 * @param vy metres per millisecond
 */
record Piece(long from, long until, double x, double y, double vx, double vy, int floor) {

    double xAt(long millis) {
        return x + vx * (millis - from);
    }

    double yAt(long millis) {
        return y + vy * (millis - from);
    }

    /** Metres per millisecond. */
    double speed() {
        return Math.sqrt(vx * vx + vy * vy);
    }

    /** The part between two times, which must overlap it. */
    Piece clip(long least, long most) {
        if (least <= from && most >= until) {
            return this;
        }
        long begin = Math.max(from, least);
        return new Piece(begin, Math.min(until, most), xAt(begin), yAt(begin), vx, vy, floor);
    }

    /** The same, so much later. */
    Piece shift(long millis) {
        return millis == 0 ? this : new Piece(from + millis, until + millis, x, y, vx, vy, floor);
    }
}
