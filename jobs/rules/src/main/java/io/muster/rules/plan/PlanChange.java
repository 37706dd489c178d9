package io.muster.rules.plan;

import io.muster.rules.Ordered;
import java.util.List;

/**
 * A version of a plan was read.
 *
 * @param inForceMillis the later of its {@code valid_from} and its arrival
 */
public record PlanChange(
        String site,
        String version,
        long inForceMillis,
        List<ZoneRule> zones,
        long timeMillis,
        String origin,
        int partition,
        long offset)
        implements Ordered {

    @Override
    public long eventMillis() {
        return timeMillis;
    }
}
