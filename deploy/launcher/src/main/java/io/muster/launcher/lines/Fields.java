package io.muster.launcher.lines;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.launcher.terminal.Words;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fields of a value that may be missing. */
final class Fields {
    private Fields() {}

    static String text(JsonNode value, String field) {
        return value.path(field).asText("");
    }

    static @Nullable Instant time(JsonNode value, String field) {
        try {
            String text = value.path(field).asText("");
            return text.isEmpty() || text.equals("null") ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The time of day of {@code field}, or of {@code otherwiseMillis} where it is missing. */
    static String clock(JsonNode value, String field, long otherwiseMillis) {
        Instant time = time(value, field);
        return Words.clock(time == null ? Instant.ofEpochMilli(otherwiseMillis) : time);
    }

    static boolean has(JsonNode value, String field) {
        return value.hasNonNull(field);
    }

    /** {@code (12.3, 45.6)}, {@code (12.3, 45.6) floor 2}; empty without a position. */
    static String place(JsonNode point, JsonNode floor) {
        JsonNode coordinates = point.path("coordinates");
        if (!coordinates.path(0).isNumber() || !coordinates.path(1).isNumber()) {
            return "";
        }
        String at = String.format(
                Locale.ROOT,
                "(%.1f, %.1f)",
                coordinates.path(0).asDouble(),
                coordinates.path(1).asDouble());
        return floor.isNumber() ? at + " floor " + number(floor.asDouble()) : at;
    }

    /** Without a fraction where there is none. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    /** The first eight characters of an id, enough to tell two of them apart by eye. */
    static String brief(String id) {
        return id.length() <= 8 ? id : id.substring(0, 8);
    }
}
