package io.muster.rules.place;

import io.muster.rules.Ordered;
import io.muster.rules.fuse.Position;
import java.util.List;

/**
 * A position with the zones around it, by the plan in force at its ordering time.
 *
 * @param planVersion empty = no plan is in force yet
 * @param zones at or within reach, sorted by fence id; all others are far away or gone from the plan
 * @param passages dangerous zones that were crossed since the fix before, sorted by fence id
 */
public record Placed(Position position, String planVersion, List<ZoneAt> zones, List<Passage> passages)
        implements Ordered {

    /** Nothing was crossed. */
    public Placed(Position position, String planVersion, List<ZoneAt> zones) {
        this(position, planVersion, zones, List.of());
    }

    @Override
    public long timeMillis() {
        return position.timeMillis();
    }

    @Override
    public long eventMillis() {
        return position.eventMillis();
    }

    @Override
    public String origin() {
        return position.origin();
    }

    @Override
    public long offset() {
        return position.offset();
    }
}
