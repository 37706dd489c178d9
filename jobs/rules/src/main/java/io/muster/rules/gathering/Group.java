package io.muster.rules.gathering;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People who are together: a candidate first, then foreseen, a gathering once it has held for long enough.
 *
 * @param onsetMillis event time since which it has held
 * @param started whether it was told as a gathering
 * @param centreId the person around whom it was found last
 * @param members sorted by person; while the condition fails, those of the last moment at which it held
 * @param level what the count says: yellow, orange or red; falls late
 * @param levelHeldMillis ordering time of the last look that found people enough for the level
 * @param heldMillis ordering time of the last look at which the condition held
 * @param peakCount most members so far
 * @param splitFromId the group that it was a part of; null = none
 * @param readyMillis ordering time before which nothing is told of it
 * @param toldMillis ordering time at which it was told last; null = never
 * @param toldMembers members as told last, as {@link #marks()}
 * @param toldLevel level as told last
 * @param seq number of the last {@link GatheringChange}
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
        @Nullable String splitFromId,
        long readyMillis,
        @Nullable Long toldMillis,
        List<String> toldMembers,
        String toldLevel,
        long seq) {
    private static final String FORESEEN = "blue";

    public Group {
        members = members == null ? List.of() : members;
        fenceIds = fenceIds == null ? List.of() : fenceIds;
        planVersion = planVersion == null ? "" : planVersion;
        level = level == null ? "yellow" : level;
        toldMembers = toldMembers == null ? List.of() : toldMembers;
        toldLevel = toldLevel == null ? "" : toldLevel;
    }

    static final Comparator<Group> OLDEST_FIRST =
            Comparator.comparingLong(Group::onsetMillis).thenComparing(Group::id);

    /** @param sinceMillis ordering time of the look at which this person joined */
    public record Member(GatheringChange.Member place, long sinceMillis) {
        String trackableId() {
            return place.trackableId();
        }
    }

    /** A candidate that nobody is in yet. */
    static Group begun(
            String id, long onsetMillis, String level, long nowMillis, @Nullable String splitFromId, long readyMillis) {
        return new Group(
                id,
                onsetMillis,
                false,
                "",
                List.of(),
                List.of(),
                "",
                level,
                nowMillis,
                nowMillis,
                0,
                splitFromId,
                readyMillis,
                null,
                List.of(),
                "",
                0);
    }

    /** It holds now. */
    Group held(
            String nowCentreId,
            List<Member> nowMembers,
            List<String> nowFenceIds,
            String nowPlanVersion,
            String nowLevel,
            long nowLevelHeldMillis,
            long nowMillis) {
        return new Group(
                id,
                onsetMillis,
                started,
                nowCentreId,
                nowMembers,
                nowFenceIds,
                nowPlanVersion,
                nowLevel,
                nowLevelHeldMillis,
                nowMillis,
                Math.max(peakCount, nowMembers.size()),
                splitFromId,
                readyMillis,
                toldMillis,
                toldMembers,
                toldLevel,
                seq);
    }

    /** It is told now; a gathering from now on, or as before. */
    Group told(boolean nowStarted, long nowMillis) {
        Group next = new Group(
                id,
                onsetMillis,
                nowStarted,
                centreId,
                members,
                fenceIds,
                planVersion,
                level,
                levelHeldMillis,
                heldMillis,
                peakCount,
                splitFromId,
                readyMillis,
                nowMillis,
                marks(),
                nowStarted ? level : FORESEEN,
                seq + 1);
        return next;
    }

    /** What is told as its level. */
    String levelToTell() {
        return started ? level : FORESEEN;
    }

    /** Members, and which of them are stale. */
    List<String> marks() {
        return members.stream()
                .map(member -> member.place().stale() ? member.trackableId() + " stale" : member.trackableId())
                .toList();
    }

    boolean isHeard() {
        return members.stream().anyMatch(member -> !member.place().stale());
    }

    /** Event time of the newest fix of a member. */
    long fixMillis() {
        return members.stream()
                .mapToLong(member -> member.place().fixMillis())
                .max()
                .orElse(onsetMillis);
    }

    boolean isNews() {
        return !levelToTell().equals(toldLevel) || !marks().equals(toldMembers);
    }
}
