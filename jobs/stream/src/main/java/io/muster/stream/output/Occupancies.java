package io.muster.stream.output;

import io.muster.contract.topic.TopicKind;
import io.muster.contract.value.MemberState;
import io.muster.contract.value.OccupancyMember;
import io.muster.contract.value.OccupancyWindow;
import io.muster.contract.value.Verdict;
import io.muster.contract.value.ZoneOccupancy;
import io.muster.rules.occupancy.Coverage;
import io.muster.rules.occupancy.ZoneCount;
import io.muster.rules.window.ZoneWindow;
import java.time.Instant;

/** Counts and windows of zones. */
final class Occupancies {

    static OutputRecord of(ZoneCount count) {
        ZoneOccupancy value = new ZoneOccupancy(
                count.fenceId(),
                count.site(),
                count.seq(),
                Instant.ofEpochMilli(count.timeMillis()),
                count.name(),
                count.confirmed(),
                count.possible(),
                count.stale(),
                count.byDepartment(),
                count.byPersonType(),
                count.byPost(),
                count.limit(),
                count.limitSource(),
                count.minimum(),
                count.overBy(),
                Coverage.of(count.confirmed(), count.stale()),
                count.members().stream()
                        .map(each -> new OccupancyMember(
                                each.trackableId(),
                                MemberState.valueOf(each.state().name()),
                                Instant.ofEpochMilli(each.sinceMillis())))
                        .toList(),
                count.planVersion());
        return Texts.record(
                count.site(), TopicKind.ZONE_OCCUPANCY, count.fenceId(), value, count.timeMillis(), count.seq());
    }

    static OutputRecord of(ZoneWindow window) {
        OccupancyWindow value = new OccupancyWindow(
                window.fenceId(),
                window.site(),
                window.seq(),
                Instant.ofEpochMilli(window.startMillis()),
                Instant.ofEpochMilli(window.endMillis()),
                window.samples(),
                window.countMin(),
                window.countMean(),
                window.countMax(),
                window.personSeconds(),
                window.limit(),
                window.over() ? Verdict.OVER : Verdict.WITHIN,
                window.planVersion());
        return Texts.record(
                window.site(), TopicKind.OCCUPANCY_WINDOWS, window.fenceId(), value, window.endMillis(), window.seq());
    }

    private Occupancies() {}
}
