package io.muster.rules.occupancy;

import io.muster.rules.fence.Presence;
import io.muster.rules.identify.Who;
import io.muster.rules.plan.ZoneRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a zone, and what holds for it. One per fence that was ever in a plan; it stays, small, when the fence is gone and empty, since
 * the numbers of its records go on.
 *
 * @param zone null = no plan (any more) has the fence: no limit
 * @param members by person; never with {@link Presence#ABSENT}
 * @param over whether the finding is active
 * @param onsetMillis event time at which it became active; of no meaning while it is not
 * @param level of the last active finding; empty = there was none yet
 * @param countSeq number of the last {@link ZoneCount}
 * @param findingSeq number of the last finding
 * @param toldMillis ordering time of the last {@link ZoneCount}; null = none yet
 */
public record OccupancyState(
        String site,
        String fenceId,
        @Nullable ZoneRule zone,
        String planVersion,
        Map<String, Inside> members,
        boolean over,
        long onsetMillis,
        String level,
        long countSeq,
        long findingSeq,
        @Nullable Long toldMillis) {
    public OccupancyState {
        planVersion = planVersion == null ? "" : planVersion;
        members = members == null ? Map.of() : members;
        level = level == null ? "" : level;
    }

    OccupancyState with(@Nullable ZoneRule newZone, String newPlanVersion, Map<String, Inside> newMembers) {
        return new OccupancyState(
                site,
                fenceId,
                newZone,
                newPlanVersion,
                newMembers,
                over,
                onsetMillis,
                level,
                countSeq,
                findingSeq,
                toldMillis);
    }

    /** A count is told now. */
    OccupancyState told(long nowMillis) {
        return new OccupancyState(
                site,
                fenceId,
                zone,
                planVersion,
                members,
                over,
                onsetMillis,
                level,
                countSeq + 1,
                findingSeq,
                nowMillis);
    }

    /** A finding is told now. */
    OccupancyState found(boolean nowOver, long nowOnsetMillis, String nowLevel) {
        return new OccupancyState(
                site,
                fenceId,
                zone,
                planVersion,
                members,
                nowOver,
                nowOnsetMillis,
                nowLevel,
                countSeq,
                findingSeq + 1,
                toldMillis);
    }

    /**
     * One person, as the last presence change told.
     *
     * @param sinceMillis event time of the entry
     * @param fixMillis event time of the fix at x, y
     */
    public record Inside(
            String trackableId,
            Who who,
            Presence presence,
            long sinceMillis,
            String providerId,
            double x,
            double y,
            @Nullable Double floor,
            double accuracyMetres,
            long fixMillis) {}
}
