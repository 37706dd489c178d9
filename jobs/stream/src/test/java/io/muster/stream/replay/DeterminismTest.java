package io.muster.stream.replay;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.contract.topic.Ticks;
import io.muster.contract.topic.TopicKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same log gives the same bytes, however often and on however many subtasks it is read. */
class DeterminismTest {
    private static final long SEED = 20260701;
    private static final int SECONDS = 480;
    private static final List<String> VENDORS = List.of("north", "south");

    /** Eight minutes in about a second: paced, and still a test. */
    private static final double SPEED = 500;

    @Test
    void theSameLogGivesTheSameBytesAtAnyParallelismAndSpeed(@TempDir Path folder) throws Exception {
        Plant plant = plant(folder);
        Path input = shift().write(folder.resolve("recording.jsonl"));
        Path first = plant.replay(input, "aq3064", 1, "first");

        somethingHappened(first);
        same(first, plant.replay(input, "aq3064", 1, "again"));
        same(first, plant.replay(input, "aq3064", 2, "two"));
        same(first, plant.replay(input, "aq3064", 3, "three"));
        same(first, plant.replay(input, "aq3064", 4, "four"));
        same(first, plant.paced(input, "aq3064", 1, SPEED, "paced"));
        same(first, plant.paced(input, "aq3064", 4, SPEED, "paced-four"));
    }

    @Test
    void whatIsWrittenDoesNotDependOnWhatElseIs(@TempDir Path folder) throws Exception {
        Plant plant = plant(folder);
        Path input = shift().write(folder.resolve("recording.jsonl"));
        Path all = plant.replay(input, "aq3064", 2, "all");
        List<Set<TopicKind>> some = List.of(
                Set.of(TopicKind.ALARMS),
                Set.of(TopicKind.ALARM_STATES, TopicKind.COMPLIANCE),
                Set.of(TopicKind.OCCUPANCY_WINDOWS, TopicKind.REJECTED_UPDATES));
        for (Set<TopicKind> topics : some) {
            Path part = plant.only(input, "aq3064", 2, topics, "part" + some.indexOf(topics));
            Set<String> names = new TreeSet<>();
            topics.forEach(kind -> names.add(kind.wire() + ".jsonl"));
            assertEquals(names, Outputs.names(part));
            for (String name : names) {
                assertEquals(-1, Files.mismatch(all.resolve(name), part.resolve(name)), name);
            }
        }
    }

    private static Plant plant(Path folder) {
        Plant plant = new Plant(folder)
                .zone("tank", 0, 0, 20, 20, "{\"role\":\"hazard\",\"hazards\":[\"toxic\"]}")
                .zone(
                        "pump",
                        10,
                        10,
                        40,
                        30,
                        "{\"role\":\"hazard\",\"hazards\":[\"toxic\"],\"limit\":2,\"stale_counts\":true}")
                .zone("works", -100, -100, 200, 200, "{\"role\":\"production\"}")
                .beacon("door", 12, 12, 3);
        for (int person = 1; person <= 6; person++) {
            plant.person("00000000-0000-4000-8000-00000000000" + person, "T" + person, "B" + person);
        }
        return plant;
    }

    /** Six people and a stranger for eight minutes, and everything that goes wrong with their tags. */
    private static Recording shift() {
        Random random = new Random(SEED);
        Recording recording = new Recording();
        for (int person = 1; person <= 7; person++) {
            String tag = person == 7 ? "X9" : "T" + person;
            String topic = "location-updates." + VENDORS.get(person % 2);
            int partition = person % 4;
            for (int second = 0; second < SECONDS; second++) {
                if (nobodyIsHeard(second) || (person == 6 && second >= 120)) {
                    continue; // everybody is silent for two minutes, T6 for good
                }
                double generated = second + random.nextInt(1000) / 1000.0;
                double arrival = generated + delay(person, second, random);
                String when = clock(person, second, Plant.at(generated).toString());
                String fix = Recording.location(when, tag, "uwb", x(person, second, random), 4 + 2 * person);
                recording.record(arrival, topic, partition, second % 31 == 0 ? null : tag, fix);
                if (second % 17 == person) {
                    recording.record(arrival + random.nextInt(3), topic, partition, tag, fix);
                }
                if (second % 3 == 0 && person <= 2) {
                    recording.record(
                            arrival,
                            "proximity-updates.south",
                            partition,
                            "B" + person,
                            Recording.sighting(Plant.at(generated).toString(), "B" + person, "door"));
                }
            }
        }
        badWords(recording);
        ticks(recording);
        return recording;
    }

