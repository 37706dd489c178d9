package io.muster.stream.fuse;

import io.muster.rules.Ordered;
import io.muster.rules.identify.Fix;
import io.muster.rules.plan.SitePlan;
import org.jspecify.annotations.Nullable;

/** A fix and the plan that is in force at its ordering time. Lives within one call; never serialised. */
record FixWithPlan(Fix fix, @Nullable SitePlan plan) implements Ordered {
    @Override
    public long timeMillis() {
        return fix.timeMillis();
    }

    @Override
    public long eventMillis() {
        return fix.eventMillis();
    }

    @Override
    public String origin() {
        return fix.origin();
    }

    @Override
    public int partition() {
        return fix.partition();
    }

    @Override
    public long offset() {
        return fix.offset();
    }
}
