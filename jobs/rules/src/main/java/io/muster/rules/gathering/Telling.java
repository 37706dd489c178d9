package io.muster.rules.gathering;

import io.muster.geometry.Disc;
import io.muster.geometry.Discs;
import io.muster.rules.alarm.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of the groups of a floor, at one moment. */
final class Telling {
    /** As many fixes as a finding carries. */
    private static final int MOST_EVIDENCE = 32;

    private final GatheringState state;
    private final GatheringOptions options;
    private final long nowMillis;
    final List<GatheringOutput> events = new ArrayList<>();

    Telling(GatheringState state, GatheringOptions options, long nowMillis) {
        this.state = state;
        this.options = options;
        this.nowMillis = nowMillis;
    }

    Group start(Group group) {
        return tell(group.start(), GatheringChange.Type.START, true);
    }

    void end(Group group) {
        tell(group, GatheringChange.Type.END, true);
    }

    Group changed(Group group) {
        return tell(group, GatheringChange.Type.ONGOING, true);
    }

    Group again(Group group) {
        return tell(group, GatheringChange.Type.ONGOING, false);
    }

    private Group tell(Group group, GatheringChange.Type type, boolean news) {
        Group next = group.told(nowMillis);
        boolean ends = type == GatheringChange.Type.END;
        events.add(GatheringOutput.of(change(next, type, ends ? next.heldMillis() : null)));
        if (news) {
            next = next.found();
            events.add(GatheringOutput.of(finding(next, !ends)));
        }
        return next;
    }

    private GatheringChange change(Group group, GatheringChange.Type type, @Nullable Long endMillis) {
        List<GatheringChange.Member> members =
                group.members().stream().map(Group.Member::place).toList();
        Disc disc = Discs.smallestEnclosing(members.stream()
                .map(member -> new double[] {member.x(), member.y()})
                .toList());
        return new GatheringChange(
                state.site(),
                group.id(),
                type,
                state.floor(),
                group.onsetMillis(),
                disc.x(),
                disc.y(),
                disc.radiusMetres(),
                members.size(),
                group.peakCount(),
                group.level(),
                members,
                group.fenceIds(),
                group.planVersion(),
                endMillis,
                nowMillis,
                group.fixMillis(),
                group.seq());
    }

    private Finding finding(Group group, boolean active) {
        int count = group.members().size();
        return new Finding(
                state.site(),
                "gathering",
                "gathering",
                group.id(),
                active,
                group.level(),
                group.onsetMillis(),
                group.fenceIds(),
                group.memberIds(),
                count,
                0,
                0,
                (double) options.minCount(),
                (double) count,
                "gathering",
                1,
                group.planVersion(),
                group.members().stream()
                        .limit(MOST_EVIDENCE)
                        .map(member -> evidence(member.place()))
                        .toList(),
                "gathering",
                nowMillis,
                group.fixMillis(),
                group.findingSeq());
    }

    private static Finding.Evidence evidence(GatheringChange.Member member) {
        return new Finding.Evidence(
                member.trackableId(),
                member.providerId(),
                member.x(),
                member.y(),
                member.floor(),
                member.accuracyMetres(),
                member.fixMillis());
    }
}