    private static boolean nobodyIsHeard(int second) {
        return (second >= 240 && second < 300) || (second >= 360 && second < 420);
    }

    /** In the tank between 20 s and 200 s, and again after the second silence. */
    private static double x(int person, int second, Random random) {
        boolean inside = (second > 20 + person && second < 200) || second > 430;
        return (inside ? 12 : -6) + random.nextInt(100) / 50.0;
    }

    /** Mostly within the settle, at times beyond it; what T3 saw in half a minute comes in one burst. */
    private static double delay(int person, int second, Random random) {
        if (person == 3 && second >= 130 && second < 160) {
            return 165 - second;
        }
        int chance = random.nextInt(100);
        return chance < 90 ? random.nextInt(900) / 1000.0 : 1 + random.nextInt(4000) / 1000.0;
    }

    private static String clock(int person, int second, String now) {
        if (person == 5 && second % 40 == 7) {
            return "2099-01-01T00:00:00.000Z";
        }
        boolean dead = person == 4 && (second % 50 == 9 || (second >= 100 && second < 115));
        return dead ? "1970-01-01T00:00:05.000Z" : now;
    }

    /** The same bytes at the same time and offset in several partitions, and beacons that nobody surveyed, of several tags at once. */
    private static void badWords(Recording recording) {
        for (int partition = 0; partition < 4; partition++) {
            recording.record(-1, "location-updates.south", partition, "T" + partition, "nonsense");
            recording.record(-1, "proximity-updates.south", partition, null, "nonsense");
            recording.record(
                    50,
                    "proximity-updates.south",
                    partition,
                    "Z" + partition,
                    Recording.sighting("2026-07-01T08:00:50Z", "Z" + partition, "nowhere"));
        }
    }

    /** As the job that was recorded wrote them: everywhere at one instant, through the second silence but not the first. */
    private static void ticks(Recording recording) {
        for (String topic :
                List.of("location-updates.north", "location-updates.south", "proximity-updates.south", "plans")) {
            int partitions = topic.equals("plans") ? 1 : 4;
            for (int partition = 0; partition < partitions; partition++) {
                recording.tick(-2, topic, partition, Ticks.OPEN);
                for (int quarter = 0; quarter < 4 * SECONDS; quarter++) {
                    double second = quarter / 4.0;
                    if (second < 240 || second >= 300) {
                        recording.tick(second, topic, partition, Ticks.TICK);
                    }
                }
            }
        }
    }

    private static void somethingHappened(Path output) throws Exception {
        Set<String> alarms = Outputs.of(output, "alarms").stream()
                .map(each ->
                        each.get("kind").textValue() + " " + each.get("state").textValue())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> reasons = Outputs.of(output, "rejected-updates").stream()
                .map(each -> each.get("headers").get("reason").textValue())
                .collect(Collectors.toCollection(TreeSet::new));
        List<JsonNode> fences = Outputs.of(output, "fence-events");
        assertAll(
                () -> assertTrue(alarms.contains("over_capacity raised_unacknowledged"), alarms::toString),
                () -> assertTrue(alarms.contains("over_capacity cleared"), alarms::toString),
                () -> assertTrue(alarms.contains("gathering raised_unacknowledged"), alarms::toString),
                () -> assertEquals(Set.of("unreadable_json", "unknown_beacon"), reasons),
                () -> assertEquals(12, Outputs.of(output, "rejected-updates").size()),
                () -> assertTrue(fences.size() > 20, () -> fences.size() + " fence events"),
                () -> assertTrue(
                        Outputs.of(output, "zone-occupancy").stream()
                                .anyMatch(each -> each.get("count_stale").intValue() > 0),
                        "nobody was stale"),
                () -> assertTrue(!Outputs.of(output, "gathering-events").isEmpty(), "no gathering"),
                () -> assertTrue(!Outputs.of(output, "trackable-motions").isEmpty(), "no motions"),
                () -> assertTrue(!Outputs.of(output, "occupancy-windows").isEmpty(), "no windows"));
    }

    private static void same(Path expected, Path actual) throws Exception {
        assertEquals(Outputs.names(expected), Outputs.names(actual));
        for (String name : Outputs.names(expected)) {
            assertEquals(
                    -1,
                    Files.mismatch(expected.resolve(name), actual.resolve(name)),
                    () -> "seed " + SEED + ": first different byte of " + name + " in " + actual.getFileName());
        }
    }
}
