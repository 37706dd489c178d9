package io.muster.rules.alarm;

import io.muster.rules.Ordered;
import java.util.List;
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

    @Override
    public String origin() {
        return stage + "/" + subjectId;
    }

    @Override
    public long offset() {
        return seq;
    }
}
