package io.muster.console.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.console.history.Records;
import io.muster.console.live.Live;
import io.muster.console.users.Right;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What neighbouring systems sent, which plans and people were in force, who was told what. Times as in {@link HistoryApi}. */
@RestController
@RequestMapping("/api/v1/sites/{site}/history")
public class RecordsApi {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEARS = Duration.ofDays(3660);
    private static final int MOST_WINDOWS = 50_000;
    private static final int FEW = 200;

    private final Live live;
    private final Records records;

    RecordsApi(Live live, Records records) {
        this.live = live;
        this.records = records;
    }

    /**
     * @param at when the broker took it
     * @param author of a version of the plan
     * @param approver of a version of the plan
     * @param document as in its topic; missing where it was taken away
     */
    public record Stored(
            Instant at,
            String id,
            @Nullable String author,
            @Nullable String approver,
            @Nullable Instant validFrom,

            @Schema(implementation = Object.class) @JsonRawValue @Nullable
            String document) {}

    /** Records of {@code topic} (permits, inspections, evacuations, gas-alarms, gate-passes, infrastructure-status, plans, trackables), newest first. */
    @GetMapping("/records")
    List<Stored> records(
            Authentication who,
            @PathVariable String site,
            @RequestParam String topic,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer limit)
            throws Unreadable {
        Scope scope = Scope.of(who, live, site);
        boolean versioned = Records.versioned().contains(topic);
        if (!versioned && !Records.neighbours().contains(topic)) {
            List<String> topics = new ArrayList<>(Records.neighbours());
            topics.addAll(Records.versioned());
            throw new BadRequest("topic must be one of " + String.join(", ", topics) + ", was '" + topic + "'");
        }
        String which = Given.textOrNull("id", id);
        int most = Given.limit(limit, FEW);
        if (!versioned) {
            Given.Span span = Given.span(from, to, DAY, YEARS);
            return records.neighbour(site, topic, which, span.from(), span.to(), most).stream()
                    .map(each -> new Stored(each.at(), each.id(), null, null, null, each.document()))
                    .toList();
        }
        Given.Span span = Given.span(from, to, YEARS, YEARS);
        List<Stored> versions = new ArrayList<>();
        for (Records.Version each : records.versions(site, topic, which, span.from(), span.to(), most)) {
            versions.add(new Stored(
                    each.at(),
                    each.id(),
                    each.author(),
                    each.approver(),
                    each.validFrom(),
                    topic.equals("trackables") ? forThem(scope, each.document()) : each.document()));
        }
        return versions;
    }

    /** Without the name for whom people are ids. */
    private static @Nullable String forThem(Scope scope, @Nullable String person) throws Unreadable {
        if (person == null || scope.user().may(Right.NAMES)) {
            return person;
        }
        ObjectNode without = Json.readOwn(person.getBytes(StandardCharsets.UTF_8), ObjectNode.class);
        without.remove("name");
        return without.toString();
    }

    /** Who was told what, newest first; of a person or an alarm where one is given. */
    @GetMapping("/notifications")
    List<Stored> notifications(
            Authentication who,
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String alarm,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer limit) {
        Scope.of(who, live, site);
        Given.Span span = Given.span(from, to, DAY, YEARS);
        return records
                .notifications(
                        site,
                        Given.textOrNull("person", person),
                        Given.textOrNull("alarm", alarm),
                        span.from(),
                        span.to(),
                        Given.limit(limit, FEW))
                .stream()
                .map(each -> new Stored(each.at(), each.id(), null, null, null, each.document()))
                .toList();
    }

    /** Head counts of a zone by compute cycle, oldest first, a day at most. Of cycles without anybody the first alone is there. */
    @GetMapping("/windows")
    List<Records.Window> windows(
            Authentication who,
            @PathVariable String site,
            @RequestParam String fence,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Scope.of(who, live, site);
        Given.Span span = Given.span(from, to, Duration.ofHours(1), DAY);
        return records.windows(site, Given.text("fence", fence), span.from(), span.to(), MOST_WINDOWS);
    }

    /** How many updates of vendors were rejected, by hour and reason, newest first. Plans and people are the vendor {@code muster}. */
    @GetMapping("/rejected")
    List<Records.Rejected> rejected(
            Authentication who,
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String vendor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer limit) {
        Scope.of(who, live, site);
        Given.Span span = Given.span(from, to, DAY, YEARS);
        return records.rejected(
                site, Given.textOrNull("vendor", vendor), span.from(), span.to(), Given.limit(limit, FEW));
    }
}
