package io.muster.rules.gathering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two people who are near each other and in no group: no gathering, but two where only one should be matter to the risk stage.
 *
 * @param sinceMillis ordering time of the look that found them first
 * @param heldMillis ordering time of the look that found them last
 * @param members as they were found last, sorted by person
 * @param toldFenceIds zones that they were in when told last; null = never told
 * @param seq number of the last {@link GatheringChange}
 */
public record Pair(
        String id,
        long sinceMillis,
        long heldMillis,
        List<GatheringChange.Member> members,
        @Nullable List<String> toldFenceIds,
        long seq) {
    public Pair {
        members = members == null ? List.of() : members;
    }

    List<String> memberIds() {
        return members.stream().map(GatheringChange.Member::trackableId).toList();
    }

    List<String> fenceIds() {
        return members.stream()
                .flatMap(member -> member.fenceIds().stream())
                .distinct()
                .sorted()
                .toList();
    }

    Pair told() {
        return new Pair(id, sinceMillis, heldMillis, members, fenceIds(), seq + 1);
    }
}
