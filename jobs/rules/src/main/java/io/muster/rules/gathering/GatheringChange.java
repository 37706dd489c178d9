package io.muster.rules.gathering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gathering started, goes on, or ended (AQ 3064.3 3.5, 5.2.3; PF-5a, PF-5b).
 *
 * @param id UUID-able text: the stream turns (site, this) into a UUIDv5; made of what is in the log only
 * @param type START, ONGOING (at each evaluation at which something changed, else every 5 s), END
 * @param startMillis event time since which the group has held
 * @param level yellow, orange or red; of an END the last one
 * @param radiusMetres of the smallest circle around the members
 * @param members sorted by person
 */
public record GatheringChange(
        String site,
        String id,
        Type type,
        double floor,
        long startMillis,
        double x,
        double y,
        double radiusMetres,
        int count,
        int peakCount,
        String level,
        List<Member> members,
        List<String> fenceIds,
        String planVersion,
        @Nullable Long endMillis,
        long timeMillis,
        long eventMillis,
        long seq) {

    public enum Type {
        START,
        ONGOING,
        END
    }

    public record Member(
            String trackableId,
            String providerId,
            double x,
            double y,
            double floor,
            double accuracyMetres,
            long fixMillis) {}
}
