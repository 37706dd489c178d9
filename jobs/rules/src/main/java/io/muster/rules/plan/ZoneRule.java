package io.muster.rules.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of one fence, without its shape.
 *
 * @param fenceId UUID
 * @param limit how many may be inside; the alarm rises at limit + 1 (PF-4b); null = no limit
 * @param limitSource what the limit rests on, such as {@code PF-4b}; null where there is no limit
 * @param minimum how many must be inside; null = none
 * @param countedPersonTypes who counts against the limit; empty = everybody
 * @param gatheringExempt people here take no part in gatherings, by an explicit role with a written reason
 * @param staleCounts whether people whose tag fell silent here go on counting against the limit
 * @param entryConfirmCount fixes inside that make an entry, >= 1; null = the profile's, unless a time is given, which then stands alone
 * @param entryConfirmMillis how long inside makes an entry; null = the profile's, unless a count is given, which then stands alone
 * @param exitToleranceMetres omlox {@code exit_tolerance}; null = the profile's
 * @param toleranceTimeoutMillis omlox {@code tolerance_timeout}; -1 = never; null = the profile's
 * @param exitDelayMillis omlox {@code exit_delay}; null = the profile's
 * @param timeoutMillis omlox {@code timeout}: silence after which a person here is stale; -1 = never; null = the profile's
 * @param gatheringReason why people here take no part in gatherings; null where they do
 * @param validFromMillis of a temporary fence: from when it is there, ordering time; null = from the plan version on
 * @param validUntilMillis of a temporary fence: until when, exclusive; null = as long as the plan version
 */
public record ZoneRule(
        String fenceId,
        String foreignId,
        String name,
        ZoneRole role,
        @Nullable Integer limit,
        @Nullable String limitSource,
        @Nullable Integer minimum,
        List<String> countedPersonTypes,
        boolean gatheringExempt,
        boolean staleCounts,
        @Nullable Integer entryConfirmCount,
        @Nullable Long entryConfirmMillis,
        @Nullable Double exitToleranceMetres,
        @Nullable Long toleranceTimeoutMillis,
        @Nullable Long exitDelayMillis,
        @Nullable Long timeoutMillis,
        ZoneRisk risk,
        ZoneConduct conduct,
        @Nullable String gatheringReason,
        @Nullable Long validFromMillis,
        @Nullable Long validUntilMillis) {
    public ZoneRule {
        risk = risk == null ? ZoneRisk.NONE : risk;
        conduct = conduct == null ? ZoneConduct.FREE : conduct;
    }

    /** Whether a temporary fence is there at this moment of ordering time; any other always is. */
    public boolean isThereAt(long millis) {
        return (validFromMillis == null || validFromMillis <= millis)
                && (validUntilMillis == null || millis < validUntilMillis);
    }
}
