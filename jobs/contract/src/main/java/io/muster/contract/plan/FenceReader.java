package io.muster.contract.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.geometry.Zone;
import io.muster.geometry.ZoneShape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One feature of a plan as a fence. */
final class FenceReader {
    /** The most people that may be in a hazardous place where nobody says otherwise (PF-4b: no more than 3). */
    static final int HAZARD_LIMIT = 3;

    static final String HAZARD_BASIS = "PF-4b";

    private static final int LONGEST_ID = 64;
    private static final int MOST_PEOPLE = 1_000_000;
    private static final long LONGEST_MILLIS = 366L * 24 * 3600 * 1000;
    private static final long NEVER = -1;
    private static final double ANY = -Double.MAX_VALUE;

    private static final Set<String> OURS = Set.of(
            "role",
            "hazards",
            "risk_colour",
            "limit",
            "legal_basis",
            "minimum",
            "counted_person_types",
            "entry_confirm_count",
            "entry_confirm_ms",
            "overstay_ms",
            "motionless_ms",
            "gathering",
            "gathering_reason",
            "stale_counts",
            "hazard_unit_class",
            "absence_ms",
            "allowed_person_types",
            "allowed_trackables",
            "allowed_posts",
            "allowed_times",
            "required_trackables",
            "must_stay",
            "tags_put_away",
            "valid_from",
            "valid_until",
            "aliases",
            "z_min",
            "z_max",
            "radius",
            "comment");

    private final String site;
    private final ShapeReader shapes;
    private final Faults faults;

    FenceReader(String site, ShapeReader shapes, Faults faults) {
        this.site = site;
        this.shapes = shapes;
        this.faults = faults;
    }

    /** The id as the file has it: of the feature, or of its properties, where some editors put it. */
    static @Nullable String idOf(JsonNode feature) {
        JsonNode id = feature.path("id");
        if (id.isMissingNode() || id.isNull()) {
            id = feature.path("properties").path("id");
        }
        return id.isTextual() || id.isIntegralNumber() ? id.asText().strip() : null;
    }

    /** Null where there is a fault that leaves nothing to go on with. */
    @Nullable
    PlanFence read(JsonNode feature, @Nullable String fileId) {
        if (fileId == null || fileId.isEmpty() || fileId.length() > LONGEST_ID) {
            faults.add("id", "1 to " + LONGEST_ID + " characters", fileId);
        }
        if (!feature.path("type").asText("").equals("Feature")) {
            faults.add("type", "Feature", feature.get("type"));
        }
        ObjectNode properties = feature.get("properties") instanceof ObjectNode there ? there : Json.object();
        Fields omlox = new Fields(properties, "properties.", faults);
        Fields ours = new Fields(ours(properties), "properties.muster.", faults);
        ours.onlyKnown(OURS);
        String id = fileId == null || fileId.isEmpty() ? "?" : fileId;
        Double radius = either(omlox, ours, "radius", Double.MIN_VALUE);
        ZoneShape shape = shapes.read(feature.get("geometry"), radius);
        Double floor = omlox.number("floor", ANY);
        Double zMin = either(omlox, ours, "z_min", ANY);
        Double zMax = either(omlox, ours, "z_max", ANY);
        if (zMin != null && zMax != null && zMin > zMax) {
            omlox.fault("z_max", "z_min " + zMin + " or more", zMax);
            zMax = null;
        }
        omlox.number("extrusion", 0);
        PlanFence fence = shape == null
                ? null
                : fence(id, new Zone(Ids.fenceId(site, id), shape, floor, zMin, zMax), omlox, ours);
        if (shape == null) {
            // For the faults of the rest.
            fence(id, null, omlox, ours);
        }
        return fence;
    }

