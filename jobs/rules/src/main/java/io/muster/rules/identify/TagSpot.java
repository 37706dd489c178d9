package io.muster.rules.identify;

import org.jspecify.annotations.Nullable;

/**
 * Where a tag was last reported, in metres of the site.
 *
 * @param z height, m; 0 where the vendor says none
 * @param floor null = not known
 * @param accuracyMetres radius at 68 %, > 0
 * @param fixMillis event time, ms since the epoch
 */
public record TagSpot(
        double x, double y, double z, @Nullable Double floor, double accuracyMetres, long fixMillis) {

    double distanceTo(double otherX, double otherY) {
        return Math.hypot(otherX - x, otherY - y);
    }

    public double distanceTo(TagSpot other) {
        return distanceTo(other.x, other.y);
    }
}
