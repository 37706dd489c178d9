package io.muster.stream.engine;

import io.muster.rules.Ordered;
import io.muster.rules.Rule;
import io.muster.rules.Step;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Calls a rule for the key at hand: loads the state, calls, stores or clears, keeps the one wake-up. Written once for every stage.
 *
 * @param <S> state of the rule
 * @param <R> what the rule takes
 * @param <E> what the rule tells
 */
final class RuleEngine<S, R extends Ordered, E> {
    /** A rule that asks to be woken at or before the present more often than this in one go would never end. */
    private static final int MOST_WAKES_AT_ONCE = 100_000;

    private final Rule<S, R, E> rule;
    private final ValueState<S> state;
    private final ValueState<Long> wake;

    RuleEngine(Rule<S, R, E> rule, String name, Class<S> stateType, RuntimeContext context) {
        this.rule = rule;
        this.state = context.getState(new ValueStateDescriptor<>(name, TypeInformation.of(stateType)));
        this.wake = context.getState(new ValueStateDescriptor<>(name + ".wake", Types.LONG));
    }

    void input(R input, TimerService timers, Collector<E> out) throws Exception {
        @Nullable S before = state.value();
        store(rule.onInput(before, input), before, timers, out);
    }

    /** Wakes the rule for every moment that it asked for up to and including this one. */
    void wakeUpTo(long nowMillis, TimerService timers, Collector<E> out) throws Exception {
        for (int woken = 0; ; woken++) {
            @Nullable Long at = wake.value();
            if (at == null || at > nowMillis) {
                return;
            }
            if (woken == MOST_WAKES_AT_ONCE) {
                throw new IllegalStateException(rule.getClass().getSimpleName() + " asks to be woken at " + at
                        + " again and again at " + nowMillis);
            }
            wake.clear();
            @Nullable S before = state.value();
            if (before == null) {
                return;
            }
            store(rule.onWake(before, at), before, timers, out);
        }
    }

    @Nullable
    Long wakeAt() throws Exception {
        return wake.value();
    }

    private void store(Step<S, E> step, @Nullable S before, TimerService timers, Collector<E> out) throws Exception {
        @Nullable S next = step.next();
        if (next == null) {
            state.clear();
        } else if (next != before) {
            state.update(next);
        }
        @Nullable Long wakeAt = next == null ? null : step.wakeAtMillis();
        @Nullable Long wakeBefore = wake.value();
        if (wakeAt == null) {
            if (wakeBefore != null) {
                wake.clear();
            }
        } else if (!wakeAt.equals(wakeBefore)) {
            wake.update(wakeAt);
            timers.registerEventTimeTimer(wakeAt);
        }
        for (E event : step.events()) {
            out.collect(event);
        }
    }
}
