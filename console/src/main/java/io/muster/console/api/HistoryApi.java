package io.muster.console.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.muster.console.history.AlarmQuery;
import io.muster.console.history.History;
import io.muster.console.live.Live;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was. Times are ISO 8601 with offset; {@code from} is inclusive, {@code to} exclusive; without them the last 24 h. */
@RestController
@RequestMapping("/api/v1/sites/{site}/history")
public class HistoryApi {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEARS = Duration.ofDays(3660);
    /** A track or a playback is looked at by the shift. */
    private static final Duration LONGEST_TRACK = Duration.ofDays(31);

    private static final int MOST_ROWS = 50_000;
    private static final int FEW = 200;
    /** A year of days. */
    private static final int MOST_GROUPS = 366;

    private final Live live;
    private final History history;

    HistoryApi(Live live, History history) {
        this.live = live;
        this.history = history;
    }

    /** @param document as in the topic {@code alarms} */
    public record StoredAlarm(
            @Nullable Instant withdrawnAt,

            @Schema(implementation = Object.class) @JsonRawValue
            String document) {
        static StoredAlarm of(History.StoredAlarm alarm) {
            return new StoredAlarm(alarm.withdrawnAt(), alarm.document());
        }
    }

    /** @param total how many there are in all */
    public record Alarms(long total, List<StoredAlarm> alarms) {}

    /** @param document as in its topic */
    public record Told(
            Instant at,

            @Schema(implementation = Object.class) @JsonRawValue
            String document) {
        static Told of(History.Told told) {
            return new Told(told.toldAt(), told.document());
        }
    }

    public record AlarmStory(StoredAlarm alarm, List<Told> changes, List<Told> commands) {}

    /**
     * @param acknowledged how many were acknowledged
     * @param meanAcknowledgeSeconds of those, from raised to acknowledged; null = none was acknowledged
     */
    public record Group(
            String group,
            @Nullable String name,
            long count,
            long open,
            long acknowledged,
            @Nullable Double meanAcknowledgeSeconds) {}

    public record Statistics(String by, Instant from, Instant to, long total, List<Group> groups) {}

