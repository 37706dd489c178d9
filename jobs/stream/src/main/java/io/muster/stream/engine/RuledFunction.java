package io.muster.stream.engine;

import io.muster.rules.Ordered;
import io.muster.rules.Rule;
import io.muster.stream.reference.RuleVersion;
import io.muster.stream.reference.RuleVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * As {@link RuleFunction}, for a rule whose settings plans may set otherwise. Their versions come on a channel of their own to every subtask; since an input waits
 * until time has come to it on both channels, every version that arrived before it is held when it is decided. Inputs and wake-ups are decided by the settings in
 * force at their own moment, so the same log gives the same at any parallelism.
 */
final class RuledFunction<S, I extends Ordered, E> extends KeyedBroadcastProcessFunction<String, I, RuleVersion, E> {
    private static final long serialVersionUID = 1;

    /** Every version held, by {@link RuleVersion#heldAs()}. Gone when a newer one is in force and decided upon. */
    static final MapStateDescriptor<String, RuleVersion> RULES =
            new MapStateDescriptor<>("rules", Types.STRING, TypeInformation.of(RuleVersion.class));

    private final MadeRules<S, I, E> rules;
    private final String name;
    private final Class<S> stateType;
    private final Class<I> inputType;

    private transient @Nullable OrderedInputs<S, I, I, E> inputs;
    private transient @Nullable RuleVersions versions;
    private transient String site = "";

    RuledFunction(MadeRules<S, I, E> rules, String name, Class<S> stateType, Class<I> inputType) {
        this.rules = rules;
        this.name = name;
        this.stateType = stateType;
        this.inputType = inputType;
    }

    @Override
    public void open(OpenContext context) {
        inputs = new OrderedInputs<>(this::ruleAt, name, stateType, inputType, getRuntimeContext());
    }

    @Override
    public void processBroadcastElement(RuleVersion version, Context context, Collector<E> out) throws Exception {
        RuleVersions held = versions(context.getBroadcastState(RULES));
        context.getBroadcastState(RULES).put(version.heldAs(), version);
        for (RuleVersion each : held.add(version, context.currentWatermark())) {
            context.getBroadcastState(RULES).remove(each.heldAs());
        }
    }

    @Override
    public void processElement(I input, ReadOnlyContext context, Collector<E> out) throws Exception {
        OrderedInputs<S, I, I, E> ready = ready(context);
        ready.come(input, context.timerService(), each -> ready.engine().input(each, out), out);
    }

    @Override
    public void onTimer(long timeMillis, OnTimerContext context, Collector<E> out) throws Exception {
        OrderedInputs<S, I, I, E> ready = ready(context);
        ready.due(timeMillis, context.timerService(), each -> ready.engine().input(each, out), out);
    }

    private OrderedInputs<S, I, I, E> ready(ReadOnlyContext context) throws Exception {
        versions(context.getBroadcastState(RULES));
        site = Keys.siteOf(context.getCurrentKey());
        if (inputs == null) {
            throw new IllegalStateException("not opened");
        }
        return inputs;
    }

    private Rule<S, I, E> ruleAt(long timeMillis) {
        if (versions == null) {
            throw new IllegalStateException("asked before anything came");
        }
        RuleVersion plan = versions.at(site, timeMillis);
        return plan == null ? rules.under("", Map.of()) : rules.under(plan.version(), plan.settings());
    }

    private RuleVersions versions(ReadOnlyBroadcastState<String, RuleVersion> state) throws Exception {
        if (versions == null) {
            RuleVersions built = new RuleVersions();
            List<RuleVersion> all = new ArrayList<>();
            for (Map.Entry<String, RuleVersion> each : state.immutableEntries()) {
                all.add(each.getValue());
            }
            all.forEach(each -> built.add(each, Long.MIN_VALUE));
            versions = built;
        }
        return versions;
    }
}
