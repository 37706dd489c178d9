package io.muster.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.console.admin.Conflict;
import io.muster.console.admin.PlanDesk;
import io.muster.console.admin.PlanDiff;
import io.muster.console.admin.PlanEdit;
import io.muster.console.admin.PlanFault;
import io.muster.console.history.Journal;
import io.muster.console.live.Live;
import io.muster.console.live.NotSent;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Limits;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.PlanVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The plan of a site: its versions, what one has otherwise than another, and new ones. Whatever makes a version says which was the newest when it was made
 * ({@code base_version}, or the header {@code If-Match}), so that nobody undoes what somebody else did a moment before.
 */
@RestController
@RequestMapping("/api/v1/sites/{site}")
public class PlansApi {
    static final String GEO_JSON = "application/geo+json";
    /** What a limit of a fence is, by its names in the plan. */
    private static final Set<String> LIMITS =
            new TreeSet<>(Set.of("limit", "minimum", "legal_basis", "overstay_ms", "motionless_ms", "absence_ms"));

    private final Live live;
    private final PlanDesk desk;
    private final Journal journal;

    PlansApi(Live live, PlanDesk desk, Journal journal) {
        this.live = live;
        this.desk = desk;
        this.journal = journal;
    }

    /**
     * @param appliedAt when the broker took it
     * @param inForceFrom not before it was applied
     * @param state {@code in_force}, {@code coming}, {@code past}, or {@code refused}: by the job, or since it cannot be read
     * @param fault why it was refused
     */
    public record VersionView(
            String version,
            Instant appliedAt,
            Instant inForceFrom,
            String state,
            @Nullable String name,
            @Nullable String author,
            @Nullable String approver,
            @Nullable String comment,
            @Nullable Integer zones,
            @Nullable String fault) {}

    /**
     * @param newest to be given as {@code base_version} by whoever changes the plan; null = there is none yet
     * @param versions newest first
     */
    public record Versions(
            @Nullable String newest, @Nullable String inForce, List<VersionView> versions) {}

    /** @param withLimit how many of them have one */
    public record RoleSummary(String role, int zones, int withLimit) {}

    /** @param rules of its own, which the job checks when it is applied */
    public record Summary(
            String site,
            String name,
            String version,
            String crs,
            @Nullable Instant validFrom,
            @Nullable String author,
            @Nullable String approver,
            int zones,
            List<RoleSummary> roles,
            Map<String, String> rules) {}

    /** @param written false = this very document was the newest version already */
    public record AppliedView(String version, boolean written, Instant inForceFrom, PlanDiff diff) {}

    /** Checks a plan whole; nothing is written. */
    @Operation(requestBody = @RequestBody(content = @Content(mediaType = GEO_JSON, schema = @Schema(type = "object"))))
    @PostMapping("/plans/check")
    Summary check(Authentication who, @PathVariable String site, HttpServletRequest request) throws IOException {
        Scope.of(who, live, site);
        Plan plan = plan(site, Bodies.bytes(request, Limits.PLAN.documentBytes()));
        Map<String, List<PlanFence>> roles = new TreeMap<>();
        for (PlanFence fence : plan.fences()) {
            roles.computeIfAbsent(LiveApi.word(fence.role()), role -> new ArrayList<>())
                    .add(fence);
        }
        return new Summary(
                site,
                plan.name(),
                plan.version(),
                plan.crs(),
                plan.validFrom(),
                plan.author(),
                plan.approver(),
                plan.fences().size(),
                roles.entrySet().stream()
                        .map(each ->
                                new RoleSummary(each.getKey(), each.getValue().size(), (int) each.getValue().stream()
                                        .filter(fence -> fence.limit() != null)
                                        .count()))
                        .toList(),
                plan.rules());
    }

    /** All versions, as far as the topic holds them. */
    @GetMapping("/plans")
    Versions versions(Authentication who, @PathVariable String site) {
        List<PlanVersion> versions = desk.versions(Scope.of(who, live, site).site());
        Instant now = Instant.now();
        PlanVersion inForce = PlanVersion.inForce(versions, now);
        PlanVersion newest = PlanDesk.newest(versions);
        return new Versions(
                newest == null ? null : newest.version(),
                inForce == null ? null : inForce.version(),
                newestFirst(versions).stream()
                        .map(each -> view(each, each.equals(inForce), now))
                        .toList());
    }

