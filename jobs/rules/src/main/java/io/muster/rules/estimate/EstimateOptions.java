package io.muster.rules.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The model of how people move and how radios err. None of it belongs to a layout; every value has a unit and can be observed.
 *
 * @param standSeconds mean time for which somebody stands before walking on, s > 0
 * @param walkSeconds mean time of a walk, s > 0
 * @param walkMetresPerSecond root mean square of walking speed on one axis, m/s > 0
 * @param turnSeconds how long a walk keeps its direction, s > 0
 * @param shiftMetres root mean square on one axis by which somebody who stands moves about, m > 0
 * @param driftMetresPerRootHour how far on one axis a standing person wanders off in an hour, m >= 0: bounds how long averaging pays
 * @param astrayEverySeconds mean time between two excursions of the radio, s > 0
 * @param astraySeconds mean length of one, s > 0
 * @param astrayMetres root mean square of its distance on one axis, m > 0
 * @param movedSeconds mean time after which who is seen astray is taken to be there, s > 0
 * @param floorShare the estimate is never called better than this share of the accuracy that the vendor claims: a bias does not average out; 0..1
 * @param forgetSeconds over what time the kind of noise may change, s > 0
 * @param noises the kinds of noise that are weighed against each other
 */
public record EstimateOptions(
        double standSeconds,
        double walkSeconds,
        double walkMetresPerSecond,
        double turnSeconds,
        double shiftMetres,
        double driftMetresPerRootHour,
        double astrayEverySeconds,
        double astraySeconds,
        double astrayMetres,
        double movedSeconds,
        double floorShare,
        double forgetSeconds,
        List<Noise> noises)
        implements Serializable {

    /**
     * A kind of noise: normal, its correlation falling with time.
     *
     * @param seconds after which the correlation has fallen to 1/e, s >= 0; 0 = each fix errs on its own
     * @param scale true error by claimed error, > 0
     * @param share how likely it is before anything is seen, > 0; they add up to 1
     */
    public record Noise(double seconds, double scale, double share) implements Serializable {}

    public EstimateOptions {
        noises = List.copyOf(noises);
    }

    public static EstimateOptions standard() {
        return new EstimateOptions(
                600,
                30,
                1.0,
                10,
                0.2,
                0.5,
                300,
                3,
                8,
                6,
                0.3,
                1_800,
                List.of(
                        new Noise(0, 1, 0.2),
                        new Noise(3, 1, 0.2),
                        new Noise(9, 1, 0.2),
                        new Noise(20, 1, 0.2),
                        new Noise(0, 2, 0.1),
                        new Noise(9, 2, 0.1)));
    }

    /** What is wrong with these options, one line each; empty = nothing. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        positive(standSeconds, "stand", "s", faults);
        positive(walkSeconds, "walk", "s", faults);
        positive(walkMetresPerSecond, "walk-speed", "m/s", faults);
        positive(turnSeconds, "turn", "s", faults);
        positive(shiftMetres, "shift", "m", faults);
        positive(astrayEverySeconds, "astray-every", "s", faults);
        positive(astraySeconds, "astray", "s", faults);
        positive(astrayMetres, "astray-distance", "m", faults);
        positive(movedSeconds, "moved", "s", faults);
        positive(forgetSeconds, "forget", "s", faults);
        if (!(driftMetresPerRootHour >= 0) || Double.isInfinite(driftMetresPerRootHour)) {
            faults.add("estimate.drift must be >= 0 m per root of an hour, was " + driftMetresPerRootHour);
        }
        if (!(floorShare >= 0 && floorShare <= 1)) {
            faults.add("estimate.floor-share must be 0 to 1, was " + floorShare);
        }
        double sum = 0;
        for (Noise noise : noises) {
            sum += noise.share();
            if (!(noise.seconds() >= 0 && noise.scale() > 0 && noise.share() > 0)
                    || Double.isInfinite(noise.seconds() + noise.scale())) {
                faults.add("estimate.noises: seconds must be >= 0, scale and share > 0, was " + noise);
            }
        }
        if (!(Math.abs(sum - 1) < 1e-9)) {
            faults.add("estimate.noises: the shares must add up to 1, was " + sum);
        }
        return faults;
    }

    private static void positive(double value, String name, String unit, List<String> faults) {
        if (!(value > 0) || Double.isInfinite(value)) {
            faults.add("estimate." + name + " must be > 0 " + unit + ", was " + value);
        }
    }
}
