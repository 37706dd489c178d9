package io.muster.simulator.verify;

import io.muster.contract.value.TruthLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which alarm belongs to which truth, one to one: same kind, same subject ({@link Sameness}), intervals that overlap; nearest onsets first. Tolerated lines take
 * any number of alarms and ask for none.
 */
final class Matcher {
    private final List<TruthLine> truths;
    private final List<AlarmSpan> alarms;
    private final long slackMillis;

    private record Pair(int truth, int alarm, long apart) {}

    Matcher(List<TruthLine> truths, List<AlarmSpan> alarms, long slackMillis) {
        this.truths = truths;
        this.alarms = alarms;
        this.slackMillis = slackMillis;
    }

    /** Index of the alarm by index of the truth; truths that must be found only. */
    Map<Integer, Integer> alarmOfTruth() {
        List<Pair> pairs = new ArrayList<>();
        for (int t = 0; t < truths.size(); t++) {
            if (truths.get(t).tolerated()) {
                continue;
            }
            for (int a = 0; a < alarms.size(); a++) {
                if (fits(truths.get(t), alarms.get(a))) {
                    long apart = Math.abs(
                            truths.get(t).onset().toEpochMilli() - alarms.get(a).startMillis());
                    pairs.add(new Pair(t, a, apart));
                }
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::apart)
                .thenComparingInt(Pair::truth)
                .thenComparingInt(Pair::alarm));
        Map<Integer, Integer> alarmOfTruth = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        for (Pair pair : pairs) {
            if (!alarmOfTruth.containsKey(pair.truth()) && used.add(pair.alarm())) {
                alarmOfTruth.put(pair.truth(), pair.alarm());
            }
        }
        return alarmOfTruth;
    }

    /**
     * What an alarm without a truth of its own is. What is tolerated bears it out where it was raised meanwhile; where it was not, an alarm beside a truth that
     * has one already is a second one.
     */
    Outcome.Verdict unmatched(AlarmSpan alarm) {
        boolean isNearlyTolerated = false;
        boolean isDuplicated = false;
        for (TruthLine truth : truths) {
            if (fits(truth, alarm)) {
                boolean isWithin = alarm.raisedMillis() >= truth.onset().toEpochMilli() - slackMillis;
                if (truth.tolerated() && isWithin && overlaps(truth, alarm, 0)) {
                    return Outcome.Verdict.TOLERATED;
                }
                isNearlyTolerated |= truth.tolerated();
                isDuplicated |= !truth.tolerated();
            }
        }
        return isDuplicated
                ? Outcome.Verdict.DUPLICATED
                : isNearlyTolerated ? Outcome.Verdict.TOLERATED : Outcome.Verdict.UNEXPECTED;
    }

    /**
     * Whether something tolerated bears the alarm out at the moment at which it was raised: what becomes sure may have been possible for a while.
     *
     * @param leastBeforeDueMillis an alarm may be raised so long before a line is due
     */
    boolean isTolerated(AlarmSpan alarm, long leastBeforeDueMillis) {
        for (TruthLine truth : truths) {
            Instant due = truth.due();
            if (truth.tolerated()
                    && fits(truth, alarm)
                    && (due == null || alarm.raisedMillis() >= due.toEpochMilli() - leastBeforeDueMillis)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(TruthLine truth, AlarmSpan alarm) {
        return overlaps(truth, alarm, slackMillis) && Sameness.of(truth, alarm);
    }

    private static boolean overlaps(TruthLine truth, AlarmSpan alarm, long slackMillis) {
        Instant end = truth.end();
        long truthEnd = end == null ? Long.MAX_VALUE : end.toEpochMilli() + slackMillis;
        return alarm.startMillis() <= truthEnd
                && alarm.endMillis() >= truth.onset().toEpochMilli() - slackMillis;
    }
}