    private static VersionView view(PlanVersion version, boolean inForce, Instant now) {
        Plan plan = version.plan();
        String state = plan == null
                ? "refused"
                : inForce ? "in_force" : version.inForceFrom().isAfter(now) ? "coming" : "past";
        return new VersionView(
                version.version(),
                version.arrival(),
                version.inForceFrom(),
                state,
                plan == null ? null : plan.name(),
                plan == null ? null : plan.author(),
                plan == null ? null : plan.approver(),
                plan == null ? null : new PlanEdit(version.document()).comment(),
                plan == null ? null : plan.fences().size(),
                version.fault().isEmpty() ? null : version.fault());
    }

    /** The document of a version, as it was applied. */
    @GetMapping(value = "/plans/{version}", produces = GEO_JSON)
    ResponseEntity<byte[]> document(Authentication who, @PathVariable String site, @PathVariable String version) {
        PlanVersion found = version(desk.versions(Scope.of(who, live, site).site()), version);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(GEO_JSON))
                .body(found.document());
    }

    /** What {@code to} has otherwise than {@code from}; without {@code from} than the one in force now. */
    @GetMapping("/plans/diff")
    PlanDiff diff(
            Authentication who,
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam String to) {
        List<PlanVersion> versions = desk.versions(Scope.of(who, live, site).site());
        PlanVersion inForce = PlanVersion.inForce(versions, Instant.now());
        Plan before = from != null ? sound(version(versions, from)) : inForce == null ? null : inForce.plan();
        return PlanDiff.of(before, sound(version(versions, to)));
    }

    /** What the plan in the body has otherwise than the one in force now; nothing is written. */
    @Operation(requestBody = @RequestBody(content = @Content(mediaType = GEO_JSON, schema = @Schema(type = "object"))))
    @PostMapping("/plans/diff")
    PlanDiff diff(Authentication who, @PathVariable String site, HttpServletRequest request) throws IOException {
        Scope scope = Scope.of(who, live, site);
        Plan after = plan(site, Bodies.bytes(request, Limits.PLAN.documentBytes()));
        PlanVersion inForce = PlanVersion.inForce(desk.versions(scope.site()), Instant.now());
        return PlanDiff.of(inForce == null ? null : inForce.plan(), after);
    }

    /**
     * Applies the plan in the body: one version, with the user as its author.
     *
     * @param validFrom replaces that of the document
     */
    @Operation(requestBody = @RequestBody(content = @Content(mediaType = GEO_JSON, schema = @Schema(type = "object"))))
    @PostMapping("/plans")
    ResponseEntity<AppliedView> apply(
            Authentication who,
            @PathVariable String site,
            @RequestParam(name = "base_version", required = false) @Nullable String base,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestParam(name = "valid_from", required = false) @Nullable String validFrom,
            HttpServletRequest request)
            throws IOException, NotSent {
        Scope scope = Scope.of(who, live, site);
        byte[] body = Bodies.bytes(request, Limits.PLAN.documentBytes());
        plan(site, body);
        Instant from = Given.timeOrNull("valid_from", validFrom);
        PlanEdit edit = new PlanEdit(body).site(site).author(scope.user().getUsername());
        if (from != null) {
            edit.validFrom(from);
        }
        return apply(scope, base(base, match), "plan.apply", null, request, newest -> edit.document());
    }

    /** The way back: applies the document of an older version as a new one, which says what it restores. */
    @PostMapping("/plans/{version}/reapply")
    ResponseEntity<AppliedView> reapply(
            Authentication who,
            @PathVariable String site,
            @PathVariable String version,
            @RequestParam(name = "base_version", required = false) @Nullable String base,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestParam(name = "valid_from", required = false) @Nullable String validFrom,
            HttpServletRequest request)
            throws NotSent {
        Scope scope = Scope.of(who, live, site);
        Instant from = Given.timeOrNull("valid_from", validFrom);
        PlanVersion older = version(desk.versions(scope.site()), version);
        sound(older);
        return apply(scope, base(base, match), "plan.reapply", version, request, newest -> {
            if (newest != null && newest.version().equals(version)) {
                throw new Conflict("version: '" + version + "' is the newest already");
            }
            return new PlanEdit(older.document())
                    .site(site)
                    .author(scope.user().getUsername())
                    .comment("restores version " + version)
                    .newVersion(Instant.now())
                    .validFrom(from)
                    .document();
        });
    }

    /**
     * Changes limits of one fence: a new version that is the newest one but for that. In the body any of {@code limit}, {@code minimum}, {@code legal_basis},
     * {@code overstay_ms}, {@code motionless_ms} and {@code absence_ms}; what is not named stays, null takes away. A newest version that is yet to come into
     * force stays so, unless {@code valid_from} says otherwise.
     *
     * @param id of the fence: UUID, or the id in the plan
     */
    @Operation(requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    @PutMapping("/fences/{id}/limits")
    ResponseEntity<AppliedView> limits(
            Authentication who,
            @PathVariable String site,
            @PathVariable String id,
            @RequestParam(name = "base_version", required = false) @Nullable String base,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestParam(name = "valid_from", required = false) @Nullable String validFrom,
            HttpServletRequest request)
            throws IOException, NotSent {
        Scope scope = Scope.of(who, live, site);
        Map<String, @Nullable JsonNode> changes =
                limits(Bodies.object(Bodies.bytes(request, Limits.RECORD.documentBytes())));
        Instant given = Given.timeOrNull("valid_from", validFrom);
        return apply(scope, base(base, match), "plan.limits", null, request, newest -> {
            Plan plan = newest == null ? null : newest.plan();
            PlanFence fence = plan == null ? null : plan.fence(Ids.fenceId(site, id));
            if (newest == null || plan == null || fence == null) {
                throw new NotThere("the newest plan has no fence " + id);
            }
            Instant now = Instant.now();
            Instant coming = plan.validFrom() != null && plan.validFrom().isAfter(now) ? plan.validFrom() : null;
            return new PlanEdit(newest.document())
                    .site(site)
                    .author(scope.user().getUsername())
                    .notApproved()
                    .comment("limits of " + fence.foreignId())
                    .newVersion(now)
                    .validFrom(given == null ? coming : given)
                    .fence(plan, fence, changes)
                    .document();
        });
    }

    private static Map<String, @Nullable JsonNode> limits(ObjectNode given) {
        if (given.isEmpty()) {
            throw new BadRequest("give one of " + String.join(", ", LIMITS));
        }
        Map<String, @Nullable JsonNode> changes = new HashMap<>();
        given.properties().forEach(each -> {
            if (!LIMITS.contains(each.getKey())) {
                throw new BadRequest(each.getKey() + ": expected one of " + String.join(", ", LIMITS));
            }
            changes.put(each.getKey(), each.getValue().isNull() ? null : each.getValue());
        });
        return changes;
    }

    private ResponseEntity<AppliedView> apply(
            Scope scope,
            @Nullable String base,
            String act,
            @Nullable String restores,
            HttpServletRequest request,
            PlanDesk.Maker maker)
            throws NotSent {
        PlanDesk.Applied applied;
        try {
            applied = desk.apply(scope.site(), base, maker);
        } catch (PlanFaults e) {
            // Of a document that we made: its lines are nobody's.
            throw faults(PlanFault.of(e, new byte[0]));
        }
        PlanVersion before = applied.before();
        PlanDiff diff = PlanDiff.of(before == null ? null : before.plan(), applied.plan());
        if (applied.written()) {
            journal.act(
                    scope.user().getUsername(),
                    act,
                    scope.site().id(),
                    applied.plan().version(),
                    PlanActs.detail(base, diff, restores),
                    request.getRemoteAddr());
        }
        Instant now = Instant.now();
        Instant from = applied.plan().validFrom();
        return ResponseEntity.status(applied.written() ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag("\"" + applied.plan().version() + "\"")
                .body(new AppliedView(
                        applied.plan().version(),
                        applied.written(),
                        from == null || from.isBefore(now) ? now : from,
                        diff));
    }

    private static Plan plan(String site, byte[] document) {
        try {
            return PlanDesk.check(site, document);
        } catch (PlanFaults e) {
            throw faults(PlanFault.of(e, document));
        }
    }

    private static BadRequest faults(List<PlanFault> faults) {
        return new BadRequest(
                faults.size() == 1
                        ? faults.get(0).message()
                        : faults.get(0).message() + " (and " + (faults.size() - 1) + " more)",
                faults);
    }

    private static List<PlanVersion> newestFirst(List<PlanVersion> versions) {
        List<PlanVersion> reversed = new ArrayList<>(versions);
        Collections.reverse(reversed);
        return reversed;
    }

    private static PlanVersion version(List<PlanVersion> versions, String name) {
        return newestFirst(versions).stream()
                .filter(each -> each.version().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotThere("there is no version " + name));
    }

    private static Plan sound(PlanVersion version) {
        Plan plan = version.plan();
        if (plan == null) {
            throw new BadRequest("version '" + version.version() + "' is no plan: " + version.fault());
        }
        return plan;
    }

    private static @Nullable String base(@Nullable String given, @Nullable String match) {
        if (given != null && !given.isBlank()) {
            return given;
        }
        return match == null || match.isBlank() ? null : match.strip().replaceAll("^(W/)?\"|\"$", "");
    }
}
