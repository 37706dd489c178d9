package io.muster.rules.device;

import io.muster.rules.alarm.AlarmCatalogue;
import io.muster.rules.alarm.Finding;
import io.muster.rules.identify.TagSpot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings that hold, by kind and subject. Lives within one call. */
final class DeviceFindings {
    private final String site;
    private final String stage;
    private final long timeMillis;
    private final List<Finding> told;
    private final List<Finding> events = new ArrayList<>(2);
    private long seq;

    DeviceFindings(String site, String stage, long timeMillis, List<Finding> told, long seq) {
        this.site = site;
        this.stage = stage;
        this.timeMillis = timeMillis;
        this.told = new ArrayList<>(told);
        this.seq = seq;
    }

    /** What is told of one condition. */
    record Fact(
            String kind,
            String subjectType,
            String subjectId,
            long onsetMillis,
            List<String> trackableIds,
            List<String> fenceIds,
            @Nullable Double limit,
            @Nullable Double observed,
            String planVersion,
            @Nullable String vendor,
            @Nullable TagEvidence evidence) {}

    /** The newest fix of a tag. */
    record TagEvidence(String trackableId, String providerId, TagSpot spot) {}

    boolean holds(String kind, String subjectId) {
        return find(kind, subjectId) != null;
    }

    @Nullable
    Finding find(String kind, String subjectId) {
        for (Finding each : told) {
            if (each.kind().equals(kind) && each.subjectId().equals(subjectId)) {
                return each;
            }
        }
        return null;
    }

    /** Told once, until it ends. */
    void begin(Fact fact) {
        if (holds(fact.kind(), fact.subjectId())) {
            return;
        }
        TagEvidence evidence = fact.evidence();
        Finding finding = new Finding(
                site,
                fact.kind(),
                fact.subjectType(),
                fact.subjectId(),
                true,
                AlarmCatalogue.get(fact.kind()).level(),
                fact.onsetMillis(),
                fact.fenceIds(),
                fact.trackableIds(),
                0,
                0,
                0,
                fact.limit(),
                fact.observed(),
                fact.kind(),
                1,
                fact.planVersion(),
                evidence == null
                        ? List.of()
                        : List.of(new Finding.Evidence(
                                evidence.trackableId(),
                                evidence.providerId(),
                                evidence.spot().x(),
                                evidence.spot().y(),
                                evidence.spot().floor(),
                                evidence.spot().accuracyMetres(),
                                evidence.spot().fixMillis())),
                stage,
                timeMillis,
                timeMillis,
                ++seq,
                List.of(),
                fact.vendor());
        told.add(finding);
        events.add(finding);
    }

    /** Nothing where it does not hold. */
    void end(String kind, String subjectId) {
        Finding was = find(kind, subjectId);
        if (was != null) {
            told.remove(was);
            events.add(ended(was, timeMillis, ++seq));
        }
    }

    private static Finding ended(Finding f, long timeMillis, long seq) {
        return new Finding(
                f.site(),
                f.kind(),
                f.subjectType(),
                f.subjectId(),
                false,
                f.level(),
                f.onsetMillis(),
                f.fenceIds(),
                f.trackableIds(),
                f.confirmed(),
                f.possible(),
                f.stale(),
                f.limit(),
                f.observed(),
                f.ruleId(),
                f.ruleVersion(),
                f.planVersion(),
                f.evidence(),
                f.stage(),
                timeMillis,
                timeMillis,
                seq,
                f.reasons(),
                f.vendor());
    }

    List<Finding> told() {
        return List.copyOf(told);
    }

    List<Finding> events() {
        return events;
    }

    long seq() {
        return seq;
    }
}
