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
        return new Rolling(times, values).at(timeMillis);
    }

    /** What is too old by now is forgotten, also where nothing new comes. */
    Rolling at(long timeMillis) {
        int old = 0;
        while (old < timesMillis.size() && timesMillis.get(old) <= timeMillis - SPAN_MILLIS) {
            old++;
        }
        return old == 0
                ? this
                : new Rolling(
                        new ArrayList<>(timesMillis.subList(old, timesMillis.size())),
                        new ArrayList<>(valuesMillis.subList(old, valuesMillis.size())));
    }

    TimeSpread spread() {
        return TimeSpread.of(valuesMillis);
    }
}
