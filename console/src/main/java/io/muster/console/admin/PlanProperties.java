package io.muster.console.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.contract.codec.Times;
import io.muster.contract.plan.DailySpan;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a plan and its fences say, by the names that the document has for it; as it holds, so that a limit that follows from a hazard is there. */
final class PlanProperties {
    /** Of {@code properties}: what is read into the fence. */
    private static final Set<String> READ = Set.of(
            "muster",
            "id",
            "name",
            "floor",
            "exit_tolerance",
            "tolerance_timeout",
            "exit_delay",
            "timeout",
            "z_min",
            "z_max");

    /** Sorted by name; what is not said is not there. */
    static Map<String, Object> of(PlanFence fence) {
        Map<String, Object> said = new TreeMap<>();
        put(said, "name", fence.name());
        put(said, "floor", fence.zone().floor());
        put(said, "z_min", fence.zone().zMinMetres());
        put(said, "z_max", fence.zone().zMaxMetres());
        put(said, "exit_tolerance", fence.exitToleranceMetres());
        put(said, "tolerance_timeout", fence.toleranceTimeoutMillis());
        put(said, "exit_delay", fence.exitDelayMillis());
        put(said, "timeout", fence.timeoutMillis());
        put(said, "role", word(fence.role()));
        put(
                said,
                "hazards",
                fence.hazards().stream().map(PlanProperties::word).sorted().toList());
        put(said, "risk_colour", fence.riskColour() == null ? null : word(fence.riskColour()));
        put(said, "hazard_unit_class", fence.hazardUnitClass());
        put(said, "limit", fence.limit());
        put(said, "legal_basis", fence.legalBasis());
        put(said, "minimum", fence.minimum());
        put(said, "counted_person_types", fence.countedPersonTypes());
        put(said, "entry_confirm_count", fence.entryConfirmCount());
        put(said, "entry_confirm_ms", fence.entryConfirmMillis());
        put(said, "overstay_ms", fence.overstayMillis());
        put(said, "motionless_ms", fence.motionlessMillis());
        put(said, "gathering", fence.gatheringExempt() ? "exempt" : "watched");
        put(said, "gathering_reason", fence.gatheringReason());
        put(said, "stale_counts", fence.staleCounts());
        put(said, "absence_ms", fence.conduct().absenceMillis());
        put(said, "allowed_person_types", fence.conduct().allowedPersonTypes());
        put(said, "allowed_trackables", fence.conduct().allowedTrackables());
        put(said, "allowed_posts", fence.conduct().allowedPosts());
        put(
                said,
                "allowed_times",
                fence.conduct().allowedTimes().stream()
                        .map(PlanProperties::span)
                        .toList());
        put(said, "required_trackables", fence.conduct().requiredTrackables());
        put(said, "must_stay", fence.conduct().mustStay());
        put(said, "tags_put_away", fence.conduct().tagsPutAway());
        put(said, "valid_from", time(fence.validFrom()));
        put(said, "valid_until", time(fence.validUntil()));
        put(said, "aliases", fence.aliases());
        others(fence, said);
        return said;
    }

    /** What the plan itself says; times, author and approver are of the version, and no difference. */
    static Map<String, Object> of(Plan plan) {
        Map<String, Object> said = new TreeMap<>();
        put(said, "name", plan.name());
        put(said, "crs", plan.crs());
        put(said, "time_zone", plan.timeZone());
        plan.rules().forEach((name, value) -> said.put("rules." + name, value));
        return said;
    }

    /** What is the editor's own, as it stands there. */
    private static void others(PlanFence fence, Map<String, Object> said) {
        for (Map.Entry<String, JsonNode> each : fence.properties().properties()) {
            if (!READ.contains(each.getKey()) && !each.getValue().isNull()) {
                JsonNode value = each.getValue();
                said.put("properties." + each.getKey(), value.isTextual() ? value.textValue() : value.toString());
            }
        }
    }

    private static void put(Map<String, Object> said, String name, @Nullable Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            said.put(name, value);
        }
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : Times.write(time);
    }

    private static String span(DailySpan span) {
        return clock(span.fromMinute()) + "-" + clock(span.untilMinute());
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private PlanProperties() {}
}
