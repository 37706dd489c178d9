package io.muster.stream.compliance;

import org.jspecify.annotations.Nullable;

/**
 * What was measured at one evaluation of the gathering model of a site.
 *
 * @param delayMillis from the newest fix's event time to the result; null where nobody is there, or where no clock is asked (files)
 * @param cycleMillis since the evaluation before; null for the first
 * @param within whether all three were inside the legal limits of the profile
 */
public record ComplianceRecord(
        String site,
        long seq,
        String profile,
        long startMillis,
        long evaluatedMillis,
        @Nullable Long newestFixMillis,
        @Nullable Long delayMillis,
        @Nullable Long cycleMillis,
        GapSummary gaps,
        long late,
        long rejected,
        long clockFaults,
        long unknownTags,
        boolean within) {}
