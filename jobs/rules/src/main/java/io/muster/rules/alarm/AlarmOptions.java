package io.muster.rules.alarm;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * @param reportMillis how often an open alarm is told again, ms > 0
 * @param forgetMillis how long a cleared alarm is kept before its tombstone, ms >= 0
 * @param quietMillis changes of nothing but persons and evidence are written at most once in this time, the newest of them, ms >= 0
 * @param onDelayMillis by kind, instead of the catalogue's: how long a condition must hold before the alarm is raised, ms >= 0
 * @param offDelayMillis by kind, instead of the catalogue's: how long a condition must be gone before the alarm returns, ms >= 0
 */
public record AlarmOptions(
        long reportMillis,
        long forgetMillis,
        long quietMillis,
        Map<String, Long> onDelayMillis,
        Map<String, Long> offDelayMillis)
        implements Serializable {
    public AlarmOptions {
        List<String> faults = new ArrayList<>();
        if (reportMillis <= 0) {
            faults.add("alarm.report must be > 0 ms, was " + reportMillis);
        }
        if (forgetMillis < 0) {
            faults.add("alarm.forget must be >= 0 ms, was " + forgetMillis);
        }
        if (quietMillis < 0) {
            faults.add("alarm.quiet must be >= 0 ms, was " + quietMillis);
        }
        check("alarm.on-delay", onDelayMillis, faults);
        check("alarm.off-delay", offDelayMillis, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        onDelayMillis = Map.copyOf(onDelayMillis);
        offDelayMillis = Map.copyOf(offDelayMillis);
    }

    /** Told again every 5 s (AQ 3064.3 7.3.1), forgotten after 24 h, persons at most once a second, delays of the catalogue. */
    public static AlarmOptions defaults() {
        return new AlarmOptions(5_000, 24 * 3_600_000L, 1_000, Map.of(), Map.of());
    }

    private static void check(String name, Map<String, Long> delays, List<String> faults) {
        delays.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            if (AlarmCatalogue.find(each.getKey()) == null) {
                faults.add(name + "." + each.getKey() + ": no alarm of this kind");
            }
            if (each.getValue() < 0) {
                faults.add(name + "." + each.getKey() + " must be >= 0 ms, was " + each.getValue());
            }
        });
    }
}
