package io.muster.contract.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Times;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.omlox.Trackable;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads people: omlox Trackables, one per line. */
public final class PeopleReader {
    private static final int LONGEST_ID = 256;
    private static final int MOST_TAGS = 32;

    /**
     * A whole file. Empty lines are passed over; a byte order mark is too.
     *
     * @param fileName for the faults
     * @throws PeopleFaults with every fault of every line, and every tag that two people have at the same time
     */
    public static List<Person> read(String fileName, byte[] jsonLines) throws PeopleFaults {
        List<String> faults = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        int start = hasMark(jsonLines) ? 3 : 0;
        int line = 0;
        while (start <= jsonLines.length) {
            int end = start;
            while (end < jsonLines.length && jsonLines[end] != '\n') {
                end++;
            }
            line++;
            byte[] bytes = java.util.Arrays.copyOfRange(jsonLines, start, end);
            start = end + 1;
            if (isBlank(bytes)) {
                continue;
            }
            List<String> here = new ArrayList<>();
            Person person = person(bytes, here);
            for (String each : here) {
                faults.add(fileName + ":" + line + " " + each);
            }
            if (person != null) {
                people.add(person);
                lines.add(line);
            }
        }
        shared(fileName, people, lines, faults);
        if (!faults.isEmpty()) {
            throw new PeopleFaults(faults);
        }
        return people;
    }

    /** One record of the topic {@code trackables}. */
    public static Person readOne(byte[] bytes) throws PeopleFaults {
        List<String> faults = new ArrayList<>();
        Person person = person(bytes, faults);
        if (person == null || !faults.isEmpty()) {
            throw new PeopleFaults(faults);
        }
        return person;
    }

    /**
     * A document that was checked before.
     *
     * @throws IllegalStateException where it was not
     */
    public static Person readOne(String document) {
        try {
            return readOne(document.getBytes(StandardCharsets.UTF_8));
        } catch (PeopleFaults e) {
            throw new IllegalStateException("a person with faults got past the door: " + e.faults(), e);
        }
    }

    private static @Nullable Person person(byte[] bytes, List<String> faults) {
        Trackable trackable;
        try {
            trackable = Json.read(bytes, Trackable.class);
        } catch (Unreadable e) {
            faults.add(e.reason().wire() + ": " + e.detail());
            return null;
        }
        if (trackable.id().isBlank() || trackable.id().length() > LONGEST_ID) {
            faults.add("id: expected 1 to " + LONGEST_ID + " characters, was "
                    + trackable.id().length());
        }
        if (!trackable.type().equals("omlox") && !trackable.type().equals("virtual")) {
            faults.add("type: expected omlox or virtual, was '" + trackable.type() + "'");
        }
        Ours ours = new Ours(trackable.properties(), faults);
        Instant from = ours.time("valid_from");
        Instant until = ours.time("valid_until");
        if (from != null && until != null && !from.isBefore(until)) {
            faults.add("properties.muster.valid_until: expected later than valid_from " + Times.write(from) + ", was "
                    + Times.write(until));
        }
        Person person = new Person(
                trackable.id(),
                trackable.name(),
                tags(trackable, faults),
                ours.text("department"),
                ours.text("person_type"),
                ours.text("post"),
                from,
                until,
                ours.text("host"),
                new String(bytes, StandardCharsets.UTF_8).strip());
        return faults.isEmpty() ? person : null;
    }

    private static List<String> tags(Trackable trackable, List<String> faults) {
        List<String> providers = trackable.locationProviders() == null ? List.of() : trackable.locationProviders();
        if (providers.size() > MOST_TAGS) {
            faults.add("location_providers: expected at most " + MOST_TAGS + " tags, was " + providers.size());
        }
        Set<String> tags = new LinkedHashSet<>();
        for (String each : providers) {
            String key = Ids.providerKey(each);
            if (key.isEmpty() || key.length() > LONGEST_ID) {
                faults.add("location_providers: expected 1 to " + LONGEST_ID + " characters, was '" + each + "'");
            } else if (!tags.add(key)) {
                faults.add("location_providers: expected each tag once, was '" + each + "' again");
            }
        }
        return List.copyOf(tags);
    }

    /** One tag, one person at a time: two would be counted as one. */
    private static void shared(String fileName, List<Person> people, List<Integer> lines, List<String> faults) {
        Map<String, List<Integer>> carriers = new HashMap<>();
        Map<String, Integer> ids = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            Integer first = ids.putIfAbsent(person.id(), lines.get(i));
            if (first != null) {
                faults.add(
                        fileName + ":" + lines.get(i) + " id: '" + person.id() + "' is that of line " + first + " too");
                continue;
            }
            for (String tag : person.tags()) {
                List<Integer> before = carriers.computeIfAbsent(tag, t -> new ArrayList<>());
                for (int other : before) {
                    if (people.get(other).overlaps(person)) {
                        faults.add(fileName + ":" + lines.get(i) + " location_providers: tag '" + tag + "' of '"
                                + person.id() + "' is bound to '"
                                + people.get(other).id() + "' (line "
                                + lines.get(other) + ") at the same time");
                    }
                }
                before.add(i);
            }
        }
    }

    private static boolean hasMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte each : bytes) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    /** {@code properties.muster} of a trackable. */
    private record Ours(@Nullable ObjectNode properties, List<String> faults) {
        @Nullable
        String text(String field) {
            JsonNode value = value(field);
            if (value == null) {
                return null;
            }
            if (!value.isTextual()) {
                faults.add("properties.muster." + field + ": expected a text, was " + value.getNodeType());
                return null;
            }
            return value.textValue();
        }

        @Nullable
        Instant time(String field) {
            String text = text(field);
            try {
                return text == null ? null : Times.read(text);
            } catch (DateTimeException e) {
                faults.add(
                        "properties.muster." + field + ": expected an ISO 8601 time with offset, was '" + text + "'");
                return null;
            }
        }

        private @Nullable JsonNode value(String field) {
            JsonNode muster = properties == null ? null : properties.get("muster");
            JsonNode value = muster == null ? null : muster.get(field);
            return value == null || value.isNull() ? null : value;
        }
    }

    private PeopleReader() {}
}
