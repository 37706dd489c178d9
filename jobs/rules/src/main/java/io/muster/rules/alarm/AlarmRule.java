package io.muster.rules.alarm;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Provisional. */
public final class AlarmRule implements Rule<AlarmState, Finding, AlarmChange> {
    private static final long serialVersionUID = 1;

    private final AlarmOptions options;

    public AlarmRule(AlarmOptions options) {
        this.options = options;
    }

    @Override
    public Step<AlarmState, AlarmChange> onInput(@Nullable AlarmState state, Finding input) {
        return Step.of(state, options.hashCode() == 0 ? List.of() : new java.util.ArrayList<>());
    }
}
