package io.muster.stream.compliance;

import java.util.ArrayList;
import java.util.List;

/**
 * Values of the last five minutes, one for each evaluation, oldest first.
 *
 * @param timesMillis ordering time of each
 * @param valuesMillis each, ms
 */
public record Rolling(List<Long> timesMillis, List<Long> valuesMillis) {
    static final long SPAN_MILLIS = 300_000;
    static final Rolling NOTHING = new Rolling(List.of(), List.of());

    public Rolling {
        timesMillis = timesMillis == null ? List.of() : timesMillis;
        valuesMillis = valuesMillis == null ? List.of() : valuesMillis;
    }

    Rolling with(long timeMillis, long valueMillis) {
        List<Long> times = new ArrayList<>(timesMillis);
        List<Long> values = new ArrayList<>(valuesMillis);
        times.add(timeMillis);
        values.add(valueMillis);
        int old = 0;
        while (times.get(old) <= timeMillis - SPAN_MILLIS) {
            old++;
        }
        return new Rolling(
                new ArrayList<>(times.subList(old, times.size())), new ArrayList<>(values.subList(old, values.size())));
    }

    TimeSpread spread() {
        return TimeSpread.of(valuesMillis);
    }
}
