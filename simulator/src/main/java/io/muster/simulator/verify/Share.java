package io.muster.simulator.verify;

import java.util.Locale;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * A share that was counted, with bounds that say how much a count of this size proves.
 *
 * @param hits 0 to {@code of}
 * @param of how often it was looked; 0 = nothing is known, the value is not a number and the bounds are 0 and 1
 */
public record Share(long hits, long of) {
    private static final double ERROR_RATE = 0.05;

    public Share {
        if (hits < 0 || of < hits || of > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no share: " + hits + " of " + of);
        }
    }

    /** 0 to 1; NaN where nothing was looked at. */
    public double value() {
        return of == 0 ? Double.NaN : (double) hits / of;
    }

    /** Lower bound of the Wilson score interval at 95 % (two-sided). */
    public double lower() {
        return of == 0 ? 0 : hits == 0 ? 0 : interval().getLowerBound();
    }

    /** Upper bound of the Wilson score interval at 95 % (two-sided). */
    public double upper() {
        return of == 0 ? 1 : hits == of ? 1 : interval().getUpperBound();
    }

    /** {@code 98.3 % (116 of 118; 94.0 % to 99.5 %)}; {@code none} where nothing was looked at. */
    public String text() {
        return of == 0
                ? "none"
                : String.format(Locale.ROOT, "%s (%,d of %,d; %s)", percent(value()), hits, of, boundsText());
    }

    /** {@code 94.0 % to 99.5 %}. */
    public String boundsText() {
        return percent(lower()) + " to " + percent(upper());
    }

    /** {@code 98.3 %}; never rounded to 100 % or 0 % where it is not. */
    public static String percent(double share) {
        if (Double.isNaN(share)) {
            return "none";
        }
        if (share == 0 || share == 1) {
            return share == 0 ? "0 %" : "100 %";
        }
        double shown = Math.min(99.9, Math.max(0.1, Math.round(share * 1_000) / 10.0));
        return String.format(Locale.ROOT, "%.1f %%", shown);
    }

    private Interval interval() {
        return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate((int) of, (int) hits, ERROR_RATE);
    }
}
