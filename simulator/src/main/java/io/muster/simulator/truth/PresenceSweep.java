package io.muster.simulator.truth;

import io.muster.geometry.Zone;
import java.util.List;

/**
 * When a person is inside a fence, to the millisecond, on the true way. A signed distance changes no faster than the person walks, so from a point that is d
 * metres away from a level nothing can happen for d / speed: the sweep goes on by that, and halves the step in which a level is crossed. A touch that lasts less
 * than {@link #LEAST_STEP} may go unseen.
 */
final class PresenceSweep {
    /** Milliseconds; 1.5 m/s go 8 mm in it. */
    static final long LEAST_STEP = 5;

    private final Zone zone;
    private final double margin;
    private final double[] bounds;

    /** @param margin metres; above 0 */
    PresenceSweep(Zone zone, double margin) {
        this.zone = zone;
        this.margin = margin;
        this.bounds = zone.shape().bounds();
    }

    /** Adds what these pieces bring to what is known; they must be in the order of time and not before it. */
    void sweep(List<Piece> pieces, Levels into) {
        Double floor = zone.floor();
        for (Piece piece : pieces) {
            if ((floor == null || floor == piece.floor()) && isNear(piece)) {
                along(piece, into);
            }
        }
    }

    private boolean isNear(Piece piece) {
        double x = piece.xAt(piece.until());
        double y = piece.yAt(piece.until());
        return Math.min(x, piece.x()) <= bounds[2] + margin
                && Math.max(x, piece.x()) >= bounds[0] - margin
                && Math.min(y, piece.y()) <= bounds[3] + margin
                && Math.max(y, piece.y()) >= bounds[1] - margin;
    }

    private void along(Piece piece, Levels into) {
        double speed = piece.speed();
        long now = piece.from();
        double distance = distance(piece, now);
        while (now < piece.until()) {
            long next = piece.until();
            if (speed > 0) {
                double free = Math.min(Math.abs(distance), Math.abs(Math.abs(distance) - margin)) / speed;
                // The distance is to a point of the future, so a cast that overflows is cut by the end of the piece.
                next = Math.min(next, now + Math.max(LEAST_STEP, (long) Math.min(free, 1e15)));
            }
            double then = speed > 0 ? distance(piece, next) : distance;
            step(piece, now, next, distance, then, margin, into.possible());
            step(piece, now, next, distance, then, 0, into.nominal());
            step(piece, now, next, distance, then, -margin, into.sure());
            now = next;
            distance = then;
        }
    }

    private void step(Piece piece, long now, long next, double distance, double then, double level, Spans into) {
        boolean before = distance <= level;
        boolean after = then <= level;
        if (before && after) {
            into.add(now, next);
        } else if (before != after) {
            long crossing = crossing(piece, now, next, level, after);
            into.add(after ? crossing : now, after ? next : crossing);
        }
    }

    /** The first millisecond at which the side is the later one. */
    private long crossing(Piece piece, long now, long next, double level, boolean after) {
        long before = now;
        long reached = next;
        while (reached - before > 1) {
            long middle = (before + reached) >>> 1;
            if (distance(piece, middle) <= level == after) {
                reached = middle;
            } else {
                before = middle;
            }
        }
        return reached;
    }

    private double distance(Piece piece, long millis) {
        return zone.shape().signedDistanceMetres(piece.xAt(millis), piece.yAt(millis));
    }
}
