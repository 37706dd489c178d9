package io.muster.console.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.muster.contract.plan.PlanFaults;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault of a plan with its place, for whoever mends the file.
 *
 * @param field its path as in {@code docs/plan.md}, such as {@code properties.muster.limit}; null = the whole document
 * @param line of the document, from 1; null = none can be named
 * @param feature its number in the document, from 1; null = it is of the plan itself
 * @param id of that feature, as it stands there
 * @param message what was expected and what was there, in one line with its place
 */
public record PlanFault(
        @Nullable String field,
        @Nullable Integer line,
        @Nullable Integer feature,
        @Nullable String id,
        String message) {
    private static final Pattern PLACED =
            Pattern.compile("(?:feature ([0-9]+)(?: '(.*?)')? )?([a-zA-Z_.0-9\\[\\]]+): .*");
    private static final Pattern LINE = Pattern.compile("line ([0-9]+)");
    private static final String GEOMETRY = "geometry";

    /**
     * In the order in which they were found.
     *
     * @param document as the caller has it; empty = the caller has none, and lines mean nothing
     */
    public static List<PlanFault> of(PlanFaults faults, byte[] document) {
        Map<String, Integer> lines = lines(document);
        boolean unreadable = document.length > 0 && lines.isEmpty();
        return faults.faults().stream().map(each -> of(each, unreadable, lines)).toList();
    }

    private static PlanFault of(String fault, boolean unreadable, Map<String, Integer> lines) {
        String prefix = PlanDesk.NAME + ": ";
        String message = fault.startsWith(prefix) ? fault.substring(prefix.length()) : fault;
        Matcher placed = PLACED.matcher(message);
        if (unreadable || !placed.matches()) {
            Matcher line = LINE.matcher(message);
            return new PlanFault(null, line.find() ? Integer.valueOf(line.group(1)) : null, null, null, message);
        }
        Integer feature = placed.group(1) == null ? null : Integer.valueOf(placed.group(1));
        String path = (feature == null ? "" : "features[" + (feature - 1) + "].") + placed.group(3);
        return new PlanFault(placed.group(3), line(path, lines), feature, placed.group(2), message);
    }

    /** Of what is not there, the line of what it should stand in. */
    private static @Nullable Integer line(String path, Map<String, Integer> lines) {
        String there = path;
        while (!lines.containsKey(there)) {
            int dot = there.lastIndexOf('.');
            if (dot < 0) {
                return lines.get("");
            }
            there = there.substring(0, dot);
        }
        return lines.get(there);
    }

    /** Path to line of everything but coordinates; empty where it is no JSON. */
    private static Map<String, Integer> lines(byte[] document) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(document)) {
            walk(parser, parser.nextToken(), "", lines);
        } catch (IOException e) {
            return Map.of();
        }
        return lines;
    }

    private static void walk(JsonParser parser, @Nullable JsonToken token, String path, Map<String, Integer> lines)
            throws IOException {
        lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
        if (path.endsWith(GEOMETRY)) {
            parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                walk(parser, parser.nextToken(), path.isEmpty() ? name : path + "." + name, lines);
            }
        } else if (token == JsonToken.START_ARRAY) {
            int index = 0;
            JsonToken each = parser.nextToken();
            while (each != null && each != JsonToken.END_ARRAY) {
                walk(parser, each, path + "[" + index++ + "]", lines);
                each = parser.nextToken();
            }
        }
    }
}
