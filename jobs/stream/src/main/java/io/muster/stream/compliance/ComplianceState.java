package io.muster.stream.compliance;

/**
 * What is remembered from one evaluation to the next.
 *
 * @param lastEvaluatedMillis ordering time of the evaluation told last
 * @param seq of the record told last
 */
public record ComplianceState(long lastEvaluatedMillis, long seq) {}
