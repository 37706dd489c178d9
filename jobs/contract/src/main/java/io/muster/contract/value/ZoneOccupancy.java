package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a zone: the value of {@code zone-occupancy}, on change and every 5 s where somebody is counted.
 *
 * @param fenceId UUID
 * @param site site id
 * @param seq number of this record under its key, from 1; with the writer epoch it decides which of two is newer
 * @param asOf the fix or moment that this rests on
 * @param name of the fence
 * @param countPossible never counted against the limit
 * @param countStale silent since, still counted: loss is not exit
 * @param byDepartment confirmed and stale
 * @param byPersonType confirmed and stale
 * @param byPost confirmed and stale, by the post that they hold; unknown where there is none
 * @param limit null = none
 * @param limitSource legal basis, such as {@code PF-4b}
 * @param minimum null = none
 * @param overBy counted minus limit, never below 0; null = no limit
 * @param coverage {@code ok}, {@code degraded} or {@code blind}, by who is inside; null = nobody is
 * @param members sorted by id
 * @param planVersion plan version in force at the decision
 */
public record ZoneOccupancy(
        String fenceId,
        String site,
        long seq,
        Instant asOf,
        @Nullable String name,
        int countConfirmed,
        int countPossible,
        int countStale,
        Map<String, Integer> byDepartment,
        Map<String, Integer> byPersonType,
        Map<String, Integer> byPost,
        @Nullable Integer limit,
        @Nullable String limitSource,
        @Nullable Integer minimum,
        @Nullable Integer overBy,
        @Nullable String coverage,
        List<OccupancyMember> members,
        @Nullable String planVersion) {
    public ZoneOccupancy {
        Required.field("fence_id", fenceId);
        Required.field("site", site);
        Required.field("as_of", asOf);
        byDepartment = Required.sorted(byDepartment);
        byPersonType = Required.sorted(byPersonType);
        byPost = Required.sorted(byPost);
        members = Required.list(members);
    }
}
