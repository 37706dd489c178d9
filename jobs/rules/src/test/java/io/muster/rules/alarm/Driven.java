package io.muster.rules.alarm;

import io.muster.rules.Ordered;
import io.muster.rules.Rule;
import io.muster.rules.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drives a rule for one key as the engine does: wake-ups in time, inputs before the wake-up of the same instant. */
public final class Driven<S, I extends Ordered, E> {
    private Rule<S, I, E> rule;
    private final List<E> told = new ArrayList<>();
    private @Nullable S state;
    private @Nullable Long wakeAt;

    public Driven(Rule<S, I, E> rule) {
        this.rule = rule;
    }

    /** From here on under other settings. */
    public void by(Rule<S, I, E> other) {
        rule = other;
    }

    public void give(I input) {
        wakeUpTo(input.timeMillis() - 1);
        take(rule.onInput(state, input));
    }

    /** Time has come to this moment, its wake-ups included. */
    public void wakeUpTo(long millis) {
        while (wakeAt != null && wakeAt <= millis && state != null) {
            long at = wakeAt;
            wakeAt = null;
            take(rule.onWake(state, at));
            if (wakeAt != null && wakeAt <= at) {
                throw new AssertionError("woken at " + at + ", it asks for " + wakeAt);
            }
        }
    }

    public List<E> told() {
        return told;
    }

    public @Nullable S state() {
        return state;
    }

    public @Nullable Long wakeAt() {
        return wakeAt;
    }

    private void take(Step<S, E> step) {
        state = step.next();
        wakeAt = state == null ? null : step.wakeAtMillis();
        told.addAll(step.events());
    }
}
