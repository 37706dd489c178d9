package io.muster.rules.gathering;

import io.muster.geometry.Disc;
import io.muster.geometry.Discs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of the groups of a floor, at one moment. */
final class Telling {
    private final GatheringState state;
    private final GatheringChange.Limits limits;
    private final long nowMillis;
    final List<GatheringOutput> events = new ArrayList<>();

    Telling(GatheringState state, GatheringOptions options, long nowMillis) {
        this.state = state;
        this.limits = GatheringChange.Limits.of(options);
        this.nowMillis = nowMillis;
    }

    Group foreseen(Group group) {
        return tell(group, GatheringChange.Type.PRE_WARNING, false, null);
    }

    Group start(Group group) {
        return tell(group, GatheringChange.Type.START, true, null);
    }

    Group ongoing(Group group) {
        return tell(group, GatheringChange.Type.ONGOING, true, null);
    }

    void end(Look.Ended ended) {
        tell(ended.group(), GatheringChange.Type.END, ended.group().started(), ended.mergedInto());
    }

    Pair pair(Pair pair) {
        Pair next = pair.told();
        tell(pair, GatheringChange.Type.PAIR, next.seq());
        return next;
    }

    void parted(Pair pair) {
        tell(pair, GatheringChange.Type.END, pair.seq() + 1);
    }

    private void tell(Pair pair, GatheringChange.Type type, long seq) {
        boolean ends = type == GatheringChange.Type.END;
        events.add(GatheringOutput.of(change(
                pair.id(),
                type,
                pair.sinceMillis(),
                2,
                GatheringChange.NONE,
                pair.members(),
                pair.fenceIds(),
                "",
                null,
                ends ? pair.heldMillis() : null,
                null,
                pair.members().stream()
                        .mapToLong(GatheringChange.Member::fixMillis)
                        .max()
                        .orElse(pair.sinceMillis()),
                seq)));
    }

    private Group tell(Group group, GatheringChange.Type type, boolean started, @Nullable String mergedInto) {
        Group next = group.told(started, nowMillis);
        boolean ends = type == GatheringChange.Type.END;
        events.add(GatheringOutput.of(change(
                group.id(),
                type,
                group.onsetMillis(),
                group.peakCount(),
                next.levelToTell(),
                group.members().stream().map(Group.Member::place).toList(),
                group.fenceIds(),
                group.planVersion(),
                group.splitFromId(),
                ends ? group.heldMillis() : null,
                mergedInto,
                group.fixMillis(),
                next.seq())));
        return next;
    }

    private GatheringChange change(
            String id,
            GatheringChange.Type type,
            long startMillis,
            int peakCount,
            String level,
            List<GatheringChange.Member> members,
            List<String> fenceIds,
            String planVersion,
            @Nullable String splitFromId,
            @Nullable Long endMillis,
            @Nullable String mergedInto,
            long fixMillis,
            long seq) {
        Disc disc = Discs.smallestEnclosing(members.stream()
                .map(member -> new double[] {member.x(), member.y()})
                .toList());
        return new GatheringChange(
                state.site(),
                id,
                type,
                state.floor(),
                startMillis,
                disc.x(),
                disc.y(),
                disc.radiusMetres(),
                members.size(),
                (int) members.stream().filter(GatheringChange.Member::stale).count(),
                peakCount,
                level,
                level,
                List.of(),
                List.of(),
                members,
                fenceIds,
                planVersion,
                limits,
                splitFromId,
                endMillis,
                endMillis == null ? null : mergedInto != null ? GatheringChange.MERGED : GatheringChange.DISPERSED,
                mergedInto,
                nowMillis,
                fixMillis,
                seq);
    }
}
