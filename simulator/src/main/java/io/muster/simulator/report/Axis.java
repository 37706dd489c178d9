package io.muster.simulator.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Values onto pixels.
 *
 * @param from value at {@code at}
 * @param to value at {@code at + length}; more than {@code from}
 * @param length pixels, negative for an axis that points up
 */
record Axis(double from, double to, double at, double length) {
    private static final long[] TIME_STEPS = {
        10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000, 7_200_000, 14_400_000, 86_400_000
    };
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_TICKS = 10;

    Axis {
        to = to > from ? to : from + 1;
    }

    static Axis ofTime(long fromMillis, long toMillis, double at, double length) {
        return new Axis((double) fromMillis, (double) toMillis, at, length);
    }

    /** Kept within the axis. */
    double of(double value) {
        double share = (value - from) / (to - from);
        return at + Math.max(0, Math.min(1, share)) * length;
    }

    /** Epoch milliseconds are whole numbers below 2^53. */
    double of(long millis) {
        return of((double) millis);
    }

    /** Round values (1, 2 or 5 and zeros), at most ten, no closer than {@code least}. */
    List<Double> ticks(double least) {
        double step = Math.max(least, Math.pow(10, Math.floor(Math.log10((to - from) / MOST_TICKS))));
        for (int i = 0; (to - from) / step > MOST_TICKS; i++) {
            // 1, 2, 5, 10, 20, 50, …
            step *= i % 3 == 1 ? 2.5 : 2;
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step); i * step <= to + step * 1e-6; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Whole minutes or hours, at most ten. */
    List<Long> times() {
        long step = TIME_STEPS[TIME_STEPS.length - 1];
        for (long candidate : TIME_STEPS) {
            if ((to - from) / candidate <= MOST_TICKS) {
                step = candidate;
                break;
            }
        }
        List<Long> times = new ArrayList<>();
        for (long time = -Math.floorDiv(-(long) from, step) * step; time <= to; time += step) {
            times.add(time);
        }
        return times;
    }

    /** Where a label at this place begins, so that it stays on the paper. */
    String anchor(double pixel) {
        return pixel > at + length - 30 ? "end" : "middle";
    }

    /** {@code 08:30}, or with seconds where the axis is short. UTC. */
    String clock(long millis) {
        return (to - from < 600_000 ? CLOCK : MINUTES).format(Instant.ofEpochMilli(millis));
    }

    /** Without digits that say nothing. */
    static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", Math.round(value))
                : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
    }
}
