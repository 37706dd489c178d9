package io.muster.simulator.people;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The people as omlox Trackables, one JSON document each; names and departments here need no escaping. */
public final class Roster {
    private Roster() {}

    /** One trackable, as it goes to the topic {@code trackables}. */
    public static byte[] trackable(Person person) {
        return line(person).getBytes(StandardCharsets.UTF_8);
    }

    /** Everybody, one line each: a file for {@code --trackables}. */
    public static byte[] jsonl(List<Person> people) {
        return people.stream()
                .map(Roster::line)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Person person) {
        String tags = person.tags().stream()
                .map(tag -> "\"" + tag.providerId() + "\"")
                .collect(Collectors.joining(","));
        return "{\"id\":\"" + person.id() + "\",\"type\":\"virtual\""
                + (person.name() == null ? "" : ",\"name\":\"" + person.name() + "\"")
                + ",\"location_providers\":[" + tags + "],\"properties\":{\"muster\":{\"department\":\""
                + person.department() + "\",\"person_type\":\"" + person.personType() + "\"}}}";
    }
}
