package io.muster.stream.compliance;

import org.jspecify.annotations.Nullable;

/**
 * What was counted since the last evaluation was told.
 *
 * @param evaluatedMillis the evaluation that is about to be told; null = none is
 * @param newestFixMillis event time of the newest fix that took part in it, over all floors
 * @param lastEvaluatedMillis the evaluation told before
 */
public record ComplianceState(
        @Nullable Long evaluatedMillis,
        @Nullable Long newestFixMillis,
        @Nullable Long lastEvaluatedMillis,
        long late,
        long rejected,
        long clockFaults,
        long unknownTags,
        long seq) {

    static ComplianceState first() {
        return new ComplianceState(null, null, null, 0, 0, 0, 0, 0);
    }

    ComplianceState withRejected() {
        return new ComplianceState(
                evaluatedMillis,
                newestFixMillis,
                lastEvaluatedMillis,
                late,
                rejected + 1,
                clockFaults,
                unknownTags,
                seq);
    }

    ComplianceState withMarks(boolean isLate, boolean clockFault, boolean unknownTag) {
        return new ComplianceState(
                evaluatedMillis,
                newestFixMillis,
                lastEvaluatedMillis,
                late + (isLate ? 1 : 0),
                rejected,
                clockFaults + (clockFault ? 1 : 0),
                unknownTags + (unknownTag ? 1 : 0),
                seq);
    }

    ComplianceState withEvaluation(long millis, @Nullable Long newest) {
        boolean same = evaluatedMillis != null && evaluatedMillis == millis;
        Long newestOfAll = !same || newestFixMillis == null
                ? newest
                : newest == null ? newestFixMillis : Long.valueOf(Math.max(newest, newestFixMillis));
        return new ComplianceState(
                millis, newestOfAll, lastEvaluatedMillis, late, rejected, clockFaults, unknownTags, seq);
    }

    ComplianceState next() {
        return new ComplianceState(null, null, evaluatedMillis, 0, 0, 0, 0, seq + 1);
    }
}
