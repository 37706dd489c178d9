package io.muster.stream.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.codec.Envelope;
import io.muster.contract.codec.EnvelopeCodec;
import io.muster.stream.config.JobConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same topology without files, for callers of the same process. */
class InProcessReplayTest {
    @Test
    void aSiteAmongOthersTellsWhatItsFileTells(@TempDir Path folder) throws Exception {
        Plant plant = plant(folder);
        Path recording = recording().write(folder.resolve("recording.jsonl"));
        Path files = plant.replay(recording, "aq3064", 1, "files");
        List<InputEnvelope> input = new ArrayList<>();
        for (String site : List.of("small", "other")) {
            input.add(plan(site, plant));
            for (String person : Files.readAllLines(plant.trackables())) {
                input.add(trackable(site, input.size(), person));
            }
            for (String line : Files.readAllLines(recording)) {
                input.add(of(site, EnvelopeCodec.read(line)));
            }
        }
        input.sort(Comparator.comparingLong(InputEnvelope::arrivalMillis));

        List<OutputValue> values = new ArrayList<>();
        InProcessReplay.run(input.iterator(), JobConfig.load("aq3064", null), 2, values::add);

        for (String topic : List.of("alarms", "fence-events", "zone-occupancy", "trackable-motions", "compliance")) {
            List<String> told = texts(values, "small", topic);
            assertFalse(told.isEmpty(), topic);
            assertEquals(Files.readAllLines(files.resolve(topic + ".jsonl")), told, topic);
            assertEquals(told.size(), texts(values, "other", topic).size(), topic);
        }
    }

    /** What a demo is warmed up by is the live job in all but its Kafka: bytes between stages, checkpoints on the way. */
    @Test
    void aRehearsalTellsTheSame(@TempDir Path folder) throws Exception {
        Plant plant = plant(folder);
        List<InputEnvelope> input = new ArrayList<>(List.of(plan("small", plant)));
        for (String person : Files.readAllLines(plant.trackables())) {
            input.add(trackable("small", input.size(), person));
        }
        for (String line : Files.readAllLines(recording().write(folder.resolve("recording.jsonl")))) {
            input.add(of("small", EnvelopeCodec.read(line)));
        }
        JobConfig config = JobConfig.load("aq3064", null);
        List<OutputValue> byHand = new ArrayList<>();
        InProcessReplay.run(input.iterator(), config, 2, byHand::add);
        List<OutputValue> asBytes = new ArrayList<>();
        InProcessReplay.rehearse(input.iterator(), config, 2, folder.resolve("checkpoints"), asBytes::add);

        assertFalse(byHand.isEmpty());
        assertEquals(lines(byHand), lines(asBytes));
    }

    private static List<String> lines(List<OutputValue> values) {
        return values.stream()
                .map(each -> each.topic() + " "
                        + (each.value() == null ? "" : new String(each.value(), StandardCharsets.UTF_8)))
                .toList();
    }

    @Test
    void nothingInIsNothingOut() throws Exception {
        List<OutputValue> values = new ArrayList<>();
        InProcessReplay.run(List.<InputEnvelope>of().iterator(), JobConfig.load("aq3064", null), 1, values::add);
        assertEquals(List.of(), values);
    }

    @Test
    void whatIsNotSortedOrNoInputIsRefused() throws Exception {
        JobConfig config = JobConfig.load("aq3064", null);
        InputEnvelope one = new InputEnvelope("small", "location-updates.s", 0, 0, 5, null, new byte[0]);
        InputEnvelope earlier = new InputEnvelope("small", "location-updates.s", 0, 1, 4, null, new byte[0]);
        InputEnvelope output = new InputEnvelope("small", "alarms", 0, 0, 5, null, new byte[0]);
        for (List<InputEnvelope> each : List.of(List.of(one, earlier), List.of(output))) {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> InProcessReplay.run(each.iterator(), config, 1, value -> {}));
            String said = String.valueOf(refused.getMessage());
            assertTrue(said.contains("comes after") || said.contains("'small.alarms'"), said);
        }
    }

    private static Plant plant(Path folder) {
        Plant plant = new Plant(folder).zone("tank", 0, 0, 20, 20, "{\"role\":\"hazard\",\"hazards\":[\"toxic\"]}");
        for (int person = 1; person <= 4; person++) {
            plant.person("00000000-0000-4000-8000-00000000000" + person, "T" + person);
        }
        return plant;
    }

    /** Four people go into the tank, one after the other, and out again together. */
    private static Recording recording() {
        Recording recording = new Recording();
        for (int person = 1; person <= 4; person++) {
            for (int second = 0; second < 60; second++) {
                boolean inside = second >= 5 * person && second < 40;
                double at = second + person / 10.0;
                String fix = Recording.location(
                        Plant.at(at).toString(), "T" + person, "uwb", inside ? 4 : -3, 2 + 4 * person);
                recording.record(at, "location-updates.s", person % 2, "T" + person, fix);
            }
        }
        return recording;
    }

    /** As a replay puts it that is given a plan: in force just before the first fix may be. */
    private static InputEnvelope plan(String site, Plant plant) throws Exception {
        byte[] value = Files.readString(plant.plan())
                .replace("\"site\":\"small\"", "\"site\":\"" + site + "\"")
                .getBytes(StandardCharsets.UTF_8);
        return new InputEnvelope(site, "plans", 0, 0, beforeTheFirst(), null, value);
    }

    private static InputEnvelope trackable(String site, long offset, String person) {
        return new InputEnvelope(
                site, "trackables", 0, offset, beforeTheFirst(), null, person.getBytes(StandardCharsets.UTF_8));
    }

    private static long beforeTheFirst() {
        return Plant.at(0.1).toEpochMilli() - 1001;
    }

    private static InputEnvelope of(String site, Envelope line) {
        return new InputEnvelope(
                site, line.topic(), line.partition(), line.offset(), line.arrivalMillis(), line.key(), line.value());
    }

    private static List<String> texts(List<OutputValue> values, String site, String topic) {
        List<String> texts = new ArrayList<>();
        for (OutputValue each : values) {
            byte[] value = each.value();
            if (each.site().equals(site) && each.topic().equals(topic) && value != null) {
                texts.add(new String(value, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
