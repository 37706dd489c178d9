package io.muster.stream.engine;

import io.muster.rules.Ordered;
import io.muster.rules.Rule;
import io.muster.stream.config.RuleBook;
import io.muster.stream.reference.PlanView;
import io.muster.stream.reference.PlanViews;
import io.muster.stream.reference.Reference;
import io.muster.stream.reference.References;
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
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * As {@link RuleFunction}, for a stage that needs plans and people. Those come on a channel of their own to every subtask; since an input waits
 * until time has come to it on both channels, all versions that arrived before it are held when it is looked at.
 */
public final class ReferencedRuleFunction<S, I extends Ordered, R extends Ordered, E>
        extends KeyedBroadcastProcessFunction<String, I, Reference, E> {
    private static final long serialVersionUID = 1;

    /** Every version held, by {@link Reference#heldAs()}. Gone when a newer one is in force and decided upon. */
    public static final MapStateDescriptor<String, Reference> REFERENCES =
            new MapStateDescriptor<>("references", Types.STRING, TypeInformation.of(Reference.class));

    /** One of the two is there. */
    private final @Nullable Rule<S, R, E> fixed;

    private final @Nullable MadeRules<S, R, E> rules;
    private final Referenced<I, R> referenced;
    private final String name;
    private final Class<S> stateType;
    private final Class<I> inputType;
    private final PlanViews views = new PlanViews();

    private transient @Nullable OrderedInputs<S, I, R, E> inputs;
    private transient @Nullable References references;
    private transient String site = "";

    /** With a rule whose settings no plan changes. */
    public ReferencedRuleFunction(
            Rule<S, R, E> rule, Referenced<I, R> referenced, String name, Class<S> stateType, Class<I> inputType) {
        this(rule, null, referenced, name, stateType, inputType);
    }

    /** With a rule whose settings are those of the plan in force. */
    public ReferencedRuleFunction(
            RuleBook book,
            Ruled.Make<S, R, E> make,
            Referenced<I, R> referenced,
            String name,
            Class<S> stateType,
            Class<I> inputType) {
        this(null, new MadeRules<>(book, make), referenced, name, stateType, inputType);
    }

    private ReferencedRuleFunction(
            @Nullable Rule<S, R, E> fixed,
            @Nullable MadeRules<S, R, E> rules,
            Referenced<I, R> referenced,
            String name,
            Class<S> stateType,
            Class<I> inputType) {
        this.fixed = fixed;
        this.rules = rules;
        this.referenced = referenced;
        this.name = name;
        this.stateType = stateType;
        this.inputType = inputType;
    }

    @Override
    public void open(OpenContext context) {
        inputs = new OrderedInputs<>(this::ruleAt, name, stateType, inputType, getRuntimeContext());
    }

    @Override
    public void processBroadcastElement(Reference reference, Context context, Collector<E> out) throws Exception {
        References held = references(context.getBroadcastState(REFERENCES));
        context.getBroadcastState(REFERENCES).put(reference.heldAs(), reference);
        for (Reference each : held.add(reference, context.currentWatermark())) {
            context.getBroadcastState(REFERENCES).remove(each.heldAs());
        }
    }

    @Override
    public void processElement(I input, ReadOnlyContext context, Collector<E> out) throws Exception {
        ready(context);
        inputs().come(input, context.timerService(), each -> decide(each, context, out), out);
    }

    @Override
    public void onTimer(long timeMillis, OnTimerContext context, Collector<E> out) throws Exception {
        ready(context);
        inputs().due(timeMillis, context.timerService(), each -> decide(each, context, out), out);
    }

    private void ready(ReadOnlyContext context) throws Exception {
        if (rules != null) {
            references(context.getBroadcastState(REFERENCES));
            site = Keys.siteOf(context.getCurrentKey());
        }
    }

    private Rule<S, R, E> ruleAt(long timeMillis) {
        if (fixed != null) {
            return fixed;
        }
        if (rules == null || references == null) {
            throw new IllegalStateException("asked before anything came");
        }
        PlanView plan = references.planAt(site, timeMillis);
        return plan == null
                ? rules.under("", Map.of())
                : rules.under(plan.plan().version(), plan.plan().rules());
    }

    private void decide(I input, ReadOnlyContext context, Collector<E> out) throws Exception {
        References held = references;
        if (held == null) {
            held = references(context.getBroadcastState(REFERENCES));
        }
        @Nullable
        R looked = referenced.look(input, held, new Referenced.Side() {
            @Override
            public <X> void output(OutputTag<X> tag, X value) {
                context.output(tag, value);
            }
        });
        if (looked != null) {
            inputs().engine().input(looked, out);
        }
    }

    private References references(ReadOnlyBroadcastState<String, Reference> state) throws Exception {
        if (references == null) {
            References built = new References(views);
            List<Reference> all = new ArrayList<>();
            for (Map.Entry<String, Reference> each : state.immutableEntries()) {
                all.add(each.getValue());
            }
            all.forEach(each -> built.add(each, Long.MIN_VALUE));
            references = built;
        }
        return references;
    }

    private OrderedInputs<S, I, R, E> inputs() {
        if (inputs == null) {
            throw new IllegalStateException("not opened");
        }
        return inputs;
    }
}
