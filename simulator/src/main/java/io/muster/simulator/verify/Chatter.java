package io.muster.simulator.verify;

import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An alarm that chatters: one kind and subject that rises three times or more within a minute (ANSI/ISA-18.2-2016 clause 16, Table 7 asks for none).
 *
 * @param subject of the first one; gatherings of the same people count as one subject
 * @param atMillis when the first of the three rose
 * @param rises how often it rose within the worst minute
 */
public record Chatter(AlarmKind kind, Subject subject, long atMillis, int rises) {
    static final int LEAST = 3;
    static final long WITHIN_MILLIS = 60_000;

    /** Alarms of one subject. */
    private record Group(AlarmSpan first, List<AlarmSpan> spans, List<Long> rises) {}

    /** Worst first. */
    static List<Chatter> of(List<AlarmSpan> alarms) {
        List<Chatter> found = new ArrayList<>();
        for (Group group : groups(alarms)) {
            List<Long> rises = group.rises().stream().sorted().toList();
            int worst = 0;
            long at = 0;
            int first = 0;
            for (int last = 0; last < rises.size(); last++) {
                while (rises.get(last) - rises.get(first) > WITHIN_MILLIS) {
                    first++;
                }
                if (last - first + 1 > worst) {
                    worst = last - first + 1;
                    at = rises.get(first);
                }
            }
            if (worst >= LEAST) {
                found.add(new Chatter(group.first().kind(), group.first().subject(), at, worst));
            }
        }
        found.sort(Comparator.comparingInt(Chatter::rises).reversed().thenComparingLong(Chatter::atMillis));
        return List.copyOf(found);
    }

    /** Alarms come sorted by the time raised, so it is enough to look at the latest of each group. */
    private static List<Group> groups(List<AlarmSpan> alarms) {
        List<Group> groups = new ArrayList<>();
        for (AlarmSpan alarm : alarms) {
            Group mine = null;
            for (Group group : groups) {
                if (Sameness.of(group.spans().get(group.spans().size() - 1), alarm)) {
                    mine = group;
                    break;
                }
            }
            if (mine == null) {
                mine = new Group(alarm, new ArrayList<>(), new ArrayList<>());
                groups.add(mine);
            }
            mine.spans().add(alarm);
            mine.rises().addAll(alarm.rises());
        }
        return groups;
    }
}
