package io.muster.simulator.verify;

import io.muster.contract.value.Alarm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is different between the alarms of two runs. Two alarms are the same if they have the same id, else if they are about the same ({@link Sameness}) and
 * their intervals overlap.
 *
 * @param same alarms without any difference
 * @param changes in the order of time
 */
public record AlarmDiff(int same, List<Change> changes) {

    /**
     * One alarm that differs.
     *
     * @param before null = added
     * @param after null = lost
     * @param laterMillis raised later; negative = earlier; 0 = at the same time, or only one of both
     * @param endLaterMillis ended later; {@link Long#MAX_VALUE} = does not end any more, {@link Long#MIN_VALUE} = ends now, did not before
     * @param levelChanged its highest level is another
     * @param joined people that only the second one names
     * @param gone people that only the first one names
     */
    public record Change(
            @Nullable AlarmSpan before,
            @Nullable AlarmSpan after,
            long laterMillis,
            long endLaterMillis,
            boolean levelChanged,
            List<String> joined,
            List<String> gone) {

        /** The one that there is; of two the first. */
        public AlarmSpan either() {
            AlarmSpan one = before != null ? before : after;
            if (one == null) {
                throw new IllegalStateException("neither");
            }
            return one;
        }

        boolean isNone() {
            return before != null
                    && after != null
                    && laterMillis == 0
                    && endLaterMillis == 0
                    && !levelChanged
                    && joined.isEmpty()
                    && gone.isEmpty();
        }
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public int added() {
        return (int) changes.stream().filter(change -> change.before() == null).count();
    }

    public int lost() {
        return (int) changes.stream().filter(change -> change.after() == null).count();
    }

    public static AlarmDiff of(List<Alarm> before, List<Alarm> after) {
        List<AlarmSpan> first = AlarmSpan.fold(before);
        Set<AlarmSpan> second = new LinkedHashSet<>(AlarmSpan.fold(after));
        Map<AlarmSpan, AlarmSpan> pairs = new HashMap<>();
        Map<String, AlarmSpan> byId = new HashMap<>();
        second.forEach(span -> byId.put(span.alarmId(), span));
        for (AlarmSpan span : first) {
            AlarmSpan its = byId.get(span.alarmId());
            if (its != null) {
                pairs.put(span, its);
                second.remove(its);
            }
        }
        for (AlarmSpan span : first) {
            if (!pairs.containsKey(span)) {
                second.stream()
                        .filter(other -> Sameness.of(span, other) && overlap(span, other))
                        .min(Comparator.comparingLong(other -> Math.abs(other.raisedMillis() - span.raisedMillis())))
                        .ifPresent(other -> {
                            pairs.put(span, other);
                            second.remove(other);
                        });
            }
        }
        List<Change> changes = new ArrayList<>();
        int same = 0;
        for (AlarmSpan span : first) {
            Change change = change(span, pairs.get(span));
            if (change.isNone()) {
                same++;
            } else {
                changes.add(change);
            }
        }
        second.forEach(span -> changes.add(new Change(null, span, 0, 0, false, List.of(), List.of())));
        changes.sort(Comparator.comparingLong((Change change) -> change.either().raisedMillis())
                .thenComparing(change -> change.either().alarmId()));
        return new AlarmDiff(same, List.copyOf(changes));
    }

    private static Change change(AlarmSpan before, @Nullable AlarmSpan after) {
        if (after == null) {
            return new Change(before, null, 0, 0, false, List.of(), List.of());
        }
        return new Change(
                before,
                after,
                after.raisedMillis() - before.raisedMillis(),
                endLater(before, after),
                before.level() != after.level(),
                without(after.members(), before.members()),
                without(before.members(), after.members()));
    }

    private static long endLater(AlarmSpan before, AlarmSpan after) {
        if (before.isOver() && after.isOver()) {
            return after.endMillis() - before.endMillis();
        }
        return before.isOver() == after.isOver() ? 0 : before.isOver() ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    private static List<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return List.copyOf(rest);
    }

    private static boolean overlap(AlarmSpan one, AlarmSpan other) {
        return one.startMillis() <= other.endMillis() && other.startMillis() <= one.endMillis();
    }
}
