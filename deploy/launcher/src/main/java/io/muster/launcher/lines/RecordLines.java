package io.muster.launcher.lines;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.launcher.terminal.Columns;
import io.muster.launcher.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line for a record of each output topic but the alarms; {@code at} is the record's timestamp in epoch milliseconds. */
final class RecordLines {
    private static final int PLACE = 40;

    private final Names names;

    RecordLines(Names names) {
        this.names = names;
    }

    String occupancy(JsonNode value, long at) {
        String id = Fields.text(value, "fence_id");
        names.place(id, Fields.text(value, "name"));
        StringBuilder line = new StringBuilder(Fields.clock(value, "as_of", at))
                .append("  ")
                .append(Columns.padRight(names.ofPlace(id), PLACE))
                .append("  ")
                .append(Words.counted(value.path("count_confirmed").asLong(), "person", "people"));
        append(line, value.path("count_stale").asLong(), " stale");
        append(line, value.path("count_possible").asLong(), " possible");
        if (value.path("limit").isNumber()) {
            line.append(", limit ").append(value.path("limit").asLong());
        }
        if (value.path("over_by").asLong() > 0) {
            line.append(", OVER BY ").append(value.path("over_by").asLong());
        }
        List<String> departments = new ArrayList<>();
        value.path("by_department")
                .properties()
                .forEach(entry ->
                        departments.add(entry.getKey() + " " + entry.getValue().asText()));
        if (!departments.isEmpty()) {
            line.append("  (").append(String.join(", ", departments)).append(')');
        }
        return line.toString();
    }

    String window(JsonNode value, long at) {
        String limit = value.path("limit").isNumber()
                ? ", limit " + value.path("limit").asLong()
                : "";
        return Fields.clock(value, "window_start", at) + " to " + Fields.clock(value, "window_end", at) + "  "
                + Columns.padRight(names.ofPlace(Fields.text(value, "fence_id")), PLACE)
                + String.format(
                        Locale.ROOT,
                        "  %d / %.1f / %d people (min / mean / max)%s, %.0f person-seconds, %d samples  %s",
                        value.path("count_min").asLong(),
                        value.path("count_mean").asDouble(),
                        value.path("count_max").asLong(),
                        limit,
                        value.path("person_seconds").asDouble(),
                        value.path("samples").asLong(),
                        Fields.text(value, "verdict"));
    }

    String gathering(JsonNode value, long at) {
        String type = Fields.text(value, "gathering_type");
        String verb =
                switch (type) {
                    case "gathering_start" -> "starts";
                    case "gathering_end" -> "ends";
                    default -> "goes on";
                };
        String field =
                switch (type) {
                    case "gathering_start" -> "start_time";
                    case "gathering_end" -> "end_time";
                    default -> "gathering_time";
                };
        List<String> fences = new ArrayList<>();
        value.path("fence_ids").forEach(fence -> fences.add(names.ofPlace(fence.asText())));
        return Fields.clock(value, field, at) + "  " + Columns.padRight(verb, 8)
                + Columns.padRight(Fields.text(value, "level").toUpperCase(Locale.ROOT), 7)
                + Words.counted(value.path("count").asLong(), "person", "people")
                + (Fields.has(value, "peak_count")
                        ? " (peak " + value.path("peak_count").asLong() + ")"
                        : "")
                + String.format(
                        Locale.ROOT, " within %.1f m of ", value.path("radius").asDouble())
                + Fields.place(value.path("center"), value.path("floor"))
                + (fences.isEmpty() ? "" : " in " + String.join(", ", fences))
                + "  " + Fields.brief(Fields.text(value, "id"));
    }

    String fenceEvent(JsonNode value, long at) {
        String type = Fields.text(value, "event_type");
        boolean exit = type.contains("exit");
        JsonNode ours = value.path("properties").path("muster");
        String who = Fields.has(value, "trackable_id")
                ? Fields.text(value, "trackable_id")
                : value.path("trackables").path(0).asText("");
        return Fields.clock(value, exit ? "exit_time" : "entry_time", at) + "  "
                + Columns.padRight(names.ofPerson(who), 22) + "  " + (exit ? "leaves " : "enters ") + " "
                + Columns.padRight(names.ofPlace(Fields.text(value, "fence_id")), PLACE) + "  "
                + Fields.text(ours, "reason").replace('_', ' ')
                + (ours.path("dwell_ms").isNumber()
                        ? ", was there " + Words.duration(ours.path("dwell_ms").asLong())
                        : "")
                + (ours.path("late").asBoolean(false) ? ", late" : "");
    }

    String motion(JsonNode value, long at) {
        JsonNode location = value.path("location");
        return Fields.clock(location, "timestamp_generated", at) + "  "
                + Columns.padRight(names.ofPerson(Fields.text(value, "id")), 22) + "  "
                + Fields.place(location.path("position"), location.path("floor"))
                + (location.path("accuracy").isNumber()
                        ? String.format(
                                Locale.ROOT,
                                " ± %.1f m",
                                location.path("accuracy").asDouble())
                        : "")
                + "  " + Fields.text(location, "provider_type") + " " + Fields.text(location, "provider_id");
    }

    String compliance(JsonNode value, long at) {
        JsonNode gap = value.path("sampling_gap");
        return Fields.clock(value, "evaluated_at", at) + "  sampling gap p99 " + millis(gap.path("p99_ms")) + ", max "
                + millis(gap.path("max_ms")) + "; delay " + millis(value.path("delay_ms")) + "; cycle "
                + millis(value.path("cycle_ms")) + "; late "
                + value.path("late").asLong() + ", rejected "
                + value.path("rejected").asLong() + ", clock faults "
                + value.path("clock_faults").asLong() + ", unknown tags "
                + value.path("unknown_tags").asLong() + "  " + Fields.text(value, "verdict");
    }

    /** Any other value: its own words. */
    String plain(String key, JsonNode value, long at) {
        return Fields.clock(value, "timestamp_generated", at) + "  " + key + "  " + value;
    }

    private static void append(StringBuilder line, long count, String what) {
        if (count > 0) {
            line.append(" + ").append(count).append(what);
        }
    }

    private static String millis(JsonNode value) {
        return value.isNumber() ? Words.duration(value.asLong()) : "unknown";
    }
}
