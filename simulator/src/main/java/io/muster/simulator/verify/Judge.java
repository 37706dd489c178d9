package io.muster.simulator.verify;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.TruthLine;
import io.muster.simulator.truth.GatePass;
import io.muster.simulator.truth.Presence;
import io.muster.simulator.truth.Truth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds everything that a run wrote against what really happened. */
public final class Judge {
    /**
     * What a job wrote.
     *
     * @param alarms all states of all alarms, in any order
     * @param counts empty where head counts are not known
     */
    public record JobOutput(List<Alarm> alarms, HeadCounts counts) {}

    /**
     * How to judge.
     *
     * @param productionFences ids of the fences that the gates lead to, of which the fullest is shown; empty = found by the passes themselves
     * @param operators operator positions that share the alarms
     */
    public record Options(VerifyOptions verify, Promise promise, Set<String> productionFences, int operators) {
        public Options {
            productionFences = Set.copyOf(productionFences);
        }
    }

    private final Truth truth;
    private final JobOutput output;
    private final Options options;
    private long fromMillis = Long.MAX_VALUE;
    private long toMillis = Long.MIN_VALUE;

    private Judge(Truth truth, JobOutput output, Options options) {
        this.truth = truth;
        this.output = output;
        this.options = options;
    }

    public static Judgement judge(Truth truth, JobOutput output, Options options) {
        return new Judge(truth, output, options).judgement();
    }

    private Judgement judgement() {
        List<AlarmSpan> alarms = AlarmSpan.fold(output.alarms());
        List<Outcome> outcomes = Verifier.outcomes(truth.alarms(), alarms, options.verify());
        VerifyReport report = VerifyReport.of(outcomes);
        range(alarms);
        long @Nullable [] counted = output.counts().range();
        HeadCountResult heads = new HeadCountJudge(
                        truth, output.counts(), options.promise().headCountLagMillis())
                .result(
                        counted == null ? fromMillis : counted[0],
                        counted == null ? toMillis : counted[1],
                        options.productionFences().isEmpty() ? GatedFences.of(truth) : options.productionFences());
        List<Chatter> chatter = Chatter.of(alarms);
        List<ShiftRates> shifts = ShiftRates.of(alarms, fromMillis, toMillis, options.operators());
        Map<String, String> names = Map.copyOf(output.counts().names());
        List<Check> checks = new Checks(options.promise()).of(report, heads, chatter, shifts);
        return new Judgement(
                truth,
                report,
                outcomes,
                alarms,
                heads,
                chatter,
                shifts,
                names,
                options.promise(),
                fromMillis,
                toMillis,
                checks);
    }

    /** From the first to the last moment that anything speaks of. */
    private void range(List<AlarmSpan> alarms) {
        for (AlarmSpan alarm : alarms) {
            seen(alarm.startMillis());
            seen(alarm.raisedMillis());
            if (alarm.isOver()) {
                seen(alarm.endMillis());
            }
        }
        for (TruthLine line : truth.alarms()) {
            seen(line.onset());
            seen(line.end());
        }
        for (Presence presence : truth.presences()) {
            seen(presence.onset());
            seen(presence.end());
        }
        for (GatePass pass : truth.passes()) {
            seen(pass.onset());
        }
        long @Nullable [] counted = output.counts().range();
        if (counted != null) {
            seen(counted[0]);
            seen(counted[1]);
        }
        if (toMillis < fromMillis) {
            fromMillis = 0;
            toMillis = 0;
        }
    }

    private void seen(@Nullable Instant moment) {
        if (moment != null) {
            seen(moment.toEpochMilli());
        }
    }

    private void seen(long millis) {
        fromMillis = Math.min(fromMillis, millis);
        toMillis = Math.max(toMillis, millis);
    }
}
