package io.muster.rules.estimate;

import java.util.List;

/**
 * A normal distribution of any number of things, alike on both axes, as a textbook has it: matrices, nothing solved by hand.
 */
final class Normal {
    private final double[] x;
    private final double[] y;
    private final double[][] cov;

    /**
     * @param x means on the first axis
     * @param y means on the second axis
     * @param cov covariances, of each axis
     */
    Normal(double[] x, double[] y, double[][] cov) {
        this.x = x;
        this.y = y;
        this.cov = cov;
    }

    double x(int of) {
        return x[of];
    }

    double y(int of) {
        return y[of];
    }

    double cov(int of, int and) {
        return cov[of][and];
    }

    /** One thing. */
    static Normal of(double x, double y, double variance) {
        return new Normal(new double[] {x}, new double[] {y}, new double[][] {{variance}});
    }

    /** A place and a speed. */
    static Normal of(Stride s) {
        return new Normal(new double[] {s.x(), s.speedX()}, new double[] {s.y(), s.speedY()}, new double[][] {
            {s.variance(), s.covariance()}, {s.covariance(), s.speedVariance()}
        });
    }

    /** New things, each a weighed sum of the old ones and of noise that is independent of them. */
    Normal mapped(double[][] rows, double[][] noise) {
        int n = rows.length;
        double[] toX = new double[n];
        double[] toY = new double[n];
        double[][] to = new double[n][n];
        for (int i = 0; i < n; i++) {
            toX[i] = dot(rows[i], x);
            toY[i] = dot(rows[i], y);
            for (int j = 0; j < n; j++) {
                to[i][j] = between(rows[i], rows[j]) + noise[i][j];
            }
        }
        return new Normal(toX, toY, to);
    }

    /** What is believed after a weighed sum of the things, with this noise, was seen at (atX, atY). */
    Normal after(double[] row, double noise, double atX, double atY) {
        int n = x.length;
        double all = between(row, row) + noise;
        double[] toX = new double[n];
        double[] toY = new double[n];
        double[][] to = new double[n][n];
        for (int i = 0; i < n; i++) {
            double gain = with(i, row) / all;
            toX[i] = x[i] + gain * (atX - dot(row, x));
            toY[i] = y[i] + gain * (atY - dot(row, y));
            for (int j = 0; j < n; j++) {
                to[i][j] = cov[i][j] - gain * with(j, row);
            }
        }
        return new Normal(toX, toY, to);
    }

    /** Density of seeing that, per square metre. */
    double density(double[] row, double noise, double atX, double atY) {
        double all = between(row, row) + noise;
        double dx = atX - dot(row, x);
        double dy = atY - dot(row, y);
        return Math.exp(-(dx * dx + dy * dy) / (2 * all)) / (2 * Math.PI * all);
    }

    /** The normal distribution with the mean and the covariance of them all; weights add up to more than 0. */
    static Normal merged(List<Double> weights, List<Normal> all) {
        double sum = weights.stream().mapToDouble(each -> each).sum();
        int n = all.get(0).x.length;
        double[] toX = new double[n];
        double[] toY = new double[n];
        for (int k = 0; k < all.size(); k++) {
            for (int i = 0; i < n; i++) {
                toX[i] += weights.get(k) / sum * all.get(k).x[i];
                toY[i] += weights.get(k) / sum * all.get(k).y[i];
            }
        }
        double[][] to = new double[n][n];
        for (int k = 0; k < all.size(); k++) {
            Normal each = all.get(k);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double apart =
                            (each.x[i] - toX[i]) * (each.x[j] - toX[j]) + (each.y[i] - toY[i]) * (each.y[j] - toY[j]);
                    to[i][j] += weights.get(k) / sum * (each.cov[i][j] + apart / 2);
                }
            }
        }
        return new Normal(toX, toY, to);
    }

    private double with(int i, double[] row) {
        return dot(row, cov[i]);
    }

    private double between(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * with(i, other);
        }
        return sum;
    }

    private static double dot(double[] row, double[] of) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * of[i];
        }
        return sum;
    }
}
