package io.muster.simulator.verify;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.TruthLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds alarms against truth: one to one, as {@link Matcher} pairs them. */
public final class Verifier {
    private final VerifyOptions options;
    private final List<TruthLine> truths;
    private final List<AlarmSpan> alarms;
    private final List<Outcome> outcomes = new ArrayList<>();

    private Verifier(List<TruthLine> truths, List<AlarmSpan> alarms, VerifyOptions options) {
        this.truths = truths;
        this.alarms = alarms;
        this.options = options;
    }

    /** @param history every alarm record there is: all states of all alarms, in any order */
    public static VerifyReport verify(List<TruthLine> truths, List<Alarm> history, VerifyOptions options) {
        return VerifyReport.of(outcomes(truths, AlarmSpan.fold(history), options));
    }

    /** One outcome for each truth that must be found and for each alarm, in the order of time. */
    static List<Outcome> outcomes(List<TruthLine> truths, List<AlarmSpan> alarms, VerifyOptions options) {
        return new Verifier(truths, alarms, options).outcomes();
    }

    private List<Outcome> outcomes() {
        Matcher matcher = new Matcher(truths, alarms, options.slackMillis());
        Map<Integer, Integer> alarmOfTruth = matcher.alarmOfTruth();
        Set<Integer> used = new HashSet<>(alarmOfTruth.values());
        for (int i = 0; i < truths.size(); i++) {
            if (!truths.get(i).tolerated()) {
                outcomes.add(judge(truths.get(i), alarmOfTruth.get(i), matcher));
            }
        }
        for (int i = 0; i < alarms.size(); i++) {
            if (!used.contains(i)) {
                AlarmSpan alarm = alarms.get(i);
                outcomes.add(new Outcome(matcher.unmatched(alarm), null, alarm, 0, 0, false));
            }
        }
        outcomes.sort(Comparator.comparing(Outcome::at).thenComparing(Outcome::text));
        return List.copyOf(outcomes);
    }

    private Outcome judge(TruthLine truth, @Nullable Integer alarmIndex, Matcher matcher) {
        if (alarmIndex == null) {
            return new Outcome(Outcome.Verdict.MISSED, truth, null, 0, 0, false);
        }
        AlarmSpan alarm = alarms.get(alarmIndex);
        long readable = readableMillis(alarm);
        boolean lowLevel = truth.level() != null && alarm.level().compareTo(truth.level()) < 0;
        Instant dueAt = truth.due();
        // A truth without a due time can be found, but be neither late nor early.
        if (dueAt == null) {
            long delay = readable - truth.onset().toEpochMilli();
            return new Outcome(Outcome.Verdict.FOUND, truth, alarm, delay, 0, lowLevel);
        }
        long due = dueAt.toEpochMilli();
        long right = Math.max(truth.onset().toEpochMilli(), due - options.allowanceMillis());
        long delay = readable - right;
        if (readable > due) {
            return new Outcome(Outcome.Verdict.LATE, truth, alarm, delay, readable - due, lowLevel);
        }
        if (alarm.raisedMillis() < right - options.earlyMillis()
                && !matcher.isTolerated(alarm, options.allowanceMillis() + options.earlyMillis())) {
            return new Outcome(Outcome.Verdict.EARLY, truth, alarm, delay, right - alarm.raisedMillis(), lowLevel);
        }
        return new Outcome(Outcome.Verdict.FOUND, truth, alarm, delay, 0, lowLevel);
    }

    private long readableMillis(AlarmSpan alarm) {
        Long known = options.readableAtMillis().get(alarm.alarmId());
        if (known != null) {
            return known;
        }
        // An SOS does not wait for the settle.
        return alarm.raisedMillis() + (alarm.kind() == AlarmKind.SOS ? 0 : options.settleMillis());
    }
}
