package io.muster.simulator.explore;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** At most one open alarm per rule and subject; numbers rise one by one; what is cleared is never heard of again. */
final class OneOpenAlarm implements Invariant {
    static final String NAME = "one-open-alarm";

    private final Map<String, String> open = new HashMap<>();
    private final Map<String, Long> seqs = new HashMap<>();
    private final Set<String> cleared = new HashSet<>();

    @Override
    public void alarm(Alarm alarm, long millis, Consumer<Breach> breaches) {
        String rule = alarm.rule() == null ? alarm.kind().wire() : alarm.rule().id();
        String key =
                rule + " of " + alarm.subject().type() + " " + alarm.subject().id();
        long before = seqs.getOrDefault(alarm.alarmId(), 0L);
        if (alarm.seq() != before + 1) {
            breaches.accept(new Breach(
                    NAME, millis, "alarm " + alarm.alarmId() + " has seq " + alarm.seq() + " after " + before));
        }
        seqs.put(alarm.alarmId(), alarm.seq());
        if (cleared.contains(alarm.alarmId())) {
            breaches.accept(new Breach(NAME, millis, "alarm " + alarm.alarmId() + " speaks after it was cleared"));
        }
        if (alarm.cleared() != null || alarm.state() == AlarmState.CLEARED) {
            cleared.add(alarm.alarmId());
            open.remove(key, alarm.alarmId());
            return;
        }
        String other = open.put(key, alarm.alarmId());
        if (other != null && !other.equals(alarm.alarmId())) {
            breaches.accept(
                    new Breach(NAME, millis, key + ": " + alarm.alarmId() + " is raised while " + other + " is open"));
        }
    }
}
