package io.muster.stream.engine;

import io.muster.rules.Ordered;
import io.muster.rules.Rule;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A stage whose inputs of a key come from one place that already tells them in order (a keyed stage before it with the same key): nothing
 * waits. A wake-up that lies before an input is given first, so that the rule sees the same sequence as behind {@link RuleFunction}.
 */
public final class InOrderRuleFunction<S, I extends Ordered, E> extends KeyedProcessFunction<String, I, E> {
    private static final long serialVersionUID = 1;

    private final Rule<S, I, E> rule;
    private final String name;
    private final Class<S> stateType;

    private transient @Nullable RuleEngine<S, I, E> engine;

    public InOrderRuleFunction(Rule<S, I, E> rule, String name, Class<S> stateType) {
        this.rule = rule;
        this.name = name;
        this.stateType = stateType;
    }

    @Override
    public void open(OpenContext context) {
        engine = new RuleEngine<>(rule, name, stateType, getRuntimeContext());
    }

    @Override
    public void processElement(I input, Context context, Collector<E> out) throws Exception {
        RuleEngine<S, I, E> ready = engine();
        ready.load();
        ready.wakeUpTo(input.timeMillis() - 1, out);
        ready.input(input, out);
        ready.store(false, context.timerService());
    }

    @Override
    public void onTimer(long timeMillis, OnTimerContext context, Collector<E> out) throws Exception {
        if (context.timerService().currentWatermark() != Long.MAX_VALUE) {
            RuleEngine<S, I, E> ready = engine();
            ready.load();
            ready.wakeUpTo(timeMillis, out);
            ready.store(true, context.timerService());
        }
    }

    private RuleEngine<S, I, E> engine() {
        if (engine == null) {
            throw new IllegalStateException("not opened");
        }
        return engine;
    }
}
