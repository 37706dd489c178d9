package io.muster.simulator.radio;

import java.util.List;
import java.util.Locale;

/**
 * How well one technology tells where a tag is. {@link RadioOptions} checks the values.
 *
 * @param periodMillis between two positions of a tag, >= 1
 * @param sigmaMetres noise per axis, normal, >= 0
 * @param correlation of the noise from one position to the next (AR(1)), 0 to below 1
 * @param accuracyMetres what the vendor claims, >= 0
 * @param biasMetres how far off a tag is all the time, in a direction drawn for the tag, >= 0
 * @param nonLineOfSight the way of the signal is longer than the straight line: displaced in a direction drawn for each, by metres that are exponentially
 *     distributed with this mean
 * @param mirror a reflection is taken for the tag: exactly so many metres away, in a direction drawn for each, at once and at once back
 * @param floorFlip the floor above or below (drawn for each; never below 0) is told
 */
public record Ranging(
        long periodMillis,
        double sigmaMetres,
        double correlation,
        double accuracyMetres,
        double biasMetres,
        Excursion nonLineOfSight,
        Excursion mirror,
        Excursion floorFlip) {

    /** Noise and nothing else. */
    public static Ranging noise(long periodMillis, double sigmaMetres, double correlation, double accuracyMetres) {
        return new Ranging(
                periodMillis,
                sigmaMetres,
                correlation,
                accuracyMetres,
                0,
                Excursion.NONE,
                Excursion.NONE,
                Excursion.NONE);
    }

    public Ranging withBiasMetres(double value) {
        return new Ranging(
                periodMillis, sigmaMetres, correlation, accuracyMetres, value, nonLineOfSight, mirror, floorFlip);
    }

    public Ranging withNonLineOfSight(Excursion value) {
        return new Ranging(
                periodMillis, sigmaMetres, correlation, accuracyMetres, biasMetres, value, mirror, floorFlip);
    }

    public Ranging withMirror(Excursion value) {
        return new Ranging(
                periodMillis, sigmaMetres, correlation, accuracyMetres, biasMetres, nonLineOfSight, value, floorFlip);
    }

    public Ranging withFloorFlip(Excursion value) {
        return new Ranging(
                periodMillis, sigmaMetres, correlation, accuracyMetres, biasMetres, nonLineOfSight, mirror, value);
    }

    String describe() {
        return String.format(
                        Locale.ROOT,
                        "each %.1f s, sigma %.2f m, correlation %.2f, claims %.1f m",
                        periodMillis / 1000.0,
                        sigmaMetres,
                        correlation,
                        accuracyMetres)
                + (biasMetres == 0 ? "" : String.format(Locale.ROOT, ", bias %.2f m", biasMetres))
                + nonLineOfSight.describe("non-line-of-sight")
                + mirror.describe("mirror")
                + floorFlip.describe("floor flip");
    }

    void check(List<String> faults, String name) {
        Checks.atLeastMillis(faults, name + " period", periodMillis, 1);
        Checks.atLeast(faults, name + " sigma", sigmaMetres, 0);
        Checks.share(faults, name + " correlation", correlation);
        Checks.atLeast(faults, name + " accuracy", accuracyMetres, 0);
        Checks.atLeast(faults, name + " bias", biasMetres, 0);
        nonLineOfSight.check(faults, name + " non-line-of-sight");
        mirror.check(faults, name + " mirror");
        floorFlip.check(faults, name + " floor flip");
    }
}
