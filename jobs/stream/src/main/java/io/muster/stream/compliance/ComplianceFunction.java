package io.muster.stream.compliance;

import io.muster.rules.identify.Mark;
import io.muster.stream.config.LegalLimits;
import java.util.Map;
import java.util.TreeMap;
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

    /** Gaps are counted in steps of this, ms: fine enough for limits of seconds, few enough to remember. */
    static final int GAP_STEP_MILLIS = 50;

    private final String profile;
    private final LegalLimits limits;
    private final WallClock clock;

    private transient @Nullable MapState<Integer, Long> gaps;
    private transient @Nullable ValueState<ComplianceState> state;

    ComplianceFunction(String profile, LegalLimits limits, WallClock clock) {
        this.profile = profile;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
        gaps = getRuntimeContext().getMapState(new MapStateDescriptor<>("compliance.gaps", Types.INT, Types.LONG));
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("compliance", TypeInformation.of(ComplianceState.class)));
    }

    @Override
    public void processElement(Measure in, Context context, Collector<ComplianceRecord> out) throws Exception {
        ComplianceState now = current();
        if (in.rejected()) {
            state().update(now.withRejected());
        } else if (in.evaluatedMillis() != null) {
            state().update(now.withEvaluation(in.evaluatedMillis(), in.newestFixMillis()));
            context.timerService().registerEventTimeTimer(in.evaluatedMillis());
        } else {
            Long gap = in.gapMillis();
            if (gap != null) {
                int step = (int) Math.min(gap / GAP_STEP_MILLIS, Integer.MAX_VALUE);
                Long before = gaps().get(step);
                gaps().put(step, before == null ? 1 : before + 1);
            }
            if (!in.marks().isEmpty()) {
                state().update(now.withMarks(
                        in.marks().contains(Mark.LATE),
                        in.marks().contains(Mark.CLOCK_FAULT),
                        in.marks().contains(Mark.UNKNOWN_TAG)));
            }
        }
    }

    @Override
    public void onTimer(long timeMillis, OnTimerContext context, Collector<ComplianceRecord> out) throws Exception {
        ComplianceState now = current();
        Long evaluated = now.evaluatedMillis();
        if (context.timerService().currentWatermark() == Long.MAX_VALUE
                || evaluated == null
                || evaluated != timeMillis) {
            return;
        }
        TreeMap<Integer, Long> sorted = new TreeMap<>();
        for (Map.Entry<Integer, Long> each : gaps().entries()) {
            sorted.put(each.getKey(), each.getValue());
        }
        GapSummary summary = GapSummary.of(sorted, GAP_STEP_MILLIS);
        Long newest = now.newestFixMillis();
        Long delay = newest == null ? null : clock.millisSince(newest);
        Long cycle = now.lastEvaluatedMillis() == null ? null : evaluated - now.lastEvaluatedMillis();
        boolean within = summary.maxMillis() <= limits.samplingMillis()
                && (delay == null || delay <= limits.delayMillis())
                && (cycle == null || cycle <= limits.cycleMillis());
        out.collect(new ComplianceRecord(
                context.getCurrentKey(),
                now.seq() + 1,
                profile,
                now.lastEvaluatedMillis() == null ? evaluated : now.lastEvaluatedMillis(),
                evaluated,
                newest,
                delay,
                cycle,
                summary,
                now.late(),
                now.rejected(),
                now.clockFaults(),
                now.unknownTags(),
                within));
        gaps().clear();
        state().update(now.next());
    }

    private ComplianceState current() throws Exception {
        @Nullable ComplianceState now = state().value();
        return now == null ? ComplianceState.first() : now;
    }

    private MapState<Integer, Long> gaps() {
        if (gaps == null) {
            throw new IllegalStateException("not opened");
        }
        return gaps;
    }

    private ValueState<ComplianceState> state() {
        if (state == null) {
            throw new IllegalStateException("not opened");
        }
        return state;
    }
}
