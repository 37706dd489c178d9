package io.muster.rules.estimate;

/** The normal distribution that has the mean and the variance of all spots that were put in. */
final class Place {
    double weight;
    double x;
    double y;
    double variance;
    double sinceMillis;

    void put(double more, Spot spot) {
        put(more, spot.x(), spot.y(), spot.variance(), spot.sinceMillis());
    }

    void put(double more, double atX, double atY, double atVariance, double atSinceMillis) {
        if (more <= 0) {
            return;
        }
        double sum = weight + more;
        double share = more / sum;
        double dx = atX - x;
        double dy = atY - y;
        variance += share * (atVariance - variance) + share * (1 - share) * (dx * dx + dy * dy) / 2;
        x += share * dx;
        y += share * dy;
        sinceMillis += share * (atSinceMillis - sinceMillis);
        weight = sum;
    }

    Spot times(double factor) {
        return new Spot(weight * factor, x, y, variance, sinceMillis);
    }
}
