package io.muster.rules.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** From one fix to the next: what is the same for every kind of noise. */
final class Move {
    /** Square of (radius that holds 68.27 % of a normal distribution in the plane, by its sigma on an axis). */
    static final double RADIUS_PER_SIGMA_SQUARED = 2.295756;

    /** Fixes of one instant are taken to be so far apart: nothing changes in no time, and noise that is wholly alike tells nothing. */
    private static final long SHORTEST_MILLIS = 100;

    final Seen now;
    /** The fix before of the same tag; null = none is known. */
    final @Nullable Seen last;

    final double seconds;

    /** Seconds since the last fix of this tag. */
    final double lastSeconds;

    /** Event time of the fix before, of whatever tag. */
    final double beforeMillis;

    /** As claimed, of each axis. */
    final double variance;

    final double lastX;
    final double lastY;
    final double lastVariance;
    final double driftVariance;
    /** How likely it is to have changed over within the time. */
    final double departs;

    final double strays;
    final double stops;
    final double returns;
    final double moved;
    /** Of the speed, how much is left; metres of way per m/s of the speed before, and since the last fix of this tag per m/s of the speed now. */
    final double keep;

    final double reach;
    final double reachBack;
    final double backVariance;
    /** The last fix of this tag is not the one just before. */
    final boolean afterOthers;

    final double wayVariance;
    final double wayCovariance;
    final double speedVariance;

    Move(EstimateOptions o, Seen now, List<Seen> before) {
        this.now = now;
        this.seconds = seconds(before.get(0), now);
        Seen same = null;
        for (Seen each : before) {
            if (each.tag().equals(now.tag())) {
                same = each;
            }
        }
        this.last = same;
        this.lastSeconds = same == null ? 0 : seconds(same, now);
        this.beforeMillis = before.get(0).eventMillis();
        this.variance = variance(now);
        this.lastX = same == null ? 0 : same.x();
        this.lastY = same == null ? 0 : same.y();
        this.lastVariance = same == null ? 0 : variance(same);
        this.driftVariance = o.driftMetresPerRootHour() * o.driftMetresPerRootHour() / 3600 * seconds;
        this.departs = seconds / (o.standSeconds() + seconds);
        this.strays = (1 - departs) * seconds / (o.astrayEverySeconds() + seconds);
        this.stops = seconds / (o.walkSeconds() + seconds);
        this.returns = seconds / (o.astraySeconds() + seconds);
        this.moved = (1 - returns) * seconds / (o.movedSeconds() + seconds);
        double t = o.turnSeconds();
        double speed = o.walkMetresPerSecond() * o.walkMetresPerSecond();
        this.keep = StrictMath.exp(-seconds / t);
        this.reach = t * (1 - keep);
        this.wayVariance = wayVariance(o, seconds, keep);
        this.afterOthers = same != null && !same.equals(before.get(0));
        double keepBack = afterOthers ? StrictMath.exp(-lastSeconds / t) : keep;
        this.reachBack = t * (1 - keepBack);
        this.backVariance = wayVariance(o, lastSeconds, keepBack);
        this.wayCovariance = speed * t * (1 - keep) * (1 - keep);
        this.speedVariance = speed * (1 - keep * keep);
    }

    private static double seconds(Seen from, Seen to) {
        return Math.max(to.eventMillis() - from.eventMillis(), SHORTEST_MILLIS) / 1000.0;
    }

    private static double wayVariance(EstimateOptions o, double seconds, double keep) {
        double t = o.turnSeconds();
        double way = o.walkMetresPerSecond() * t;
        return Math.max(0, way * way * (2 * seconds / t - 3 + 4 * keep - keep * keep));
    }

    static double variance(Seen seen) {
        return seen.accuracyMetres() * seen.accuracyMetres() / RADIUS_PER_SIGMA_SQUARED;
    }
}
