package io.muster.rules.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a site that zones count by, and the versions that are not in force yet.
 *
 * @param zones those of the version in force, temporary ones whether they are there now or not
 * @param coming sorted by the moment from which they are in force; of equal ones the newest offset last
 * @param appliedMillis the moment at which temporary fences were looked at last
 * @param seq how many zone definitions were told
 */
public record PlanState(
        String site,
        @Nullable String version,
        List<ZoneRule> zones,
        List<PlanChange> coming,
        long appliedMillis,
        long seq) {
    public PlanState {
        zones = zones == null ? List.of() : zones;
        coming = coming == null ? List.of() : coming;
    }
}
