package io.muster.simulator.verify;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Level;
import io.muster.contract.value.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One alarm over its life, from all its records.
 *
 * @param endMillis when it returned to normal or was cleared, the earlier of the two; {@link Long#MAX_VALUE} = still raised
 * @param members everybody it ever named
 * @param level the highest it ever had
 */
record AlarmSpan(
        String alarmId,
        AlarmKind kind,
        Subject subject,
        long onsetMillis,
        long raisedMillis,
        long endMillis,
        Set<String> members,
        Level level) {

    /** One span per alarm id, sorted by the time raised; the records may come in any order and more than once. */
    static List<AlarmSpan> fold(List<Alarm> history) {
        Map<String, List<Alarm>> byId = new TreeMap<>();
        for (Alarm alarm : history) {
            byId.computeIfAbsent(alarm.alarmId(), id -> new ArrayList<>()).add(alarm);
        }
        List<AlarmSpan> spans = new ArrayList<>();
        for (List<Alarm> records : byId.values()) {
            records.sort(Comparator.comparingLong(Alarm::seq));
            Alarm first = records.get(0);
            Alarm last = records.get(records.size() - 1);
            Set<String> members = new HashSet<>();
            Level level = first.level();
            for (Alarm record : records) {
                members.addAll(record.trackableIds());
                level = record.level().compareTo(level) > 0 ? record.level() : level;
            }
            spans.add(new AlarmSpan(
                    first.alarmId(),
                    first.kind(),
                    first.subject(),
                    millis(first.onsetAt()),
                    millis(first.raisedAt()),
                    end(last),
                    members,
                    level));
        }
        spans.sort(Comparator.comparingLong(AlarmSpan::raisedMillis).thenComparing(AlarmSpan::alarmId));
        return spans;
    }

    /** From the earlier of onset and raising on; an alarm without an onset of its own starts when it is raised. */
    long startMillis() {
        return Math.min(onsetMillis, raisedMillis);
    }

    private static long end(Alarm last) {
        long returned = last.returnedAt() == null ? Long.MAX_VALUE : millis(last.returnedAt());
        long cleared =
                last.cleared() == null ? Long.MAX_VALUE : millis(last.cleared().at());
        return Math.min(returned, cleared);
    }

    private static long millis(Instant instant) {
        return instant.toEpochMilli();
    }
}
