package io.muster.console.measure;

import java.util.SplittableRandom;

/** People who walk from zone to zone (1.2 m/s) and stay there for 5 to 20 minutes. The same seed walks the same ways. */
final class Walkers {
    private static final double METRES_PER_SECOND = 1.2;

    private final SplittableRandom random;
    private final double[] x;
    private final double[] y;
    private final double[] toX;
    private final double[] toY;
    private final int[] staysSeconds;

    Walkers(int people, long seed) {
        this.random = new SplittableRandom(seed);
        this.x = new double[people];
        this.y = new double[people];
        this.toX = new double[people];
        this.toY = new double[people];
        this.staysSeconds = new int[people];
        for (int i = 0; i < people; i++) {
            aim(i);
            x[i] = toX[i];
            y[i] = toY[i];
        }
    }

    void walk(int person, int seconds) {
        double dx = toX[person] - x[person];
        double dy = toY[person] - y[person];
        double left = Math.sqrt(dx * dx + dy * dy);
        double step = METRES_PER_SECOND * seconds;
        if (left > step) {
            x[person] += dx / left * step;
            y[person] += dy / left * step;
        } else if (staysSeconds[person] > 0) {
            staysSeconds[person] -= seconds;
            x[person] = toX[person] + random.nextDouble() - 0.5;
            y[person] = toY[person] + random.nextDouble() - 0.5;
        } else {
            aim(person);
        }
    }

    private void aim(int person) {
        // Two of three ways lead back to their own zone.
        int zone = random.nextInt(3) > 0 ? person % MeasuredSite.ZONES : random.nextInt(MeasuredSite.ZONES);
        toX[person] = MeasuredSite.zoneX(zone) + random.nextDouble() * MeasuredSite.zoneWidth();
        toY[person] = MeasuredSite.zoneY(zone) + random.nextDouble() * MeasuredSite.zoneHeight();
        staysSeconds[person] = 300 + random.nextInt(900);
    }

    double x(int person) {
        return x[person];
    }

    double y(int person) {
        return y[person];
    }

    int people() {
        return x.length;
    }
}
