package io.muster.launcher.lines;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.launcher.terminal.Colour;
import io.muster.launcher.terminal.Columns;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Alarms as a control room would hear them: time, what happened, level, kind in English and Chinese, place, count and limit, how long it
 * took. Remembers what it said last of each alarm, so that a change can be named and a repetition is not said again.
 */
public final class AlarmLines {
    private static final int VERB = 12;
    private static final int LEVEL = 6;
    private static final int KIND = 34;
    private static final int PLACE = 40;

    /** What is known of an alarm so far. */
    private record Known(long writerEpoch, long seq, String state, String level) {}

    private final Terminal terminal;
    private final Names names;
    private final boolean everyChange;
    private final Map<String, Known> known = new HashMap<>();

    /** @param everyChange true: a changed count is a line too; false: only rising, change of level, return, clearing and what people do */
    public AlarmLines(Terminal terminal, Names names, boolean everyChange) {
        this.terminal = terminal;
        this.names = names;
        this.everyChange = everyChange;
    }

    /**
     * @param alarm the record's value
     * @param writerEpoch header of the record; 0 where there is none
     * @param readableMillis the record's timestamp: when it could be read
     * @return the line, or null when there is nothing new to say
     */
    public @Nullable String line(JsonNode alarm, long writerEpoch, long readableMillis) {
        String id = Fields.text(alarm, "alarm_id");
        Known now = new Known(
                writerEpoch, alarm.path("seq").asLong(), Fields.text(alarm, "state"), Fields.text(alarm, "level"));
        Known before = known.get(id);
        if (before != null && !isNewer(now, before)) {
            return null;
        }
        known.put(id, now);
        String verb = verb(now, before);
        if (verb == null) {
            return null;
        }
        Instant at = changedAt(alarm, now, before);
        List<String> parts = new ArrayList<>();
        parts.add(Words.clock(at == null ? Instant.ofEpochMilli(readableMillis) : at));
        parts.add(Columns.padRight(verb, VERB));
        parts.add(
                terminal.paint(colour(now.level()), Columns.padRight(now.level().toUpperCase(Locale.ROOT), LEVEL)));
        parts.add(Columns.padRight(AlarmText.kind(alarm), KIND));
        parts.add(Columns.padRight(AlarmText.about(alarm, names), PLACE));
        parts.add(AlarmText.counted(alarm));
        if (at != null && readableMillis >= at.toEpochMilli()) {
            parts.add(terminal.paint(Colour.DIM, "after " + Words.duration(readableMillis - at.toEpochMilli())));
        }
        return String.join("  ", parts).stripTrailing();
    }

    /** A writer that took over tells the open alarms again under their seq; an older writer is not listened to. */
    private static boolean isNewer(Known now, Known before) {
        return now.writerEpoch() > before.writerEpoch()
                ? now.seq() >= before.seq()
                : now.writerEpoch() == before.writerEpoch() && now.seq() > before.seq();
    }

    private @Nullable String verb(Known now, @Nullable Known before) {
        if (before == null) {
            return isClosed(now.state()) ? "cleared" : "raised";
        }
        if (!now.state().equals(before.state())) {
            return switch (now.state()) {
                case "cleared" -> "cleared";
                case "returned_unacknowledged" -> "returned";
                case "acknowledged", "latched_acknowledged" -> "acknowledged";
                case "raised_unacknowledged" -> "raised again";
                case "latched_unacknowledged" -> "latched";
                case "out_of_service" -> "out of use";
                default -> now.state();
            };
        }
        if (!now.level().equals(before.level())) {
            return rank(now.level()) > rank(before.level()) ? "rises" : "eases";
        }
        return everyChange && now.seq() != before.seq() ? "changed" : null;
    }

    private static boolean isClosed(String state) {
        return state.equals("cleared");
    }

    private static @Nullable Instant changedAt(JsonNode alarm, Known now, @Nullable Known before) {
        return switch (now.state()) {
            case "cleared" -> Fields.time(alarm.path("cleared"), "at");
            case "returned_unacknowledged" -> Fields.time(alarm, "returned_at");
            case "acknowledged" -> Fields.time(alarm.path("acknowledged"), "at");
            default -> before == null ? Fields.time(alarm, "raised_at") : Fields.time(alarm, "reported_at");
        };
    }

    private static int rank(String level) {
        return List.of("blue", "yellow", "orange", "red").indexOf(level);
    }

    private static Colour colour(String level) {
        return switch (level) {
            case "red" -> Colour.RED;
            case "orange" -> Colour.ORANGE;
            case "yellow" -> Colour.YELLOW;
            default -> Colour.BLUE;
        };
    }
}