    /** Alarms, newest first. {@code state=open} is every state but cleared. */
    @GetMapping("/alarms")
    Alarms alarms(
            Authentication who,
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "0") int offset) {
        Scope.of(who, live, site);
        if (offset < 0) {
            throw new BadRequest("offset must be 0 or more, was " + offset);
        }
        AlarmQuery query = query(site, from, to, kind, level, state, zone, person);
        return new Alarms(
                history.countAlarms(query),
                history.alarms(query, Given.limit(limit, FEW), offset).stream()
                        .map(StoredAlarm::of)
                        .toList());
    }

    /** The same as a table: one line for each alarm, at most 50,000. */
    @GetMapping(value = "/alarms.csv", produces = "text/csv;charset=UTF-8")
    byte[] alarmsCsv(
            Authentication who,
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String person)
            throws IOException, Unreadable {
        Scope scope = Scope.of(who, live, site);
        StringWriter text = new StringWriter();
        // So that a spreadsheet knows that it is UTF-8.
        text.write('\uFEFF');
        try (CSVPrinter csv = new CSVPrinter(
                text,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader(
                                "alarm_id",
                                "kind",
                                "name_zh",
                                "name_en",
                                "level",
                                "state",
                                "subject_type",
                                "subject_id",
                                "zones",
                                "people",
                                "names",
                                "raised_at",
                                "acknowledged_at",
                                "acknowledged_by",
                                "returned_at",
                                "cleared_at",
                                "cleared_by",
                                "reason")
                        .get())) {
            for (History.StoredAlarm each :
                    history.alarms(query(site, from, to, kind, level, state, zone, person), MOST_ROWS, 0)) {
                line(csv, scope, each);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(CSVPrinter csv, Scope scope, History.StoredAlarm stored) throws IOException, Unreadable {
        JsonNode alarm = Json.readTree(stored.document().getBytes(StandardCharsets.UTF_8));
        StringBuilder names = new StringBuilder();
        for (JsonNode each : alarm.path("trackable_ids")) {
            String name = scope.name(each.asText());
            if (name != null) {
                names.append(names.length() > 0 ? " " : "").append(name);
            }
        }
        csv.printRecord(
                cell(alarm.path("alarm_id")),
                cell(alarm.path("kind")),
                cell(alarm.path("name").path("zh")),
                cell(alarm.path("name").path("en")),
                cell(alarm.path("level")),
                stored.withdrawnAt() == null ? cell(alarm.path("state")) : "withdrawn",
                cell(alarm.path("subject").path("type")),
                cell(alarm.path("subject").path("id")),
                listed(alarm.path("fence_ids")),
                listed(alarm.path("trackable_ids")),
                safe(names.toString()),
                cell(alarm.path("raised_at")),
                cell(alarm.path("acknowledged").path("at")),
                cell(alarm.path("acknowledged").path("by")),
                cell(alarm.path("returned_at")),
                cell(alarm.path("cleared").path("at")),
                cell(alarm.path("cleared").path("by")),
                cell(alarm.path("cleared").path("reason")));
    }

    private static String cell(JsonNode node) {
        return safe(node.asText(""));
    }

    private static String listed(JsonNode list) {
        StringBuilder text = new StringBuilder();
        list.forEach(each -> text.append(text.length() > 0 ? " " : "").append(each.asText()));
        return safe(text.toString());
    }

    /** What somebody typed as a reason must not become a formula in a spreadsheet. */
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** How many alarms, by {@code kind}, {@code level}, {@code state}, {@code zone}, {@code person}, {@code day} or {@code hour} of the clock in {@code time_zone}. */
    @GetMapping("/alarms/statistics")
    Statistics statistics(
            Authentication who,
            @PathVariable String site,
            @RequestParam(defaultValue = "kind") String by,
            @RequestParam(name = "time_zone", defaultValue = "UTC") String timeZone,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String person) {
        Scope scope = Scope.of(who, live, site);
        if (!History.groups().contains(by)) {
            throw new BadRequest("by must be one of " + String.join(", ", History.groups()) + ", was '" + by + "'");
        }
        AlarmQuery query = query(site, from, to, kind, level, state, zone, person);
        return new Statistics(
                by,
                query.from(),
                query.to(),
                history.countAlarms(query),
                history.statistics(query, by, Given.timeZone("time_zone", timeZone), MOST_GROUPS).stream()
                        .map(each -> new Group(
                                each.group(),
                                by.equals("person") ? scope.name(each.group()) : null,
                                each.count(),
                                each.open(),
                                each.acknowledged(),
                                each.meanAcknowledgeSeconds()))
                        .toList());
    }

    /** One alarm with everything that became of it. */
    @GetMapping("/alarms/{id}")
    AlarmStory alarm(Authentication who, @PathVariable String site, @PathVariable String id) {
        Scope.of(who, live, site);
        History.StoredAlarm alarm = history.alarm(site, id);
        if (alarm == null) {
            throw new NotThere("there is no alarm " + id);
        }
        return new AlarmStory(
                StoredAlarm.of(alarm),
                history.alarmChanges(site, id).stream().map(Told::of).toList(),
                history.commands(site, id).stream().map(Told::of).toList());
    }

    /** Gatherings that went on in the span, newest first, each as in the topic {@code gathering-events} at its last report. */
    @GetMapping("/gatherings")
    List<StoredAlarm> gatherings(
            Authentication who,
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable Integer limit) {
        Scope.of(who, live, site);
        Given.Span span = Given.span(from, to, DAY, YEARS);
        return history
                .gatherings(site, span.from(), span.to(), Given.textOrNull("zone", zone), Given.limit(limit, FEW))
                .stream()
                .map(each -> new StoredAlarm(null, each))
                .toList();
    }

    /** A gathering to play again: every report with its members and where they were, oldest first. */
    @GetMapping("/gatherings/{id}/frames")
    List<Told> frames(Authentication who, @PathVariable String site, @PathVariable String id) {
        Scope.of(who, live, site);
        List<Told> frames =
                history.frames(site, id, MOST_ROWS).stream().map(Told::of).toList();
        if (frames.isEmpty()) {
            throw new NotThere("there is no gathering " + id);
        }
        return frames;
    }

    /** Head counts of a zone at each change, oldest first. */
    @GetMapping("/zones/{id}/occupancy")
    List<Told> occupancy(
            Authentication who,
            @PathVariable String site,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Scope.of(who, live, site);
        Given.Span span = Given.span(from, to, DAY, LONGEST_TRACK);
        return history.occupancy(site, id, span.from(), span.to(), MOST_ROWS).stream()
                .map(Told::of)
                .toList();
    }

    /** Sampling gap, delay and cycle as measured, newest first. */
    @GetMapping("/compliance")
    List<Told> compliance(
            Authentication who,
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer limit) {
        Scope.of(who, live, site);
        Given.Span span = Given.span(from, to, Duration.ofHours(1), YEARS);
        return history.compliance(site, span.from(), span.to(), Given.limit(limit, FEW)).stream()
                .map(Told::of)
                .toList();
    }

    private static AlarmQuery query(
            String site,
            @Nullable String from,
            @Nullable String to,
            @Nullable String kind,
            @Nullable String level,
            @Nullable String state,
            @Nullable String zone,
            @Nullable String person) {
        Given.Span span = Given.span(from, to, DAY, YEARS);
        return new AlarmQuery(
                site,
                span.from(),
                span.to(),
                Given.textOrNull("kind", kind),
                Given.textOrNull("level", level),
                Given.textOrNull("state", state),
                Given.textOrNull("zone", zone),
                Given.textOrNull("person", person));
    }
}
