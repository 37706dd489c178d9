package io.muster.stream.engine;

import io.muster.rules.Ordered;
import io.muster.rules.Rule;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** A stage that merges channels: see {@link OrderedInputs}. */
public final class RuleFunction<S, I extends Ordered, E> extends KeyedProcessFunction<String, I, E> {
    private static final long serialVersionUID = 1;

    private final Rule<S, I, E> rule;
    private final String name;
    private final Class<S> stateType;
    private final Class<I> inputType;

    private transient @Nullable OrderedInputs<S, I, I, E> inputs;

    public RuleFunction(Rule<S, I, E> rule, String name, Class<S> stateType, Class<I> inputType) {
        this.rule = rule;
        this.name = name;
        this.stateType = stateType;
        this.inputType = inputType;
    }

    @Override
    public void open(OpenContext context) {
        inputs = new OrderedInputs<>(rule, name, stateType, inputType, getRuntimeContext());
    }

    @Override
    public void processElement(I input, Context context, Collector<E> out) throws Exception {
        OrderedInputs<S, I, I, E> ready = inputs();
        ready.come(input, context.timerService(), each -> ready.engine().input(each, out), out);
    }

    @Override
    public void onTimer(long timeMillis, OnTimerContext context, Collector<E> out) throws Exception {
        OrderedInputs<S, I, I, E> ready = inputs();
        ready.due(timeMillis, context.timerService(), each -> ready.engine().input(each, out), out);
    }

    private OrderedInputs<S, I, I, E> inputs() {
        if (inputs == null) {
            throw new IllegalStateException("not opened");
        }
        return inputs;
    }
}
