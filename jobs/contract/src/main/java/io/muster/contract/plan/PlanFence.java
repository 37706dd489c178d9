package io.muster.contract.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.geometry.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fence of a plan. What is null is for the profile to say.
 *
 * @param id UUID, lower case; that of the file, else UUIDv5 of site and the file's id
 * @param foreignId the id in the file, as it stands there
 * @param name the id where the file has no name
 * @param zone its shape in local metres
 * @param limit how many may be inside; the alarm rises at limit + 1 (PF-4b); null = no limit
 * @param legalBasis what the limit rests on; {@code PF-4b} where the limit of 3 comes from a hazard
 * @param minimum how many must be inside; null = none
 * @param countedPersonTypes who counts against the limit; empty = everybody
 * @param entryConfirmCount fixes inside that make an entry, 1 or more
 * @param entryConfirmMillis how long inside makes an entry, 0 or more
 * @param overstayMillis how long somebody may stay, above 0
 * @param motionlessMillis how long somebody may lie still, above 0
 * @param gatheringExempt whether people here take no part in gatherings; only with a written reason
 * @param gatheringReason that reason
 * @param staleCounts whether people whose tag fell silent here go on counting against the limit; true by default: loss is not exit
 * @param exitToleranceMetres 0 or more
 * @param toleranceTimeoutMillis 0 or more, -1 = never
 * @param exitDelayMillis 0 or more
 * @param timeoutMillis silence after which somebody here is stale, 0 or more, -1 = never
 * @param hazardUnitClass class of the major-hazard unit that it belongs to (GB 18218), 1 the gravest, to 4; null = none
 * @param validFrom of a temporary fence: from when it is there; null = from the plan version on
 * @param validUntil of a temporary fence: until when, exclusive; null = as long as the plan version
 * @param aliases of a beacon: provider ids and other names under which vendors report it
 * @param properties of the feature, as they came
 */
public record PlanFence(
        String id,
        String foreignId,
        String name,
        Zone zone,
        Role role,
        Set<Hazard> hazards,
        @Nullable RiskColour riskColour,
        @Nullable Integer limit,
        @Nullable String legalBasis,
        @Nullable Integer minimum,
        List<String> countedPersonTypes,
        @Nullable Integer entryConfirmCount,
        @Nullable Long entryConfirmMillis,
        @Nullable Long overstayMillis,
        @Nullable Long motionlessMillis,
        boolean gatheringExempt,
        @Nullable String gatheringReason,
        boolean staleCounts,
        @Nullable Double exitToleranceMetres,
        @Nullable Long toleranceTimeoutMillis,
        @Nullable Long exitDelayMillis,
        @Nullable Long timeoutMillis,
        @Nullable Integer hazardUnitClass,
        FenceConduct conduct,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        List<String> aliases,
        ObjectNode properties) {}
