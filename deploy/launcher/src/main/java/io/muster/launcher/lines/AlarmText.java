package io.muster.launcher.lines;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.launcher.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parts of an alarm in words. */
public final class AlarmText {
    /**
     * Where the limit is a number of people. Of a gathering it is the count from which it is one, of a battery a percentage, of an overstay a
     * time: none of these is a number of people that may be exceeded.
     */
    private static final Set<String> LIMIT_OF_PEOPLE = Set.of("over_capacity", "under_staffed");

    /** In English and Chinese. */
    public static String kind(JsonNode alarm) {
        JsonNode name = alarm.path("name");
        String both = (Fields.text(name, "en") + " " + Fields.text(name, "zh")).strip();
        return both.isEmpty() ? Fields.text(alarm, "kind").replace('_', ' ') : both;
    }

    /** The place, the person at a place, or what else it is about. */
    public static String about(JsonNode alarm, Names names) {
        JsonNode subject = alarm.path("subject");
        String type = Fields.text(subject, "type");
        String id = Fields.text(subject, "id");
        List<String> fences = new ArrayList<>();
        alarm.path("fence_ids").forEach(fence -> fences.add(names.ofPlace(fence.asText())));
        if (type.equals("fence")) {
            return names.ofPlace(id);
        }
        String where = fences.isEmpty() ? evidencePlace(alarm) : String.join(", ", fences);
        if (type.equals("gathering")) {
            return where.isEmpty() ? "outside every zone" : where;
        }
        String who = type.equals("trackable") ? names.ofPerson(id) : (type + " " + id).strip();
        return where.isEmpty() ? who : who + " at " + where;
    }

    private static String evidencePlace(JsonNode alarm) {
        JsonNode fix = alarm.path("evidence").path("fixes").path(0);
        String at = Fields.place(fix.path("position"), fix.path("floor"));
        return at.isEmpty() ? "" : "at " + at;
    }

    /** {@code 5 people, limit 3}, with those that are only remembered said apart. */
    public static String counted(JsonNode alarm) {
        JsonNode counts = alarm.path("counts");
        JsonNode rule = alarm.path("rule");
        String text = "";
        if (counts.path("confirmed").isNumber()) {
            long stale = counts.path("stale").asLong();
            long present = counts.path("confirmed").asLong() + stale;
            // An alarm about a tag or a vendor counts nobody; who is missing is counted all the same.
            boolean isNobody = present == 0 && !LIMIT_OF_PEOPLE.contains(Fields.text(alarm, "kind"));
            text = isNobody
                    ? ""
                    : Words.counted(present, "person", "people") + (stale > 0 ? " (" + stale + " stale)" : "");
        } else if (rule.path("observed").isNumber()) {
            text = Fields.number(rule.path("observed").asDouble());
        }
        boolean limited = rule.path("limit").isNumber() && LIMIT_OF_PEOPLE.contains(Fields.text(alarm, "kind"));
        return limited ? text + ", limit " + Fields.number(rule.path("limit").asDouble()) : text;
    }

    private AlarmText() {}
}
