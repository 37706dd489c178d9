package io.muster.contract.value;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.Required;
import io.muster.contract.omlox.Point;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of people anywhere, shaped like an omlox CollisionEvent: the value of {@code gathering-events} (AQ 3064.3 5.2.3).
 *
 * @param id UUIDv5 of the gathering; the key
 * @param site site id
 * @param seq number of this record under its key, from 1; with the writer epoch it decides which of two is newer
 * @param startTime since when the group has held
 * @param gatheringTime of the evaluation that this tells of
 * @param endTime of a {@code gathering_end}
 * @param crs always written
 * @param radius smallest circle around the members, metres
 * @param count stale ones included
 * @param countStale members who are silent, and stand where they were heard last
 * @param peakCount highest so far
 * @param level blue of a pre-warning; else that of the count, 3 yellow, 4-6 orange, 7 and more red, or above it for a reason
 * @param baseLevel what the count alone gives; null of two people, who are told only beside the gravest work in a red zone
 * @param reasons why the level is above that, each with its source: zone, zone_lasting, permit, gas, count, duration
 * @param members sorted by id
 * @param permitIds permits at work whose place the gathering touches
 * @param splitFrom the gathering that it was a part of
 * @param endReason dispersed, merged, exempt (a muster point during an evacuation) or calm (two people, and no work any more)
 * @param mergedInto the gathering that its members are in now
 * @param maxRadius parameter, metres
 * @param minDurationMs parameter
 * @param minCount parameter
 */
public record GatheringEvent(
        String id,
        GatheringType gatheringType,
        String site,
        long seq,
        Instant startTime,
        @Nullable Instant gatheringTime,
        @Nullable Instant endTime,
        @Nullable Point center,
        String crs,
        @Nullable Double floor,
        @Nullable Double radius,
        int count,
        int countStale,
        int peakCount,
        @Nullable Level level,
        @Nullable Level baseLevel,
        List<String> reasons,
        @Nullable Integer limit,
        List<GatheringMember> members,
        List<String> fenceIds,
        List<String> permitIds,
        @Nullable String splitFrom,
        @Nullable String endReason,
        @Nullable String mergedInto,
        double maxRadius,
        long minDurationMs,
        int minCount,
        @Nullable ObjectNode properties) {
    public GatheringEvent {
        Required.field("id", id);
        Required.field("gathering_type", gatheringType);
        Required.field("site", site);
        Required.field("start_time", startTime);
        Required.field("crs", crs);
        members = Required.list(members);
        fenceIds = Required.list(fenceIds);
        reasons = Required.list(reasons);
        permitIds = Required.list(permitIds);
    }
}
