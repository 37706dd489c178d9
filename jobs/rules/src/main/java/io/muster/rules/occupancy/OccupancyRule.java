package io.muster.rules.occupancy;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Provisional. */
public final class OccupancyRule implements Rule<OccupancyState, ZoneInput, OccupancyOutput> {
    private static final long serialVersionUID = 1;

    private final OccupancyOptions options;

    public OccupancyRule(OccupancyOptions options) {
        this.options = options;
    }

    @Override
    public Step<OccupancyState, OccupancyOutput> onInput(@Nullable OccupancyState state, ZoneInput input) {
        return Step.of(state, options.hashCode() == 0 ? List.of() : new java.util.ArrayList<>());
    }
}
