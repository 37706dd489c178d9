package io.muster.stream.output;

import io.muster.contract.codec.Ids;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.value.GatheringEvent;
import io.muster.contract.value.GatheringMember;
import io.muster.contract.value.GatheringType;
import io.muster.contract.value.Level;
import io.muster.rules.gathering.GatheringChange;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gatherings, shaped like omlox collision events. */
final class Gatherings {

    /** The id of a gathering on the wire. */
    static String id(String site, String id) {
        return Ids.uuid5(site, "gathering", id);
    }

    static OutputRecord of(GatheringChange change) {
        String id = id(change.site(), change.id());
        GatheringEvent value = new GatheringEvent(
                id,
                switch (change.type()) {
                    case PAIR, PRE_WARNING -> GatheringType.GATHERING_PRE_WARNING;
                    case START -> GatheringType.GATHERING_START;
                    case ONGOING -> GatheringType.GATHERING;
                    case END -> GatheringType.GATHERING_END;
                },
                change.site(),
                change.seq(),
                Instant.ofEpochMilli(change.startMillis()),
                Instant.ofEpochMilli(change.timeMillis()),
                Texts.instant(change.endMillis()),
                Texts.point(change.x(), change.y(), 0),
                "local",
                change.floor(),
                Texts.millimetres(change.radiusMetres()),
                change.count(),
                change.staleCount(),
                change.peakCount(),
                level(change.level()),
                level(change.baseLevel()),
                change.reasons(),
                change.limits().minCount(),
                change.members().stream()
                        .map(each -> new GatheringMember(
                                each.trackableId(),
                                "trackable",
                                Texts.point(each.x(), each.y(), 0),
                                each.floor(),
                                each.stale()))
                        .toList(),
                change.fenceIds(),
                change.permitIds(),
                idOrNull(change.site(), change.splitFromId()),
                change.endReason(),
                idOrNull(change.site(), change.mergedIntoId()),
                change.limits().radiusMetres(),
                change.limits().minDurationMillis(),
                change.limits().minCount(),
                null);
        return Texts.record(change.site(), TopicKind.GATHERING_EVENTS, id, value, change.timeMillis(), change.seq());
    }

    private static @Nullable String idOrNull(String site, @Nullable String id) {
        return id == null ? null : id(site, id);
    }

    private static @Nullable Level level(String level) {
        return level.equals(GatheringChange.NONE) ? null : Level.valueOf(level.toUpperCase(Locale.ROOT));
    }

    private Gatherings() {}
}
