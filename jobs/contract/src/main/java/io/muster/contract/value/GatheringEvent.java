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
 * @param gatheringTime of a {@code gathering} event
 * @param endTime of a {@code gathering_end}
 * @param crs always written
 * @param radius smallest circle around the members, metres
 * @param peakCount highest so far
 * @param level 3 yellow, 4-6 orange, 7 and more red
 * @param members sorted by id
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
        int peakCount,
        @Nullable Level level,
        @Nullable Integer limit,
        List<GatheringMember> members,
        List<String> fenceIds,
        List<String> permitIds,
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
        permitIds = Required.list(permitIds);
    }
}