    private @Nullable PlanFence fence(String id, @Nullable Zone zone, Fields omlox, Fields ours) {
        String name = omlox.text("name");
        Role given = ours.word("role", Role.class);
        Role role = given == null ? Role.PRODUCTION : given;
        List<Hazard> hazards = ours.words("hazards", Hazard.class);
        RiskColour colour = ours.word("risk_colour", RiskColour.class);
        Integer limit = people(ours, "limit");
        String basis = ours.text("legal_basis");
        if (!hazards.isEmpty()) {
            if (limit == null && ours.value("limit") == null) {
                limit = HAZARD_LIMIT;
                basis = basis == null ? HAZARD_BASIS : basis;
            } else if (limit != null && limit > HAZARD_LIMIT && basis == null) {
                ours.fault(
                        "legal_basis",
                        "what allows " + limit + " people in a hazardous place, more than " + HAZARD_LIMIT + " ("
                                + HAZARD_BASIS + ")",
                        null);
            }
        }
        Integer minimum = people(ours, "minimum");
        if (minimum != null && limit != null && minimum > limit) {
            ours.fault("minimum", "the limit " + limit + " or less", minimum);
        }
        String gathering = ours.text("gathering");
        boolean exempt = gathering != null && gathering.equals("exempt");
        String reason = ours.text("gathering_reason");
        if (gathering != null && !exempt && !gathering.equals("watched")) {
            ours.fault("gathering", "watched or exempt", gathering);
        }
        if (exempt && reason == null) {
            ours.fault("gathering_reason", "a written reason where gathering is exempt", null);
        }
        if (exempt && given == null && ours.value("role") == null) {
            ours.fault("role", "an explicit role where gathering is exempt", null);
        }
        Boolean stale = ours.truth("stale_counts");
        Long confirmCount = ours.whole("entry_confirm_count", 1, 1000);
        Long confirmMillis = ours.whole("entry_confirm_ms", 0, LONGEST_MILLIS);
        Long overstay = ours.whole("overstay_ms", 1, LONGEST_MILLIS);
        Long motionless = ours.whole("motionless_ms", 1, LONGEST_MILLIS);
        List<String> personTypes = ours.texts("counted_person_types");
        Long unitClass = ours.whole("hazard_unit_class", 1, 4);
        boolean isHarmless = hazards.isEmpty() && (role == Role.REST || role == Role.CONTROL_ROOM || role == Role.GATE);
        FenceConduct conduct = conduct(ours, isHarmless);
        Instant from = ours.time("valid_from");
        Instant until = ours.time("valid_until");
        if (from != null && until != null && !until.isAfter(from)) {
            ours.fault("valid_until", "later than valid_from " + from, until);
        }
        List<String> aliases = ours.texts("aliases");
        Double exitTolerance = omlox.number("exit_tolerance", 0);
        Long toleranceTimeout = omlox.whole("tolerance_timeout", NEVER, LONGEST_MILLIS);
        Long exitDelay = omlox.whole("exit_delay", 0, LONGEST_MILLIS);
        Long timeout = omlox.whole("timeout", NEVER, LONGEST_MILLIS);
        if (zone == null) {
            return null;
        }
        return new PlanFence(
                zone.id(),
                id,
                name == null ? id : name,
                zone,
                role,
                hazards.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(hazards)),
                colour,
                limit,
                limit == null ? null : basis,
                minimum,
                List.copyOf(personTypes),
                confirmCount == null ? null : confirmCount.intValue(),
                confirmMillis,
                overstay,
                motionless,
                exempt,
                reason,
                stale == null || stale,
                exitTolerance,
                toleranceTimeout,
                exitDelay,
                timeout,
                unitClass == null ? null : unitClass.intValue(),
                conduct,
                from,
                until,
                List.copyOf(aliases),
                omlox.node());
    }

    private static FenceConduct conduct(Fields ours, boolean isHarmless) {
        List<DailySpan> times = new ArrayList<>();
        for (String each : ours.texts("allowed_times")) {
            DailySpan span = DailySpan.read(each);
            if (span == null) {
                ours.fault("allowed_times", "times of the day such as 06:00-22:00", each);
            } else {
                times.add(span);
            }
        }
        Boolean tagsPutAway = ours.truth("tags_put_away");
        if (tagsPutAway != null && tagsPutAway && !isHarmless) {
            ours.fault(
                    "tags_put_away",
                    "role rest, control_room or gate, without hazards: elsewhere silence is no leaving",
                    true);
        }
        return new FenceConduct(
                ours.texts("allowed_person_types"),
                ours.texts("allowed_trackables"),
                ours.texts("allowed_posts"),
                times,
                ours.texts("required_trackables"),
                ours.texts("must_stay"),
                ours.whole("absence_ms", 1, LONGEST_MILLIS),
                tagsPutAway != null && tagsPutAway);
    }

    /** {@code properties.muster}: an object, or the same as a text, as editors write it. */
    private ObjectNode ours(ObjectNode properties) {
        JsonNode muster = properties.get("muster");
        if (muster == null
                || muster.isNull()
                || (muster.isTextual() && muster.textValue().isBlank())) {
            return Json.object();
        }
        if (muster instanceof ObjectNode object) {
            return object;
        }
        if (muster.isTextual()) {
            try {
                return Json.planTree(muster.textValue().getBytes(StandardCharsets.UTF_8));
            } catch (Unreadable e) {
                faults.line("properties.muster: expected a JSON object, " + e.detail());
                return Json.object();
            }
        }
        faults.add("properties.muster", "a JSON object, or the same as a text", muster);
        return Json.object();
    }

    private static @Nullable Double either(Fields omlox, Fields ours, String field, double least) {
        Double value = omlox.number(field, least);
        return value == null ? ours.number(field, least) : value;
    }

    private static @Nullable Integer people(Fields ours, String field) {
        Long count = ours.whole(field, 0, MOST_PEOPLE);
        return count == null ? null : count.intValue();
    }
}
