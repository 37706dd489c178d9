package io.muster.rules.gathering;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People who are together: a candidate first, a gathering once it has held for long enough.
 *
 * @param onsetMillis event time since which it has held
 * @param started whether it was told
 * @param centreId the person around whom it was found last
 * @param members sorted by person; while the condition fails, those of the last moment at which it held
 * @param level as {@link GatheringChange#level()}; falls late
 * @param levelHeldMillis ordering time of the last look that found people enough for the level
 * @param heldMillis ordering time of the last look at which the condition held
 * @param peakCount most members so far
 * @param toldMillis ordering time at which it was told last; null = never
 * @param toldIds members as told last
 * @param toldLevel level as told last
 * @param seq number of the last {@link GatheringChange}
 * @param findingSeq number of the last finding
 */
public record Group(
        String id,
        long onsetMillis,
        boolean started,
        String centreId,
        List<Member> members,
        List<String> fenceIds,
        String planVersion,
        String level,
        long levelHeldMillis,
        long heldMillis,
        int peakCount,
        @Nullable Long toldMillis,
        List<String> toldIds,
        String toldLevel,
        long seq,
        long findingSeq) {
    public Group {
        members = members == null ? List.of() : members;
        fenceIds = fenceIds == null ? List.of() : fenceIds;
        planVersion = planVersion == null ? "" : planVersion;
        level = level == null ? "yellow" : level;
        toldIds = toldIds == null ? List.of() : toldIds;
        toldLevel = toldLevel == null ? "" : toldLevel;
    }

    static final Comparator<Group> OLDEST_FIRST =
            Comparator.comparingLong(Group::onsetMillis).thenComparing(Group::id);

    /** @param insideMillis ordering time of the last look at which this person was within the radius */
    public record Member(GatheringChange.Member place, long insideMillis) {
        String trackableId() {
            return place.trackableId();
        }
    }

    List<String> memberIds() {
        return members.stream().map(Member::trackableId).toList();
    }

    /** Event time of the newest fix of a member. */
    long fixMillis() {
        return members.stream()
                .mapToLong(member -> member.place().fixMillis())
                .max()
                .orElse(onsetMillis);
    }

    boolean isNews() {
        return !level.equals(toldLevel) || !memberIds().equals(toldIds);
    }

    Group start() {
        return new Group(
                id,
                onsetMillis,
                true,
                centreId,
                members,
                fenceIds,
                planVersion,
                level,
                levelHeldMillis,
                heldMillis,
                peakCount,
                toldMillis,
                toldIds,
                toldLevel,
                seq,
                findingSeq);
    }

    /** It is told now. */
    Group told(long nowMillis) {
        return new Group(
                id,
                onsetMillis,
                started,
                centreId,
                members,
                fenceIds,
                planVersion,
                level,
                levelHeldMillis,
                heldMillis,
                peakCount,
                nowMillis,
                memberIds(),
                level,
                seq + 1,
                findingSeq);
    }

    /** A finding on it is told now. */
    Group found() {
        return new Group(
                id,
                onsetMillis,
                started,
                centreId,
                members,
                fenceIds,
                planVersion,
                level,
                levelHeldMillis,
                heldMillis,
                peakCount,
                toldMillis,
                toldIds,
                toldLevel,
                seq,
                findingSeq + 1);
    }
}
