package io.muster.simulator.radio;

import io.muster.simulator.chance.Draw;
import java.util.ArrayList;
import java.util.List;

/** All that is wrong with the positions of one tag: bias and noise at any time, excursions at times. */
final class PositionError {
    private final Ranging ranging;
    private final double biasX;
    private final double biasY;
    private final CorrelatedNoise noise;
    private final Excursions nonLineOfSight;
    private final Excursions mirror;
    private final Excursions floorFlip;
    private double x;
    private double y;
    private int wrongFloors;

    /** @param tag names the tag, so that two tags of one person err apart */
    PositionError(Ranging ranging, long seed, String tag) {
        this.ranging = ranging;
        double angle = 2 * Math.PI * Draw.of(seed, "bias " + tag, 0).nextDouble();
        this.biasX = ranging.biasMetres() * StrictMath.cos(angle);
        this.biasY = ranging.biasMetres() * StrictMath.sin(angle);
        this.noise =
                new CorrelatedNoise(ranging.sigmaMetres(), ranging.correlation(), Draw.of(seed, "noise " + tag, 0));
        this.nonLineOfSight = Excursions.of(ranging.nonLineOfSight(), seed, "non-line-of-sight " + tag);
        this.mirror = Excursions.of(ranging.mirror(), seed, "mirror " + tag);
        this.floorFlip = Excursions.of(ranging.floorFlip(), seed, "floor flip " + tag);
    }

    /**
     * Moves on to the next position.
     *
     * @param millis simulated time, not before that of the last one
     */
    void advance(long millis) {
        noise.advance();
        x = biasX + noise.x();
        y = biasY + noise.y();
        Excursions.Jump blocked = nonLineOfSight.at(millis);
        if (blocked != null) {
            double metres = ranging.nonLineOfSight().metres() * blocked.stretch();
            x += metres * blocked.directionX();
            y += metres * blocked.directionY();
        }
        Excursions.Jump mirrored = mirror.at(millis);
        if (mirrored != null) {
            x += ranging.mirror().metres() * mirrored.directionX();
            y += ranging.mirror().metres() * mirrored.directionY();
        }
        Excursions.Jump flipped = floorFlip.at(millis);
        wrongFloors = flipped == null ? 0 : flipped.directionY() < 0 ? -1 : 1;
    }

    /** Error of the present position, metres. */
    double x() {
        return x;
    }

    double y() {
        return y;
    }

    /** The floor that is told: nobody is told to be below the ground for being on it, so there a flip always leads up. */
    int floor(int trueFloor) {
        return wrongFloors < 0 && trueFloor <= 0 ? trueFloor + 1 : trueFloor + wrongFloors;
    }

    /** When it is elsewhere by more than bias and noise: excursions that share a moment with [from, until), kind by kind. */
    List<Interval> jumps(long fromMillis, long untilMillis) {
        List<Interval> jumps = new ArrayList<>();
        if (ranging.nonLineOfSight().metres() > 0) {
            jumps.addAll(nonLineOfSight.intervals(fromMillis, untilMillis));
        }
        if (ranging.mirror().metres() > 0) {
            jumps.addAll(mirror.intervals(fromMillis, untilMillis));
        }
        jumps.addAll(floorFlip.intervals(fromMillis, untilMillis));
        return jumps;
    }
}
