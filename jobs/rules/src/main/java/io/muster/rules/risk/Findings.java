package io.muster.rules.risk;

import io.muster.rules.alarm.Finding;
import io.muster.rules.gathering.GatheringChange;

/** A gathering as the alarm stage hears of it. */
final class Findings {
    /** As many fixes as a finding carries. */
    private static final int MOST_EVIDENCE = 32;

    private Findings() {}

    /** Two changes for which this is equal need one finding only. */
    static String news(GatheringChange change) {
        StringBuilder news =
                new StringBuilder(change.level()).append(change.reasons()).append(change.planVersion());
        change.members()
                .forEach(member -> news.append(' ').append(member.trackableId()).append(member.stale() ? '~' : ' '));
        return news.toString();
    }

    static Finding of(GatheringChange change, boolean active, RiskOptions options, long seq) {
        return new Finding(
                change.site(),
                "gathering",
                "gathering",
                change.id(),
                active,
                change.level(),
                change.startMillis(),
                change.fenceIds(),
                change.members().stream()
                        .map(GatheringChange.Member::trackableId)
                        .toList(),
                change.count() - change.staleCount(),
                0,
                change.staleCount(),
                (double) options.minCount(),
                (double) change.count(),
                "gathering",
                1,
                change.planVersion(),
                change.members().stream()
                        .limit(MOST_EVIDENCE)
                        .map(Findings::evidence)
                        .toList(),
                "risk",
                change.timeMillis(),
                change.eventMillis(),
                seq,
                change.reasons());
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
