package io.muster.rules.alarm;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * @param reportMillis how often an open alarm is told again while its condition holds, ms > 0
 * @param waitingReportMillis how often one is told again whose condition has ended and which waits for a person, ms > 0
 * @param forgetMillis how long a cleared alarm is kept before its tombstone, ms >= 1000
 * @param quietMillis changes of nothing but persons and evidence are written at most once in this time, the newest of them, ms >= 0
 * @param mostShelvedMillis how long an alarm may be shelved at most, ms > 0
 * @param mostSilencedMillis how long alarms may be silenced at most (AQ 3064.3 5.2.5 wants a valid time), ms > 0
 * @param suppressionHoldMillis how long a cause explains its consequences after its end, ms >= 0
 * @param onDelayMillis by kind, instead of the catalogue's: how long a condition must hold before the alarm is raised, ms >= 0; 0 for {@code sos}
 * @param offDelayMillis by kind, instead of the catalogue's: how long a condition must be gone before the alarm returns, ms >= 0
 * @param reAlarmMillis by kind: how long after it was acknowledged an alarm that still holds is to be acknowledged again, ms > 0; none = never
 * @param escalateMillis by priority: how long an alarm may want to be acknowledged before it becomes graver, ms > 0; none = for ever
 */
public record AlarmOptions(
        long reportMillis,
        long waitingReportMillis,
        long forgetMillis,
        long quietMillis,
        long mostShelvedMillis,
        long mostSilencedMillis,
        long suppressionHoldMillis,
        Map<String, Long> onDelayMillis,
        Map<String, Long> offDelayMillis,
        Map<String, Long> reAlarmMillis,
        Map<String, Long> escalateMillis)
        implements Serializable {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    /** Less, and the next alarm of the same moment could take the id of the one before. */
    private static final long LEAST_FORGET = SECOND;

    public AlarmOptions {
        List<String> faults = new ArrayList<>();
        above(0, "alarms.report", reportMillis, faults);
        above(0, "alarms.report_waiting", waitingReportMillis, faults);
        above(LEAST_FORGET - 1, "alarms.forget_after", forgetMillis, faults);
        above(-1, "alarms.quiet", quietMillis, faults);
        above(0, "alarms.shelve_at_most", mostShelvedMillis, faults);
        above(0, "alarms.silence_at_most", mostSilencedMillis, faults);
        above(-1, "alarms.cause_lasts", suppressionHoldMillis, faults);
        kinds("on_delay", -1, onDelayMillis, faults);
        kinds("off_delay", -1, offDelayMillis, faults);
        kinds("re_alarm", 0, reAlarmMillis, faults);
        if (onDelayMillis.getOrDefault("sos", 0L) > 0) {
            faults.add("alarms.sos.on_delay must be 0 ms, was " + onDelayMillis.get("sos")
                    + ": an SOS is told at once (AQ 3064.3 7.2.2)");
        }
        escalateMillis.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            if (!AlarmCatalogue.PRIORITIES.contains(each.getKey())) {
                faults.add("alarms.escalate." + each.getKey() + ": no priority of this name");
            }
            above(0, "alarms.escalate." + each.getKey(), each.getValue(), faults);
        });
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        onDelayMillis = Map.copyOf(onDelayMillis);
        offDelayMillis = Map.copyOf(offDelayMillis);
        reAlarmMillis = Map.copyOf(reAlarmMillis);
        escalateMillis = Map.copyOf(escalateMillis);
    }

    /**
     * Told again every 5 s (AQ 3064.3 7.3.1), and every minute once it only waits for a person; forgotten after 24 h; persons at most once a second; on a
     * shelf for a shift of 8 h at most, silenced for a week; delays of the catalogue; escalated after 30 min (medium) and 10 min (high; regulation 4.2 B6).
     */
    public static AlarmOptions defaults() {
        return new AlarmOptions(
                5 * SECOND,
                MINUTE,
                24 * HOUR,
                SECOND,
                8 * HOUR,
                7 * 24 * HOUR,
                10 * SECOND,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("medium", 30 * MINUTE, "high", 10 * MINUTE));
    }

    long onDelay(AlarmDefinition definition) {
        return onDelayMillis.getOrDefault(definition.kind(), definition.onDelayMillis());
    }

    long offDelay(AlarmDefinition definition) {
        return offDelayMillis.getOrDefault(definition.kind(), definition.offDelayMillis());
    }

    private static void kinds(String name, long moreThan, Map<String, Long> delays, List<String> faults) {
        delays.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            String setting = "alarms." + each.getKey() + "." + name;
            if (AlarmCatalogue.find(each.getKey()) == null) {
                faults.add(setting + ": no alarm of this kind");
            }
            above(moreThan, setting, each.getValue(), faults);
        });
    }

    private static void above(long moreThan, String name, long value, List<String> faults) {
        if (value <= moreThan) {
            faults.add(name + " must be "
                    + (moreThan == 0 ? "> 0 ms" : moreThan < 0 ? ">= 0 ms" : ">= " + (moreThan + 1) + " ms") + ", was "
                    + value);
        }
    }
}
