package io.muster.stream.fuse;

import io.muster.rules.Ordered;
import io.muster.rules.fence.NoticeAt;
import io.muster.rules.identify.Fix;
import io.muster.rules.plan.SitePlan;
import org.jspecify.annotations.Nullable;

/**
 * A fix and the plan that is in force at its ordering time, or a notice with what the plan says of it. Lives within one call; never serialised.
 *
 * @param fix null = a notice
 * @param plan null = none is in force yet
 * @param notice null = a fix
 */
record HeardWithPlan(
        @Nullable Fix fix,
        @Nullable SitePlan plan,
        @Nullable NoticeAt notice) implements Ordered {

    private Ordered the() {
        if (fix != null) {
            return fix;
        }
        if (notice != null) {
            return notice;
        }
        throw new IllegalStateException("neither a fix nor a notice");
    }

    @Override
    public long timeMillis() {
        return the().timeMillis();
    }

    @Override
    public long eventMillis() {
        return the().eventMillis();
    }

    @Override
    public String origin() {
        return the().origin();
    }

    @Override
    public int partition() {
        return the().partition();
    }

    @Override
    public long offset() {
        return the().offset();
    }
}
