package io.muster.stream.engine;

import io.muster.rules.Ordered;
import io.muster.rules.Rule;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A stage that merges channels: an input waits until time has come to it, then all inputs of a key go through the rule in the total order,
 * inputs before the wake-up at one instant. Nothing fires when the input ends: what is not decided by the log stays undecided.
 */
public final class RuleFunction<S, I extends Ordered, E> extends KeyedProcessFunction<String, I, E> {
    private static final long serialVersionUID = 1;

    private final Rule<S, I, E> rule;
    private final String name;
    private final Class<S> stateType;
    private final Class<I> inputType;

    private transient @Nullable RuleEngine<S, I, E> engine;
    private transient @Nullable PendingInputs<I> pending;
    private transient @Nullable Counter belowWatermark;

    public RuleFunction(Rule<S, I, E> rule, String name, Class<S> stateType, Class<I> inputType) {
        this.rule = rule;
        this.name = name;
        this.stateType = stateType;
        this.inputType = inputType;
    }

    @Override
    public void open(OpenContext context) {
        engine = new RuleEngine<>(rule, name, stateType, getRuntimeContext());
        pending = new PendingInputs<>(name, inputType, getRuntimeContext());
        belowWatermark = getRuntimeContext().getMetricGroup().counter("below_watermark");
    }

    @Override
    public void processElement(I input, Context context, Collector<E> out) throws Exception {
        long decided = context.timerService().currentWatermark();
        if (input.timeMillis() > decided) {
            pending().add(input);
            context.timerService().registerEventTimeTimer(input.timeMillis());
        } else {
            // Cannot happen while broker clocks agree within the settle; nothing that arrives is dropped all the same.
            if (belowWatermark != null) {
                belowWatermark.inc();
            }
            engine().input(input, context.timerService(), out);
            engine().wakeUpTo(decided, context.timerService(), out);
        }
    }

    @Override
    public void onTimer(long timeMillis, OnTimerContext context, Collector<E> out) throws Exception {
        if (context.timerService().currentWatermark() == Long.MAX_VALUE) {
            return;
        }
        for (I input : pending().take(timeMillis)) {
            engine().input(input, context.timerService(), out);
        }
        engine().wakeUpTo(timeMillis, context.timerService(), out);
    }

    private RuleEngine<S, I, E> engine() {
        if (engine == null) {
            throw new IllegalStateException("not opened");
        }
        return engine;
    }

    private PendingInputs<I> pending() {
        if (pending == null) {
            throw new IllegalStateException("not opened");
        }
        return pending;
    }
}
