package io.muster.rules.alarm;

import io.muster.rules.Ordered;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule's verdict: a condition holds, has changed, or has ended.
 *
 * @param kind symbol of the alarm catalogue in lower snake case
 * @param subjectType {@code fence}, {@code gathering}, {@code trackable}, {@code provider} or {@code vendor}
 * @param active whether the condition holds
 * @param level blue, yellow, orange or red
 * @param onsetMillis since when it has held: event time
 * @param trackableIds sorted
 * @param observed what was compared with the limit
 * @param evidence the fixes that it rests on, at most 32, sorted by person
 * @param stage the stage that found it, for the total order
 * @param seq number of this finding within (stage, subject), from 1
 * @param vendor whose tag or feed it is about; null = not of one vendor, or not known to the rule
 * @param reasons why the level is above what the rule alone gives, each with its source, such as {@code B1 zone colour red (fence …)}; sorted
 */
public record Finding(
        String site,
        String kind,
        String subjectType,
        String subjectId,
        boolean active,
        String level,
        long onsetMillis,
        List<String> fenceIds,
        List<String> trackableIds,
        int confirmed,
        int possible,
        int stale,
        @Nullable Double limit,
        @Nullable Double observed,
        String ruleId,
        int ruleVersion,
        String planVersion,
        List<Evidence> evidence,
        String stage,
        long timeMillis,
        long eventMillis,
        long seq,
        List<String> reasons,
        @Nullable String vendor)
        implements Ordered {
    public Finding {
        reasons = reasons == null ? List.of() : reasons;
    }

    /** Not of one vendor. */
    public Finding(
            String site,
            String kind,
            String subjectType,
            String subjectId,
            boolean active,
            String level,
            long onsetMillis,
            List<String> fenceIds,
            List<String> trackableIds,
            int confirmed,
            int possible,
            int stale,
            @Nullable Double limit,
            @Nullable Double observed,
            String ruleId,
            int ruleVersion,
            String planVersion,
            List<Evidence> evidence,
            String stage,
            long timeMillis,
            long eventMillis,
            long seq,
            List<String> reasons) {
        this(
                site,
                kind,
                subjectType,
                subjectId,
                active,
                level,
                onsetMillis,
                fenceIds,
                trackableIds,
                confirmed,
                possible,
                stale,
                limit,
                observed,
                ruleId,
                ruleVersion,
                planVersion,
                evidence,
                stage,
                timeMillis,
                eventMillis,
                seq,
                reasons,
                null);
    }

    /** Without reasons beyond the rule itself, and not of one vendor. */
    public Finding(
            String site,
            String kind,
            String subjectType,
            String subjectId,
            boolean active,
            String level,
            long onsetMillis,
            List<String> fenceIds,
            List<String> trackableIds,
            int confirmed,
            int possible,
            int stale,
            @Nullable Double limit,
            @Nullable Double observed,
            String ruleId,
            int ruleVersion,
            String planVersion,
            List<Evidence> evidence,
            String stage,
            long timeMillis,
            long eventMillis,
            long seq) {
        this(
                site,
                kind,
                subjectType,
                subjectId,
                active,
                level,
                onsetMillis,
                fenceIds,
                trackableIds,
                confirmed,
                possible,
                stale,
                limit,
                observed,
                ruleId,
                ruleVersion,
                planVersion,
                evidence,
                stage,
                timeMillis,
                eventMillis,
                seq,
                List.of());
    }

    /** A fix, as it was when it decided. */
    public record Evidence(
            String trackableId,
            String providerId,
            double x,
            double y,
            @Nullable Double floor,
            double accuracyMetres,
            long fixMillis) {}

    /** Whether seq 1 of its alarm has been told already, at the moment of the finding, by who does not wait for time: {@code rules/device/SosRule}. */
    boolean isAnnounced() {
        return kind.equals("sos") && stage.equals("device");
    }

    /** Whether a newer verdict says something that must be known at once. */
    boolean isOutdatedBy(Finding newer) {
        return !level.equals(newer.level)
                || !Objects.equals(limit, newer.limit)
                || !ruleId.equals(newer.ruleId)
                || ruleVersion != newer.ruleVersion
                || !reasons.equals(newer.reasons);
    }

    /** Whether another verdict is of the same persons, places and numbers, from the same fixes and plan. */
    boolean saysTheSameAs(Finding other) {
        return trackableIds.equals(other.trackableIds)
                && fenceIds.equals(other.fenceIds)
                && confirmed == other.confirmed
                && possible == other.possible
                && stale == other.stale
                && Objects.equals(observed, other.observed)
                && planVersion.equals(other.planVersion)
                && evidence.equals(other.evidence);
    }

    @Override
    public String origin() {
        return stage + "/" + subjectId;
    }

    @Override
    public long offset() {
        return seq;
    }
}
