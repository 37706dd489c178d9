package io.muster.simulator.event;

import static io.muster.simulator.event.Scenes.HOUR;
import static io.muster.simulator.event.Scenes.MINUTE;
import static io.muster.simulator.event.Scenes.event;
import static io.muster.simulator.event.Scenes.play;
import static io.muster.simulator.event.Scenes.playOnce;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.value.AlarmCommand;
import io.muster.contract.value.CommandKind;
import io.muster.contract.value.Subject;
import io.muster.simulator.day.Member;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import io.muster.simulator.radio.TimedMessage;
import io.muster.simulator.scenario.EventKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What goes to the broker: ids and instants of one site and run, and every field as the document for other teams has it. */
class MessageWriterTest {
    private static final Map<String, String> SCHEMAS = Map.of(
            "permits", "Permit",
            "inspections", "Inspection",
            "evacuations", "Evacuation",
            "gas-alarms", "GasAlarm",
            "gate-passes", "GatePass",
            "infrastructure-status", "InfrastructureStatus",
            "alarm-commands", "AlarmCommand");
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final MessageWriter WRITER = new MessageWriter(
            Scenes.members(Scenes.crews()).stream()
                    .map(MessageWriterTest::person)
                    .toList(),
            START.toEpochMilli());

    @Test
    void theVendorOfAStatusIsThatOfTheFirstTag() throws Exception {
        List<Played> pressed = play(
                event(EventKind.SOS, HOUR).who("operator#1").line(1),
                event(EventKind.SOS, HOUR).who("visitor#1").line(2));
        TimedMessage uwb = WRITER.write(pressed.get(0).messages().get(0), 0);
        TimedMessage ble = WRITER.write(pressed.get(1).messages().get(0), 0);

        assertEquals("provider-status.uwb-north", uwb.topic());
        assertEquals("A4C1380000000001", new String(uwb.key(), StandardCharsets.UTF_8));
        assertEquals(
                "{\"provider_id\":\"A4C1380000000001\",\"provider_type\":\"uwb\",\"source\":\"uwb-north\","
                        + "\"timestamp_generated\":\"2026-03-02T01:00:00.000Z\",\"timestamp_sent\":\"2026-03-02T01:00:00.000Z\",\"button\":\"sos\",\"motion\":\"moving\","
                        + "\"fall\":false}",
                new String(uwb.value(), StandardCharsets.UTF_8));
        assertEquals(START.toEpochMilli() + HOUR, uwb.emissionMillis());
        assertEquals("provider-status.ble-south", ble.topic());
        assertEquals("ibeacon", Json.readTree(ble.value()).path("provider_type").asText());
    }

    @Test
    void theContractReadsTheSilenceOfAShutDown() throws Exception {
        Played shutdown = playOnce(event(EventKind.UNIT_SHUTDOWN, 2 * HOUR)
                .zone("unit-06")
                .size(4)
                .lasts(HOUR)
                .line(1));
        TimedMessage silence = WRITER.write(shutdown.messages().get(0), Scenes.DURATION);
        AlarmCommand command = Json.read(silence.value(), AlarmCommand.class);

        assertEquals(CommandKind.SILENCE, command.command());
        String fence = Scenes.PLANT.fence("unit-06").orElseThrow().id();
        assertEquals(new Subject("fence", fence), command.target());
        assertEquals(fence, new String(silence.key(), StandardCharsets.UTF_8));
        assertTrue(Ids.isUuid(command.commandId()));
        assertEquals(START.plusMillis(Scenes.DURATION + 3 * HOUR + 68_000), command.until());
    }

    @Test
    void everyMessageHasTheFieldsOfTheDocumentAndNoOther() throws Exception {
        JsonNode schemas = schemas();
        Set<String> seen = new TreeSet<>();
        for (Message message : all()) {
            check(
                    schemas,
                    message.topic(),
                    Json.readTree(WRITER.write(message, 0).value()));
            seen.add(message.topic());
        }
        assertEquals(Set.of("permits", "inspections", "evacuations", "gas-alarms"), seen);
    }

    @Test
    void theExamplesForNeighboursHaveThemToo() throws Exception {
        JsonNode schemas = schemas();
        Set<String> seen = new TreeSet<>();
        String topic = "";
        for (String line : Files.readAllLines(Path.of("../docs/neighbours.md"))) {
            if (line.startsWith("## ")) {
                topic = line.substring(3);
            } else if (line.startsWith("{")) {
                check(schemas, topic, Json.readTree(line.getBytes(StandardCharsets.UTF_8)));
                seen.add(topic);
            }
        }
        assertEquals(SCHEMAS.keySet(), seen);
    }

    private static JsonNode schemas() throws Exception {
        return new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("../docs/asyncapi.yaml").toFile())
                .path("components")
                .path("schemas");
    }

    /** All required fields, no unknown one, and only the words that are listed. */
    private static void check(JsonNode schemas, String topic, JsonNode value) {
        JsonNode schema = schemas.path(Objects.requireNonNull(SCHEMAS.get(topic), topic));
        assertTrue(schema.isObject(), topic + " is described");
        Set<String> fields = names(value);
        Set<String> unknown = new TreeSet<>(fields);
        unknown.removeAll(names(schema.path("properties")));
        assertEquals(Set.of(), unknown, topic);
        schema.path("required")
                .forEach(field -> assertTrue(fields.contains(field.asText()), topic + " needs " + field));
        for (String field : fields) {
            List<String> words = new ArrayList<>();
            schema.path("properties").path(field).path("enum").forEach(word -> words.add(word.asText()));
            assertTrue(
                    words.isEmpty() || words.contains(value.path(field).asText()),
                    topic + "." + field + " " + value.path(field));
        }
    }

    private static Person person(Member member) {
        return new Person(
                member.index(),
                Ids.uuid5("demo", "person", member.name()),
                member.name(),
                member.crew().id(),
                null,
                member.crew().department(),
                member.crew().personType(),
                null,
                null,
                null,
                null,
                List.of(
                        member.crew().id().equals("visitor")
                                ? new Tag("C4:7C:CC:00:00:01", Tag.Technology.BLE)
                                : new Tag("A4C1380000000001", Tag.Technology.UWB)),
                (millis, pose) -> {});
    }

    private static List<Message> all() {
        List<Message> all = new ArrayList<>(Scenes.player().routine(0));
        play(
                        event(EventKind.GAS_ALARM, HOUR)
                                .zone("unit-02")
                                .lasts(MINUTE)
                                .line(1),
                        event(EventKind.GAS_ALARM, HOUR)
                                .place(300, 400)
                                .gas("toxic")
                                .lasts(MINUTE)
                                .line(2),
                        event(EventKind.EVACUATION, HOUR)
                                .muster("muster-south")
                                .zone("offices")
                                .lasts(15 * MINUTE)
                                .line(3))
                .forEach(played -> all.addAll(played.messages()));
        return all;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        for (Iterator<String> fields = object.fieldNames(); fields.hasNext(); ) {
            names.add(fields.next());
        }
        return names;
    }
}
