package io.muster.rules.gathering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people on a floor and their groups. One per floor; it stays, small, while nobody is there, since the numbers of its evaluations go on.
 *
 * @param buckets empty = nobody was ever here
 * @param groups oldest first
 * @param pairs of people who are near each other and in no group
 * @param lookedMillis ordering time of the last look; null = none yet
 * @param wakeAtMillis ordering time of the next look; null = nobody is here, and an evaluation said so
 * @param evaluationSeq number of the last evaluation told
 */
public record GatheringState(
        String site,
        double floor,
        List<Bucket> buckets,
        List<Group> groups,
        List<Pair> pairs,
        @Nullable Long lookedMillis,
        @Nullable Long wakeAtMillis,
        long evaluationSeq) {
    public GatheringState {
        buckets = buckets == null ? List.of() : buckets;
        groups = groups == null ? List.of() : groups;
        pairs = pairs == null ? List.of() : pairs;
    }
}
