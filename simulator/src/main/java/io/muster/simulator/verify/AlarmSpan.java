package io.muster.simulator.verify;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.Level;
import io.muster.contract.value.Name;
import io.muster.contract.value.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One alarm over its life, from all its records.
 *
 * @param raisedMillis when it was raised first, epoch
 * @param endMillis when it returned to normal or was cleared for good, the earlier of the two; {@link Long#MAX_VALUE} = still raised
 * @param members everybody it ever named
 * @param level the highest it ever had
 * @param priority the last one; null = none given
 * @param rises every moment at which it rose: the first, and each time that it came back after it had returned to normal
 */
public record AlarmSpan(
        String alarmId,
        AlarmKind kind,
        Name name,
        Subject subject,
        long onsetMillis,
        long raisedMillis,
        long endMillis,
        SortedSet<String> members,
        Level level,
        @Nullable String priority,
        List<Long> rises) {

    /**
     * One span per alarm id, sorted by the time raised; the records may come in any order and more than once. A gathering that is only foreseen (blue)
     * is shown and warns nobody: it is raised once it is more than that.
     */
    public static List<AlarmSpan> fold(List<Alarm> history) {
        Map<String, List<Alarm>> byId = new TreeMap<>();
        for (Alarm alarm : history) {
            byId.computeIfAbsent(alarm.alarmId(), id -> new ArrayList<>()).add(alarm);
        }
        List<AlarmSpan> spans = new ArrayList<>();
        for (List<Alarm> records : byId.values()) {
            records.sort(Comparator.comparingLong(Alarm::seq));
            List<Alarm> warning =
                    records.stream().dropWhile(AlarmSpan::isForeseen).toList();
            if (!warning.isEmpty()) {
                spans.add(of(warning, warning.size() < records.size()));
            }
        }
        spans.sort(Comparator.comparingLong(AlarmSpan::raisedMillis).thenComparing(AlarmSpan::alarmId));
        return spans;
    }

    /** From the earlier of onset and raising on; an alarm without an onset of its own starts when it is raised. */
    public long startMillis() {
        return Math.min(onsetMillis, raisedMillis);
    }

    /** Whether it has ended. */
    public boolean isOver() {
        return endMillis != Long.MAX_VALUE;
    }

    private static AlarmSpan of(List<Alarm> records, boolean foreseen) {
        Alarm first = records.get(0);
        long raised = foreseen ? toldMillis(first) : millis(first.raisedAt());
        Alarm last = records.get(records.size() - 1);
        SortedSet<String> members = new TreeSet<>();
        List<Long> rises = new ArrayList<>();
        Level level = first.level();
        boolean up = false;
        for (Alarm record : records) {
            members.addAll(record.trackableIds());
            level = record.level().compareTo(level) > 0 ? record.level() : level;
            if (!up && isUp(record.state())) {
                rises.add(rises.isEmpty() ? raised : toldMillis(record));
            }
            up = isUp(record.state()) || (up && !isDown(record.state()));
        }
        return new AlarmSpan(
                first.alarmId(),
                first.kind(),
                first.name(),
                first.subject(),
                millis(first.onsetAt()),
                raised,
                end(last),
                members,
                level,
                last.priority(),
                rises.isEmpty() ? List.of(raised) : List.copyOf(rises));
    }

    /** Whether a record tells of a gathering that is only foreseen. */
    public static boolean isForeseen(Alarm alarm) {
        return alarm.kind() == AlarmKind.GATHERING && alarm.level() == Level.BLUE;
    }

    private static long toldMillis(Alarm record) {
        return millis(record.reportedAt() == null ? record.raisedAt() : record.reportedAt());
    }

    private static boolean isUp(AlarmState state) {
        return switch (state) {
            case RAISED_UNACKNOWLEDGED, ACKNOWLEDGED, LATCHED_UNACKNOWLEDGED, LATCHED_ACKNOWLEDGED -> true;
            case RETURNED_UNACKNOWLEDGED, CLEARED, SHELVED, SUPPRESSED, OUT_OF_SERVICE -> false;
        };
    }

    /** Shelved and suppressed alarms go on unseen: coming out of that is no new rise. */
    private static boolean isDown(AlarmState state) {
        return state == AlarmState.RETURNED_UNACKNOWLEDGED || state == AlarmState.CLEARED;
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
