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

/**
 * When faults and events are over, no alarm stands that the truth does not bear out.
 *
 * <p>One thing no radio can tell: two people who change their tags side by side, and have them back once they are far apart. What is seen of it is one exchange,
 * far apart, and it is told as what it looks like; nothing will ever end it.
 */
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
            if (truths.stream().noneMatch(truth -> bearsOut(truth, alarm, millis)) && !isHalfOfASwap(alarm)) {
                breaches.accept(new Breach(
                        NAME,
                        millis,
                        alarm.kind().wire() + " " + alarm.alarmId() + " of "
                                + alarm.subject().type() + " " + alarm.subject().id() + " stands since "
                                + alarm.raisedAt()));
            }
        }
    }

    /** Raised when tags were changed back that nobody could see change. */
    private boolean isHalfOfASwap(Alarm alarm) {
        return alarm.kind() == AlarmKind.TAG_SWAP_SUSPECTED
                && truths.stream().anyMatch(truth -> isAbout(truth, alarm) && truth.tolerated())
                && truths.stream().noneMatch(truth -> isAbout(truth, alarm) && !truth.tolerated());
    }

    /** Whether it is of this subject, and then. */
    private static boolean isAbout(TruthLine truth, Alarm alarm) {
        return truth.kind() == alarm.kind()
                && truth.subject().equals(alarm.subject())
                && !alarm.onsetAt().isBefore(truth.onset())
                && (truth.end() == null || !alarm.onsetAt().isAfter(truth.end()));
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
