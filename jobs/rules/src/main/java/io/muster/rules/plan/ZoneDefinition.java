package io.muster.rules.plan;

import io.muster.rules.Ordered;
import org.jspecify.annotations.Nullable;

/**
 * A fence of a plan came into force, changed or went. This is how a changed limit reaches the zone that counts against it.
 *
 * @param rule null = the fence is no longer in the plan
 * @param timeMillis when the plan version came into force
 * @param seq number of this record of this site, from 1
 */
public record ZoneDefinition(
        String site, String fenceId, @Nullable ZoneRule rule, String planVersion, long timeMillis, long seq)
        implements Ordered {

    @Override
    public long eventMillis() {
        return timeMillis;
    }

    /** Sorts before every topic and stage, so that at one instant a limit is known before it is applied. */
    @Override
    public String origin() {
        return "#plan/" + site;
    }

    @Override
    public long offset() {
        return seq;
    }
}
