package io.muster.rules.gathering;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.sample.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Provisional. */
public final class GatheringRule implements Rule<GatheringState, Sample, GatheringOutput> {
    private static final long serialVersionUID = 1;

    private final GatheringOptions options;

    public GatheringRule(GatheringOptions options) {
        this.options = options;
    }

    @Override
    public Step<GatheringState, GatheringOutput> onInput(@Nullable GatheringState state, Sample input) {
        return Step.of(state, options.hashCode() == 0 ? List.of() : new java.util.ArrayList<>());
    }
}
