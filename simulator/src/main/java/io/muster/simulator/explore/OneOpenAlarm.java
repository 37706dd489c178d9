package io.muster.simulator.explore;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * At most one open alarm per rule and subject; numbers rise one by one; what is cleared is never heard of again. One alarm may take the place of
 * another at one instant, whose records come in the order of their keys: so an instant is judged when it is over.
 */
final class OneOpenAlarm implements Invariant {
    static final String NAME = "one-open-alarm";

    private final Map<String, String> open = new HashMap<>();
    private final Map<String, Long> seqs = new HashMap<>();
    private final Set<String> cleared = new HashSet<>();
    private final List<Breach> doubts = new ArrayList<>();
    private final List<String> doubted = new ArrayList<>();
    private long instant = Long.MIN_VALUE;

    @Override
    public void alarm(Alarm alarm, long millis, Consumer<Breach> breaches) {
        if (millis != instant) {
            judge(breaches);
            instant = millis;
        }
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
            doubted.add(other);
            doubts.add(
                    new Breach(NAME, millis, key + ": " + alarm.alarmId() + " is raised while " + other + " is open"));
        }
    }

    @Override
    public void end(long millis, Consumer<Breach> breaches) {
        judge(breaches);
    }

    private void judge(Consumer<Breach> breaches) {
        for (int i = 0; i < doubts.size(); i++) {
            if (!cleared.contains(doubted.get(i))) {
                breaches.accept(doubts.get(i));
            }
        }
        doubts.clear();
        doubted.clear();
    }
}
