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
 * Calls a rule for the key at hand: loads the state, calls, stores or clears, keeps the one wake-up. Written once for every stage. What happens to
 * a key at one go stands between {@link #load} and {@link #store}, so that its state is looked up once for all of it.
 *
 * @param <S> state of the rule
 * @param <R> what the rule takes
 * @param <E> what the rule tells
 */
final class RuleEngine<S, R extends Ordered, E> {
    /** A rule that asks to be woken at or before the present more often than this in one go would never end. */
    private static final int MOST_WAKES_AT_ONCE = 100_000;
    /** A rule that fails when it is woken is woken again so much later. */
    private static final long AGAIN_MILLIS = 60_000;

    private final RuleAt<S, R, E> rules;
    private final ValueState<S> states;
    private final ValueState<Long> wakes;
    private final RuleFaults faults;

    private @Nullable S before;
    private @Nullable S now;
    private @Nullable Long wakeBefore;
    private @Nullable Long wake;

    RuleEngine(Rule<S, R, E> rule, String name, Class<S> stateType, RuntimeContext context) {
        this(time -> rule, name, stateType, context);
    }

    RuleEngine(RuleAt<S, R, E> rules, String name, Class<S> stateType, RuntimeContext context) {
        this.rules = rules;
        this.states = context.getState(new ValueStateDescriptor<>(name, TypeInformation.of(stateType)));
        this.wakes = context.getState(new ValueStateDescriptor<>(name + ".wake", Types.LONG));
        this.faults = new RuleFaults(name, context);
    }

    void load() throws Exception {
        before = states.value();
        now = before;
        wakeBefore = wakes.value();
        wake = wakeBefore;
    }

    void input(R input, Collector<E> out) {
        Rule<S, R, E> rule = rules.at(input.timeMillis());
        Step<S, E> step;
        try {
            step = rule.onInput(now, input);
        } catch (RuntimeException e) {
            faults.ofInput(input, e);
            return;
        }
        take(step, out);
    }

    /** Wakes the rule for every moment that it asked for up to and including this one. */
    void wakeUpTo(long nowMillis, Collector<E> out) {
        for (int woken = 0; ; woken++) {
            Long at = wake;
            if (at == null || at > nowMillis) {
                return;
            }
            if (woken == MOST_WAKES_AT_ONCE) {
                throw new IllegalStateException(rules.at(at).getClass().getSimpleName() + " asks to be woken at " + at
                        + " again and again at " + nowMillis);
            }
            wake = null;
            S state = now;
            if (state == null) {
                return;
            }
            Rule<S, R, E> rule = rules.at(at);
            Step<S, E> step;
            try {
                step = rule.onWake(state, at);
            } catch (RuntimeException e) {
                faults.ofWake(at, e);
                wake = at + AGAIN_MILLIS;
                continue;
            }
            take(step, out);
        }
    }

    /**
     * A timer stands at the wake-up or before it: one that is put off, as it is with every fix of a person who is somewhere, moves no timer.
     *
     * @param timerFired whether a timer of this key is gone since {@link #load}: it may have been the one that stood there
     */
    void store(boolean timerFired, TimerService timers) throws Exception {
        if (now == null) {
            if (before != null) {
                states.clear();
            }
        } else if (now != before) {
            states.update(now);
        }
        Long at = wake;
        if (at == null) {
            if (wakeBefore != null) {
                wakes.clear();
            }
            return;
        }
        if (!at.equals(wakeBefore)) {
            wakes.update(at);
        }
        if (timerFired || wakeBefore == null || at < wakeBefore) {
            timers.registerEventTimeTimer(at);
        }
    }

    private void take(Step<S, E> step, Collector<E> out) {
        now = step.next();
        wake = now == null ? null : step.wakeAtMillis();
        for (E event : step.events()) {
            out.collect(event);
        }
    }
}
