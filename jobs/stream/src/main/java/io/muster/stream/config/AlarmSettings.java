package io.muster.stream.config;

import io.muster.rules.alarm.AlarmOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Delays of alarms, by kind. */
final class AlarmSettings {
    private static final List<String> KINDS = List.of("over_capacity", "gathering");

    static AlarmOptions of(Settings s) {
        Map<String, Long> on = new TreeMap<>();
        Map<String, Long> off = new TreeMap<>();
        for (String kind : KINDS) {
            on.put(kind, s.millis("alarms." + kind + ".on_delay", 0));
            off.put(kind, s.millis("alarms." + kind + ".off_delay", 0));
        }
        return new AlarmOptions(
                s.millis("alarms.report", 100),
                s.millis("alarms.forget_after", 0),
                s.millis("alarms.quiet", 0),
                on,
                off);
    }

    private AlarmSettings() {}
}
