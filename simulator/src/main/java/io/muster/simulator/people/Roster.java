package io.muster.simulator.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Times;
import io.muster.simulator.radio.Fault;
import io.muster.simulator.radio.FaultKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people as omlox Trackables, one JSON document each. */
public final class Roster {
    private final @Nullable Long startMillis;
    private final Set<String> unbound;
    /** By member, an instant (epoch). */
    private final Map<String, Long> endings;

    private Roster(@Nullable Long startMillis, Set<String> unbound, Map<String, Long> endings) {
        this.startMillis = startMillis;
        this.unbound = unbound;
        this.endings = Map.copyOf(endings);
    }

    /** Tags are bound for ever. */
    public static Roster unlimited() {
        return new Roster(null, Set.of(), Map.of());
    }

    /**
     * Members of a fault {@link FaultKind#UNBOUND_TAG} are in the roster without their tags.
     *
     * @param startMillis instant of simulated time 0 (epoch): visitors' tags are theirs only for their visit in the first cycle; null = for ever, which is
     *     right for a run of several cycles
     */
    public static Roster of(@Nullable Long startMillis, List<Fault> faults) {
        return new Roster(
                startMillis,
                faults.stream()
                        .filter(fault -> fault.kind() == FaultKind.UNBOUND_TAG)
                        .flatMap(fault -> fault.who().stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Map.of());
    }

    /** The same, but that the tags of these members are valid until an instant (epoch), whatever else is said. */
    public Roster withEndings(Map<String, Long> untilMillis) {
        return new Roster(startMillis, unbound, untilMillis);
    }

    /** One trackable, as it goes to the topic {@code trackables}. */
    public byte[] record(Person person) {
        return line(person).getBytes(StandardCharsets.UTF_8);
    }

    /** Everybody, one line each: a file for {@code --trackables}. */
    public byte[] file(List<Person> people) {
        return people.stream()
                .map(this::line)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As {@link #record}, tags bound for ever. */
    public static byte[] trackable(Person person) {
        return unlimited().record(person);
    }

    /** As {@link #file}, tags bound for ever. */
    public static byte[] jsonl(List<Person> people) {
        return unlimited().file(people);
    }

    private String line(Person person) {
        ObjectNode trackable = Json.object();
        trackable.put("id", person.id()).put("type", "virtual");
        if (person.name() != null) {
            trackable.put("name", person.name());
        }
        var providers = trackable.putArray("location_providers");
        if (!unbound.contains(person.member())) {
            person.tags().forEach(tag -> providers.add(tag.providerId()));
        }
        ObjectNode ours = trackable.putObject("properties").putObject("muster");
        ours.put("department", person.department()).put("person_type", person.personType());
        if (person.post() != null) {
            ours.put("post", person.post());
        }
        if (person.host() != null) {
            ours.put("host", person.host());
        }
        time(ours, "valid_from", person.validFromMillis());
        Long ending = endings.get(person.member());
        if (ending != null) {
            ours.put("valid_until", Times.write(Instant.ofEpochMilli(ending)));
        } else {
            time(ours, "valid_until", person.validUntilMillis());
        }
        return Json.writeString(trackable);
    }

    private void time(ObjectNode ours, String field, @Nullable Long millis) {
        Long start = startMillis;
        if (start != null && millis != null) {
            ours.put(field, Times.write(Instant.ofEpochMilli(start + millis)));
        }
    }
}
