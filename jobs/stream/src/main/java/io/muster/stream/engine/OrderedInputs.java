package io.muster.stream.engine;

import io.muster.rules.Ordered;
import io.muster.rules.Rule;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;

/**
 * What a stage does that merges channels: an input waits until time has come to it, then all inputs of a key go through the rule in the total order,
 * inputs before the wake-up at one instant. Nothing fires when the input ends: what is not decided by the log stays undecided.
 *
 * @param <I> what comes in, and waits
 * @param <R> what the rule takes
 */
final class OrderedInputs<S, I extends Ordered, R extends Ordered, E> {
    private final RuleEngine<S, R, E> engine;
    private final PendingInputs<I> pending;
    private final Counter belowWatermark;

    /** Gives one input to the rule, when its time has come. */
    interface Deciding<I> {
        void decide(I input) throws Exception;
    }

    OrderedInputs(Rule<S, R, E> rule, String name, Class<S> stateType, Class<I> inputType, RuntimeContext context) {
        this(time -> rule, name, stateType, inputType, context);
    }

    OrderedInputs(RuleAt<S, R, E> rules, String name, Class<S> stateType, Class<I> inputType, RuntimeContext context) {
        this.engine = new RuleEngine<>(rules, name, stateType, context);
        this.pending = new PendingInputs<>(name, inputType, context);
        this.belowWatermark = context.getMetricGroup().counter("below_watermark");
    }

    void come(I input, TimerService timers, Deciding<I> deciding, Collector<E> out) throws Exception {
        long decided = timers.currentWatermark();
        if (input.timeMillis() > decided) {
            pending.add(input);
            timers.registerEventTimeTimer(input.timeMillis());
            return;
        }
        // Cannot happen while broker clocks agree within the settle; nothing that arrives is dropped all the same.
        belowWatermark.inc();
        engine.load();
        deciding.decide(input);
        engine.wakeUpTo(decided, out);
        engine.store(false, timers);
    }

    /** Time has come to this moment. */
    void due(long timeMillis, TimerService timers, Deciding<I> deciding, Collector<E> out) throws Exception {
        if (timers.currentWatermark() == Long.MAX_VALUE) {
            return;
        }
        engine.load();
        for (I input : pending.take(timeMillis)) {
            deciding.decide(input);
        }
        engine.wakeUpTo(timeMillis, out);
        engine.store(true, timers);
    }

    RuleEngine<S, R, E> engine() {
        return engine;
    }
}
