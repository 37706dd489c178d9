package io.muster.stream.config;

import io.muster.rules.alarm.AlarmCatalogue;
import io.muster.rules.alarm.AlarmDefinition;
import io.muster.rules.alarm.AlarmOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Delays of alarms by kind, and what becomes of those that nobody acknowledges. */
final class AlarmSettings {
    private static final List<String> ESCALATED = List.of("low", "medium", "high");

    static AlarmOptions of(Settings s) {
        Map<String, Long> on = new TreeMap<>();
        Map<String, Long> off = new TreeMap<>();
        Map<String, Long> again = new TreeMap<>();
        for (AlarmDefinition each : AlarmCatalogue.all()) {
            String name = "alarms." + each.kind();
            on.put(each.kind(), s.millis(name + ".on_delay", 0));
            off.put(each.kind(), s.millis(name + ".off_delay", 0));
            orNever(again, each.kind(), s.millisOrNever(name + ".re_alarm"));
        }
        Map<String, Long> escalate = new TreeMap<>();
        for (String each : ESCALATED) {
            orNever(escalate, each, s.millisOrNever("alarms.escalate." + each));
        }
        return new AlarmOptions(
                s.millis("alarms.report", 100),
                s.millis("alarms.report_waiting", 100),
                s.millis("alarms.forget_after", 1_000),
                s.millis("alarms.quiet", 0),
                s.millis("alarms.shelve_at_most", 1_000),
                s.millis("alarms.silence_at_most", 1_000),
                s.millis("alarms.cause_lasts", 0),
                on,
                off,
                again,
                escalate);
    }

    private static void orNever(Map<String, Long> of, String name, long millis) {
        if (millis >= 0) {
            of.put(name, millis);
        }
    }

    private AlarmSettings() {}
}
