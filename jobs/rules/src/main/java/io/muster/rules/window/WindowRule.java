package io.muster.rules.window;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Provisional. */
public final class WindowRule implements Rule<WindowState, WindowInput, ZoneWindow> {
    private static final long serialVersionUID = 1;

    private final WindowOptions options;

    public WindowRule(WindowOptions options) {
        this.options = options;
    }

    @Override
    public Step<WindowState, ZoneWindow> onInput(@Nullable WindowState state, WindowInput input) {
        return Step.of(state, options.hashCode() == 0 ? List.of() : new java.util.ArrayList<>());
    }
}
