package io.muster.stream.compliance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
 * Measures what the law limits, per site and evaluation of the gathering model (PD-3): the gap between fixes of a tag; of the model and of the
 * occupancy windows the time from the newest fix to the result and the time between results; and which zones are heard. This is the one
 * stage that looks at a clock, and only to report it.
 */
final class ComplianceFunction extends KeyedProcessFunction<String, Measure, ComplianceRecord> {
    private static final long serialVersionUID = 1;

    /** Stands for the newest fix where nobody is there. */
    private static final long NOBODY = Long.MIN_VALUE;

    private static final int SLOWEST = 5;

    private final String profile;
    private final WallClock clock;

    private transient @Nullable MapState<Long, Tally> tallies;
    private transient @Nullable MapState<Long, Long> evaluations;
    private transient @Nullable MapState<String, ZoneHeard> zones;
    private transient @Nullable ValueState<ComplianceState> state;

    ComplianceFunction(String profile, WallClock clock) {
        this.profile = profile;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
        tallies = getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>("compliance.tallies", Types.LONG, TypeInformation.of(Tally.class)));
        evaluations = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("compliance.evaluations", Types.LONG, Types.LONG));
        zones = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "compliance.zones", Types.STRING, TypeInformation.of(ZoneHeard.class)));
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("compliance", TypeInformation.of(ComplianceState.class)));
    }

    /** Nothing is told here: everything waits by its ordering time until time has come to the evaluation that it belongs to. */
    @Override
    public void processElement(Measure in, Context context, Collector<ComplianceRecord> out) throws Exception {
        if (in.kind() == Measure.Kind.EVALUATION) {
            Long newest = in.newestFixMillis();
            Long before = there(evaluations).get(in.timeMillis());
            there(evaluations)
                    .put(in.timeMillis(), Math.max(newest == null ? NOBODY : newest, before == null ? NOBODY : before));
            context.timerService().registerEventTimeTimer(in.timeMillis());
        } else {
            @Nullable Tally before = there(tallies).get(in.timeMillis());
            there(tallies).put(in.timeMillis(), (before == null ? Tally.EMPTY : before).with(in));
            if (in.kind() == Measure.Kind.WINDOW) {
                context.timerService().registerEventTimeTimer(in.timeMillis());
            }
        }
    }

    @Override
    public void onTimer(long timeMillis, OnTimerContext context, Collector<ComplianceRecord> out) throws Exception {
        if (context.timerService().currentWatermark() == Long.MAX_VALUE) {
            return;
        }
        ComplianceState kept = there(state).value();
        ComplianceState before = windowed(kept == null ? ComplianceState.NOTHING : kept, timeMillis);
        @Nullable Long newest = there(evaluations).get(timeMillis);
        if (newest == null) {
            there(state).update(before);
            return;
        }
        there(evaluations).remove(timeMillis);
        Tally tally = takeTallyUpTo(timeMillis);
        Long last = before.lastEvaluatedMillis();
        boolean somebody = newest != NOBODY;
        Long delay = somebody && before.isNew(newest) ? clock.millisSince(newest) : null;
        ComplianceState now = before.evaluated(timeMillis, delay, somebody ? newest : null);
        there(state).update(now);
        out.collect(new ComplianceRecord(
                context.getCurrentKey(),
                now.seq(),
                profile,
                last == null ? timeMillis : last,
                timeMillis,
                somebody ? newest : null,
                delay,
                before.cycleUntil(timeMillis),
                before.windowDelayMillis(),
                before.windowCycleMillis(),
                tally.gapSpread(),
                tally.slowest(SLOWEST),
                now.delays().spread(),
                now.cycles().spread(),
                now.windowDelays().spread(),
                now.windowCycles().spread(),
                tally.late(),
                tally.rejected(),
                tally.clockFaults(),
                tally.unknownTags(),
                heard(tally.zones())));
    }

    /** Windows are measured when they end, not at the evaluation after: while everybody is in exempt zones the model is silent, the windows are not. */
    private ComplianceState windowed(ComplianceState before, long timeMillis) throws Exception {
        @Nullable Tally moment = there(tallies).get(timeMillis);
        if (moment == null || moment.windowEndMillis() == null) {
            return before;
        }
        Long newest = moment.windowNewestMillis();
        return before.windowed(
                timeMillis, newest == null ? null : clock.millisSince(newest), moment.somebodyInWindows());
    }

    /** Takes the counts up, and tells how each zone that has people is heard now. */
    private List<ZoneHeard> heard(List<ZoneHeard> news) throws Exception {
        for (ZoneHeard each : news) {
            if (each.empty()) {
                there(zones).remove(each.fenceId());
            } else {
                there(zones).put(each.fenceId(), each);
            }
        }
        List<ZoneHeard> now = new ArrayList<>();
        there(zones).values().forEach(now::add);
        now.sort(Comparator.comparing(ZoneHeard::fenceId));
        return now;
    }

    private Tally takeTallyUpTo(long timeMillis) throws Exception {
        TreeMap<Long, Tally> due = new TreeMap<>();
        for (Map.Entry<Long, Tally> each : there(tallies).entries()) {
            if (each.getKey() <= timeMillis) {
                due.put(each.getKey(), each.getValue());
            }
        }
        for (Long each : due.keySet()) {
            there(tallies).remove(each);
        }
        return Tally.sum(due.values());
    }

    private static <T> T there(@Nullable T opened) {
        if (opened == null) {
            throw new IllegalStateException("not opened");
        }
        return opened;
    }
}
