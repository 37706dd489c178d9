package io.muster.rules.gathering;

import io.muster.geometry.Disc;
import io.muster.geometry.Discs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of the groups of a floor, at one moment. */
final class Telling {
    private final GatheringState state;
    private final long nowMillis;
    final List<GatheringOutput> events = new ArrayList<>();

    Telling(GatheringState state, long nowMillis) {
        this.state = state;
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

    private Group tell(Group group, GatheringChange.Type type, boolean started, @Nullable String mergedInto) {
        Group next = group.told(started, nowMillis);
        List<GatheringChange.Member> members =
                group.members().stream().map(Group.Member::place).toList();
        Disc disc = Discs.smallestEnclosing(members.stream()
                .map(member -> new double[] {member.x(), member.y()})
                .toList());
        boolean ends = type == GatheringChange.Type.END;
        events.add(GatheringOutput.of(new GatheringChange(
                state.site(),
                group.id(),
                type,
                state.floor(),
                group.onsetMillis(),
                disc.x(),
                disc.y(),
                disc.radiusMetres(),
                members.size(),
                (int) members.stream().filter(GatheringChange.Member::stale).count(),
                group.peakCount(),
                next.levelToTell(),
                next.levelToTell(),
                List.of(),
                List.of(),
                members,
                group.fenceIds(),
                group.planVersion(),
                group.splitFromId(),
                ends ? group.heldMillis() : null,
                !ends ? null : mergedInto != null ? GatheringChange.MERGED : GatheringChange.DISPERSED,
                mergedInto,
                nowMillis,
                group.fixMillis(),
                next.seq())));
        return next;
    }
}
