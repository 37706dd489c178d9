package io.muster.stream.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole stories through the whole topology. */
class ReplayStoryTest {
    @Test
    void theFourthPersonInAHazardZoneRaisesTheAlarmWhichThenWaitsToBeSeen(@TempDir Path folder) throws Exception {
        Plant plant = new Plant(folder)
                .zone("tank", 0, 0, 20, 20, "{\"role\":\"hazard\",\"hazards\":[\"toxic\"]}")
                .zone("works", -100, -100, 200, 200, "{\"role\":\"production\"}");
        for (int person = 1; person <= 4; person++) {
            plant.person("00000000-0000-4000-8000-00000000000" + person, "T" + person);
            for (int second = 0; second < 60; second++) {
                // From 3.5 m outside to 3.5 m inside at 1.4 m/s: the edge is crossed halfway between the second and the
                // third fix.
                double in = Math.max(0, Math.min(5, second - 5 * person));
                double out = Math.max(0, Math.min(5, second - 40));
                plant.fix(second + person / 10.0, "T" + person, -3.5 + 1.4 * (in - out), 2 + 4 * person);
            }
        }
        Path output = plant.replay("aq3064", 2, "out");

        assertEquals(
                List.of(
                        "over_capacity raised_unacknowledged orange 4 people, limit 3.0, raised 08:00:23.400",
                        "gathering raised_unacknowledged blue 4 people, limit 3.0, raised 08:00:31.000",
                        "over_capacity returned_unacknowledged orange 3 people, limit 3.0, raised 08:00:23.400"),
                alarms(output));
    }

    /** A recording is sorted by topic where two came at one moment, and what stands before the plan belongs to its site too. */
    @Test
    void thePlanNamesTheSiteAlsoWhereSomethingOfItsMomentStandsBeforeIt(@TempDir Path folder) throws Exception {
        Plant plant = new Plant(folder).zone("works", -100, -100, 200, 200, "{\"role\":\"production\"}");
        Recording recording = new Recording()
                .record(0, "gas-alarms", 0, "G1", "{}")
                .record(0, "plans", 0, "1", Files.readString(plant.plan()));
        for (int second = 2; second < 8; second++) {
            String fix = Recording.location(Plant.at(second).toString(), "T1", "uwb", 1, 1);
            recording.record(second, "location-updates.v", 0, "T1", fix);
        }
        Path input = recording.write(folder.resolve("recorded.jsonl"));
        Path output = folder.resolve("recorded-out");
        ReplayRun.run(
                new ReplayOptions(
                        input.toString(),
                        InputFormat.JSONL,
                        null,
                        null,
                        null,
                        null,
                        "aq3064",
                        1,
                        output,
                        null,
                        null,
                        null),
                progress -> {});
        List<String> counts = Files.readAllLines(output.resolve("zone-occupancy.jsonl"));
        assertEquals(
                "small", new ObjectMapper().readTree(counts.get(0)).get("site").textValue());
        assertEquals(
                1, Files.readAllLines(output.resolve("rejected-updates.jsonl")).size());
    }

    private static List<String> alarms(Path output) throws Exception {
        List<String> told = new ArrayList<>();
        for (String line : Files.readAllLines(output.resolve("alarms.jsonl"))) {
            JsonNode alarm = new ObjectMapper().readTree(line);
            told.add(alarm.get("kind").textValue() + " " + alarm.get("state").textValue() + " "
                    + alarm.get("level").textValue() + " "
                    + alarm.get("trackable_ids").size() + " people, limit "
                    + alarm.get("rule").get("limit") + ", raised "
                    + alarm.get("raised_at").textValue().substring(11, 23));
        }
        return told;
    }
}
