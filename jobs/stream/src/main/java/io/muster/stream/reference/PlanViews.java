package io.muster.stream.reference;

import io.muster.contract.plan.FenceConduct;
import io.muster.contract.plan.Hazard;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.contract.plan.Role;
import io.muster.geometry.Zone;
import io.muster.rules.plan.SitePlan;
import io.muster.rules.plan.ZoneConduct;
import io.muster.rules.plan.ZoneRisk;
import io.muster.rules.plan.ZoneRole;
import io.muster.rules.plan.ZoneRule;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns plan documents into what the rules ask. Documents were checked before they came here. */
public final class PlanViews implements Serializable {
    private static final long serialVersionUID = 1;

    /** @throws IllegalStateException where the document has faults; those are rejected at the door and never come here */
    public PlanView view(String site, String document) {
        try {
            Plan plan = PlanReader.read(
                    site + ".plans", document.getBytes(StandardCharsets.UTF_8), PlanOverrides.ofSite(site));
            return new PlanView(plan, sitePlan(site, plan));
        } catch (PlanFaults e) {
            throw new IllegalStateException("a plan with faults got past the door: " + e.faults(), e);
        }
    }

    /** What a plan says of its zones, sorted by fence id; beacons are places of transmitters, not zones. */
    public static List<ZoneRule> zoneRules(Plan plan) {
        List<ZoneRule> rules = new ArrayList<>();
        for (PlanFence fence : plan.fences()) {
            if (fence.role() != Role.BEACON) {
                rules.add(rule(fence, plan.timeZone()));
            }
        }
        rules.sort(Comparator.comparing(ZoneRule::fenceId));
        return rules;
    }

    private static SitePlan sitePlan(String site, Plan plan) {
        Map<String, ZoneRule> rules = new HashMap<>();
        zoneRules(plan).forEach(rule -> rules.put(rule.fenceId(), rule));
        List<Zone> zones = new ArrayList<>();
        for (PlanFence fence : plan.fences()) {
            if (rules.containsKey(fence.id())) {
                zones.add(fence.zone());
            }
        }
        return SitePlan.of(site, plan.version(), zones, rules);
    }

    private static ZoneRule rule(PlanFence fence, String timeZone) {
        return new ZoneRule(
                fence.id(),
                fence.foreignId(),
                fence.name(),
                ZoneRole.valueOf(fence.role().name()),
                fence.limit(),
                fence.limit() == null ? null : fence.legalBasis() == null ? "plan" : fence.legalBasis(),
                fence.minimum(),
                fence.countedPersonTypes(),
                fence.gatheringExempt(),
                fence.staleCounts(),
                fence.entryConfirmCount(),
                fence.entryConfirmMillis(),
                fence.exitToleranceMetres(),
                fence.toleranceTimeoutMillis(),
                fence.exitDelayMillis(),
                fence.timeoutMillis(),
                new ZoneRisk(
                        fence.hazards().stream().map(Hazard::wire).sorted().toList(),
                        fence.riskColour() == null ? null : fence.riskColour().wire(),
                        fence.hazardUnitClass()),
                conduct(fence, timeZone),
                fence.gatheringReason(),
                millis(fence.validFrom()),
                millis(fence.validUntil()));
    }

    private static ZoneConduct conduct(PlanFence fence, String timeZone) {
        FenceConduct conduct = fence.conduct();
        return new ZoneConduct(
                fence.overstayMillis(),
                fence.motionlessMillis(),
                conduct.absenceMillis(),
                conduct.allowedPersonTypes(),
                conduct.allowedTrackables(),
                conduct.allowedPosts(),
                conduct.allowedTimes().stream()
                        .map(each -> new ZoneConduct.Daily(each.fromMinute(), each.untilMinute()))
                        .toList(),
                timeZone,
                conduct.requiredTrackables(),
                conduct.mustStay(),
                conduct.tagsPutAway());
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
