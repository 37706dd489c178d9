package io.muster.rules.occupancy;

import io.muster.rules.Ordered;
import io.muster.rules.fence.Presence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a zone.
 *
 * @param byDepartment confirmed + stale by department; {@code unknown} where there is none
 * @param byPersonType confirmed + stale by person type
 * @param byPost confirmed + stale by post; {@code unknown} where there is none
 * @param overBy counted (by the zone's person types; confirmed, and stale where the zone says so) minus limit, never below 0; null = no limit
 * @param members sorted by id
 * @param report true: nothing changed, the count is told again
 * @param seq number of this record of this zone, from 1
 */
public record ZoneCount(
        String site,
        String fenceId,
        @Nullable String name,
        int confirmed,
        int possible,
        int stale,
        Map<String, Integer> byDepartment,
        Map<String, Integer> byPersonType,
        Map<String, Integer> byPost,
        @Nullable Integer limit,
        @Nullable String limitSource,
        @Nullable Integer minimum,
        @Nullable Integer overBy,
        List<Member> members,
        String planVersion,
        boolean report,
        long timeMillis,
        long eventMillis,
        long seq)
        implements Ordered {

    /** @param sinceMillis event time of the entry */
    public record Member(String trackableId, Presence state, long sinceMillis) {}

    @Override
    public String origin() {
        return "occupancy/" + fenceId;
    }

    @Override
    public long offset() {
        return seq;
    }
}
