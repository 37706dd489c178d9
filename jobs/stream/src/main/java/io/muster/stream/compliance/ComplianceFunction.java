package io.muster.stream.compliance;

import io.muster.stream.config.LegalLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the law limits, per site and evaluation of the gathering model (PD-3): the gap between fixes of a tag, the time from the
 * newest fix to the result, the time between evaluations. This is the one stage that looks at a clock, and only to report it.
 */
final class ComplianceFunction extends KeyedProcessFunction<String, Measure, ComplianceRecord> {
    private static final long serialVersionUID = 1;

    /** Stands for the newest fix where nobody is there. */
    private static final long NOBODY = Long.MIN_VALUE;

    private final String profile;
    private final LegalLimits limits;
    private final WallClock clock;

    private transient @Nullable MapState<Long, Tally> tallies;
    private transient @Nullable MapState<Long, Long> evaluations;
    private transient @Nullable ValueState<ComplianceState> state;

    ComplianceFunction(String profile, LegalLimits limits, WallClock clock) {
        this.profile = profile;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
        tallies = getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>("compliance.tallies", Types.LONG, TypeInformation.of(Tally.class)));
        evaluations = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("compliance.evaluations", Types.LONG, Types.LONG));
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("compliance", TypeInformation.of(ComplianceState.class)));
    }

    /** Nothing is told here: everything waits by its ordering time until time has come to the evaluation that it belongs to. */
    @Override
    public void processElement(Measure in, Context context, Collector<ComplianceRecord> out) throws Exception {
        if (in.evaluation()) {
            Long newest = in.newestFixMillis();
            Long before = evaluations().get(in.timeMillis());
            evaluations()
                    .put(in.timeMillis(), Math.max(newest == null ? NOBODY : newest, before == null ? NOBODY : before));
            context.timerService().registerEventTimeTimer(in.timeMillis());
        } else {
            @Nullable Tally before = tallies().get(in.timeMillis());
            tallies().put(in.timeMillis(), (before == null ? Tally.EMPTY : before).with(in));
        }
    }

    @Override
    public void onTimer(long timeMillis, OnTimerContext context, Collector<ComplianceRecord> out) throws Exception {
        @Nullable Long newest = evaluations().get(timeMillis);
        if (context.timerService().currentWatermark() == Long.MAX_VALUE || newest == null) {
            return;
        }
        evaluations().remove(timeMillis);
        Tally tally = takeTallyUpTo(timeMillis);
        ComplianceState before = state().value();
        Long last = before == null ? null : before.lastEvaluatedMillis();
        long seq = before == null ? 1 : before.seq() + 1;
        GapSummary summary = GapSummary.of(tally.gapsMillis());
        Long delay = newest == NOBODY ? null : clock.millisSince(newest);
        Long cycle = last == null ? null : timeMillis - last;
        boolean within = summary.maxMillis() <= limits.samplingMillis()
                && (delay == null || delay <= limits.delayMillis())
                && (cycle == null || cycle <= limits.cycleMillis());
        out.collect(new ComplianceRecord(
                context.getCurrentKey(),
                seq,
                profile,
                last == null ? timeMillis : last,
                timeMillis,
                newest == NOBODY ? null : newest,
                delay,
                cycle,
                summary,
                tally.late(),
                tally.rejected(),
                tally.clockFaults(),
                tally.unknownTags(),
                within));
        state().update(new ComplianceState(timeMillis, seq));
    }

    private Tally takeTallyUpTo(long timeMillis) throws Exception {
        List<Long> taken = new ArrayList<>();
        List<Tally> due = new ArrayList<>();
        for (Map.Entry<Long, Tally> each : tallies().entries()) {
            if (each.getKey() <= timeMillis) {
                taken.add(each.getKey());
                due.add(each.getValue());
            }
        }
        for (Long each : taken) {
            tallies().remove(each);
        }
        return Tally.sum(due);
    }

    private MapState<Long, Tally> tallies() {
        if (tallies == null) {
            throw new IllegalStateException("not opened");
        }
        return tallies;
    }

    private MapState<Long, Long> evaluations() {
        if (evaluations == null) {
            throw new IllegalStateException("not opened");
        }
        return evaluations;
    }

    private ValueState<ComplianceState> state() {
        if (state == null) {
            throw new IllegalStateException("not opened");
        }
        return state;
    }
}
