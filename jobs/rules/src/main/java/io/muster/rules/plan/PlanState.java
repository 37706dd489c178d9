package io.muster.rules.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a site that zones count by, and the versions that are not in force yet.
 *
 * @param zones those of the version in force
 * @param coming sorted by the moment from which they are in force; of equal ones the newest offset last
 * @param seq how many zone definitions were told
 */
public record PlanState(@Nullable String version, List<ZoneRule> zones, List<PlanChange> coming, long seq) {
    public PlanState {
        zones = zones == null ? List.of() : zones;
        coming = coming == null ? List.of() : coming;
    }
}
