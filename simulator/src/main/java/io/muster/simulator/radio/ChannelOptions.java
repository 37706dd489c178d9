package io.muster.simulator.radio;

import java.util.List;
import java.util.Locale;

/**
 * The way from the vendor to the broker. {@link RadioOptions} checks the values.
 *
 * @param minDelayMillis least time from fix to broker, >= 0
 * @param maxDelayMillis most time from fix to broker, without disorder; uniform between the two
 * @param loss share of messages that never arrive, 0 to below 1
 * @param duplicates share of messages that arrive twice, the second up to 100 ms later, 0 to below 1
 * @param disorder share of messages that are held up by a further 300 to {@code disorderMillis} ms, so that later ones overtake them, 0 to below 1
 * @param disorderMillis longest hold-up, >= 300
 */
public record ChannelOptions(
        long minDelayMillis,
        long maxDelayMillis,
        double loss,
        double duplicates,
        double disorder,
        long disorderMillis) {
    static final long LONGEST_REPEAT_MILLIS = 100;
    static final long LEAST_HOLD_UP_MILLIS = 300;

    /** Everything arrives once and in order after the same time. */
    public static ChannelOptions perfect(long delayMillis) {
        return new ChannelOptions(delayMillis, delayMillis, 0, 0, 0, LEAST_HOLD_UP_MILLIS);
    }

    /** Nothing comes later than so long after it was made. */
    long longestMillis() {
        return maxDelayMillis + disorderMillis + LONGEST_REPEAT_MILLIS;
    }

    String describe() {
        return String.format(
                Locale.ROOT,
                "delay %d-%d ms, loss %.2f %%, duplicates %.2f %%, disorder %.2f %% up to %d ms",
                minDelayMillis,
                maxDelayMillis,
                100 * loss,
                100 * duplicates,
                100 * disorder,
                disorderMillis);
    }

    void check(List<String> faults) {
        Checks.atLeastMillis(faults, "delay", minDelayMillis, 0);
        Checks.atLeastMillis(faults, "longest delay", maxDelayMillis, minDelayMillis);
        Checks.share(faults, "loss", loss);
        Checks.share(faults, "duplicates", duplicates);
        Checks.share(faults, "disorder", disorder);
        Checks.atLeastMillis(faults, "longest hold-up by disorder", disorderMillis, LEAST_HOLD_UP_MILLIS);
    }
}
