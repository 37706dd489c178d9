package io.muster.simulator.explore;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.TruthLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** When faults and events are over, no alarm stands that the truth does not bear out. */
final class RaisedIsCleared implements Invariant {
    static final String NAME = "raised-is-cleared";
    /** An alarm may end so much later than what it is about (tolerance, off-delay, smoothing). */
    private static final long LAG_MILLIS = 60_000;

    private final List<TruthLine> truths;
    private final TreeMap<String, Alarm> standing = new TreeMap<>();

    RaisedIsCleared(List<TruthLine> truths) {
        this.truths = truths;
    }

    @Override
    public void alarm(Alarm alarm, long millis, Consumer<Breach> breaches) {
        if (alarm.cleared() != null || alarm.returnedAt() != null) {
            standing.remove(alarm.alarmId());
        } else {
            standing.put(alarm.alarmId(), alarm);
        }
    }

    @Override
    public void end(long millis, Consumer<Breach> breaches) {
        List<Alarm> left = new ArrayList<>(standing.values());
        for (Alarm alarm : left) {
            if (truths.stream().noneMatch(truth -> bearsOut(truth, alarm, millis))) {
                breaches.accept(new Breach(
                        NAME,
                        millis,
                        alarm.kind().wire() + " " + alarm.alarmId() + " of "
                                + alarm.subject().type() + " " + alarm.subject().id() + " stands since "
                                + alarm.raisedAt()));
            }
        }
    }

    private static boolean bearsOut(TruthLine truth, Alarm alarm, long end) {
        boolean holds = truth.end() == null || truth.end().toEpochMilli() > end - LAG_MILLIS;
        if (truth.kind() != alarm.kind() || !holds) {
            return false;
        }
        if (alarm.kind() != AlarmKind.GATHERING) {
            return truth.subject().equals(alarm.subject());
        }
        Set<String> common = new HashSet<>(truth.trackableIds());
        common.retainAll(alarm.trackableIds());
        return !common.isEmpty();
    }
}
