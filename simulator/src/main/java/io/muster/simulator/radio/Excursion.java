package io.muster.simulator.radio;

import java.util.List;
import java.util.Locale;

/**
 * How often, how far and how long a tag is seen somewhere else than its noise would put it. The times of the starts are a Poisson process of each tag.
 * {@link RadioOptions} checks the values.
 *
 * @param perHour mean number of starts an hour and tag; 0 = never
 * @param metres how far off: what it means is told where it is used; 0 for a floor flip
 * @param forMillis mean length (exponential); > 0 unless there are none
 */
public record Excursion(double perHour, double metres, long forMillis) {
    public static final Excursion NONE = new Excursion(0, 0, 0);

    /** Beyond this, one would hardly end before the next begins, and what is drawn for a year no longer fits in memory. */
    static final double MOST_PER_HOUR = 600;

    /** Means beyond this, with 600 an hour, would never end. */
    static final long LONGEST_MILLIS = 3_600_000;

    /** Empty where there is none. */
    String describe(String name) {
        return perHour == 0
                ? ""
                : String.format(Locale.ROOT, ", %s %.2f /h %.1f m %.1f s", name, perHour, metres, forMillis / 1000.0);
    }

    void check(List<String> faults, String name) {
        Checks.within(faults, name + " per hour", perHour, 0, MOST_PER_HOUR);
        Checks.atLeast(faults, name + " metres", metres, 0);
        if (perHour > 0 && (forMillis < 1 || forMillis > LONGEST_MILLIS)) {
            faults.add("radio " + name + " length must be 1.." + LONGEST_MILLIS + " ms, was " + forMillis);
        }
    }
}
