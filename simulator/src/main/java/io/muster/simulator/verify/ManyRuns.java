package io.muster.simulator.verify;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Level;
import io.muster.contract.value.TruthLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the truths and alarms of several runs together: enough of them for a bound to say something. Not safe for several threads. */
public final class ManyRuns {
    /** Of all alarms that were raised so many are right, and readable within this time of being asked for. */
    private static final double LEAST_PRECISION_PERCENT = 99;

    private static final double MOST_DELAY_SECONDS = 5;
    private static final double MOST_DECISION_SECONDS = 1.5;

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();
    /** Of each over-capacity alarm that was right: from the fix that decided it to readable, ms. */
    private final List<Long> decisions = new ArrayList<>();

    private int runs;
    private int chattering;

    /**
     * Something wrong in one run.
     *
     * @param run as it was named when it was added
     */
    public record Wrong(String run, Outcome outcome) {}

    /** @param history every alarm record of the run, in any order */
    public void add(String run, List<TruthLine> truths, List<Alarm> history, VerifyOptions options) {
        List<AlarmSpan> alarms = AlarmSpan.fold(history);
        List<Outcome> its = Verifier.outcomes(truths, alarms, options);
        outcomes.addAll(its);
        for (Outcome each : its) {
            AlarmSpan alarm = each.alarm();
            if (alarm != null
                    && alarm.kind() == AlarmKind.OVER_CAPACITY
                    && each.verdict().isPair()) {
                decisions.add(alarm.raisedMillis() + options.settleMillis() - alarm.onsetMillis());
            }
        }
        its.stream().filter(each -> each.verdict().isWrong()).forEach(each -> wrong.add(new Wrong(run, each)));
        chattering += Chatter.of(alarms).size();
        runs++;
    }

    public int runs() {
        return runs;
    }

    /** Kind by kind, over all runs. */
    public VerifyReport report() {
        return VerifyReport.of(outcomes);
    }

    /** In the order in which the runs were added. */
    public List<Wrong> wrong() {
        return Collections.unmodifiableList(wrong);
    }

    /** Truths that nobody may miss: SOS, over-capacity, intrusion, and gatherings that become orange or red. */
    public Share vital() {
        long found = 0;
        long all = 0;
        for (Outcome each : outcomes) {
            if (isVital(each.truth())) {
                all++;
                found += each.verdict().isPair() ? 1 : 0;
            }
        }
        return new Share(found, all);
    }

    /** Alarms of all kinds that were right; tolerated ones count neither way. */
    public Share precision() {
        long right = outcomes.stream().filter(each -> each.verdict().isPair()).count();
        long invented =
                outcomes.stream().filter(each -> each.verdict().isInvented()).count();
        return new Share(right, right + invented);
    }

    /**
     * The goals for all kinds together, then what is promised of each.
     *
     * @param leastVital fewer vital truths prove too little
     */
    public List<Check> checks(Promise promise, long leastVital) {
        List<Check> checks = new ArrayList<>();
        Share vital = vital();
        Share precision = precision();
        long[] delays = outcomes.stream()
                .filter(each -> each.verdict().isPair())
                .mapToLong(Outcome::delayMillis)
                .sorted()
                .toArray();
        long[] decided = decisions.stream().mapToLong(Long::longValue).sorted().toArray();
        checks.add(Check.atLeast(
                "vital_truths",
                (double) vital.of(),
                "truths",
                (double) leastVital,
                "SOS, over-capacity, intrusion, orange and red gatherings in " + runs + " shifts"));
        checks.add(Check.atLeast(
                "recall.vital", vital.of() == 0 ? null : (Double) (vital.value() * 100), "%", 100, vital.text()));
        checks.add(Check.atLeast(
                "precision.all",
                precision.of() == 0 ? null : (Double) (precision.value() * 100),
                "%",
                LEAST_PRECISION_PERCENT,
                precision.text()));
        checks.add(Check.atMost(
                "delay_p99.all",
                p99Seconds(delays),
                "s",
                MOST_DELAY_SECONDS,
                "from when it is asked for to readable, " + delays.length + " alarms of all kinds"));
        checks.add(Check.atMost(
                "decision_p99.over_capacity",
                p99Seconds(decided),
                "s",
                MOST_DECISION_SECONDS,
                "from the fix that decided it to readable, " + decided.length + " alarms"));
        checks.add(Check.atMost(
                "chattering",
                (double) chattering,
                "alarms",
                promise.chattering(),
                "subjects with 3 rises or more within a minute"));
        checks.addAll(new Checks(promise).ofKinds(report()));
        return List.copyOf(checks);
    }

    private static @Nullable Double p99Seconds(long[] sortedMillis) {
        return sortedMillis.length == 0
                ? null
                : (Double) (VerifyReport.KindRow.percentile(sortedMillis, 0.99) / 1_000.0);
    }

    private static boolean isVital(@Nullable TruthLine truth) {
        if (truth == null) {
            return false;
        }
        Level level = truth.level();
        return switch (truth.kind()) {
            case SOS, OVER_CAPACITY, BOUNDARY -> true;
            case GATHERING -> level != null && level.compareTo(Level.ORANGE) >= 0;
            default -> false;
        };
    }
}
