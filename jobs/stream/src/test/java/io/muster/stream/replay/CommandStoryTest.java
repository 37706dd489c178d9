package io.muster.stream.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A control room acts on alarms: its commands are in the log like everything else, so a replay does what was done. */
class CommandStoryTest {
    private static final String TANK =
            "{\"type\":\"Feature\",\"id\":\"tank\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[20,0],[20,20],[0,20],[0,0]]]},"
                    + "\"properties\":{\"name\":\"tank\",\"floor\":0,\"muster\":{\"role\":\"hazard\",\"hazards\":[\"toxic\"]}}}";

    private static final int[] TO_X = {0, 0, -1, 1};
    private static final int[] TO_Y = {-1, 1, 0, 0};
    private static final String OVER_CAPACITY = ",\"kinds\":[\"over_capacity\"]";

    private final Recording recording = new Recording();
    private int commands;

    @Test
    void whatWasDoneIsDoneAgainAtAnyParallelism(@TempDir Path folder) throws Exception {
        recording.record(
                -5,
                "plans",
                0,
                "v1",
                "{\"type\":\"FeatureCollection\",\"name\":\"small\",\"muster\":{\"site\":\"small\",\"crs\":\"local\",\"version\":\"v1\"},\"features\":["
                        + TANK + "]}");
        for (int second = 0; second < 220; second++) {
            for (int person = 1; person <= 4; person++) {
                walk(second, person);
            }
        }
        says(40, "c1", "acknowledge", "fence", "tank", OVER_CAPACITY);
        says(45, "c1", "acknowledge", "fence", "tank", OVER_CAPACITY);
        says(
                50,
                "c2",
                "shelve",
                "fence",
                "tank",
                OVER_CAPACITY + ",\"reason\":\"pump\",\"until\":\"2026-07-01T08:01:30.000Z\"");
        says(110, "c3", "clear", "site", "small", ",\"reason\":\"too early\"");
        says(111, "c4", "acknowledge", "alarm", "nobody-knows-it", "");
        says(215, "c5", "clear", "site", "small", ",\"reason\":\"all went home\"");
        Path input = recording.write(folder.resolve("recording.jsonl"));

        Path out = replay(input, 1, folder.resolve("one"));
        assertEquals(
                List.of(
                        "raised_unacknowledged",
                        "acknowledged",
                        "shelved",
                        "raised_unacknowledged",
                        "returned_unacknowledged",
                        "cleared"),
                states(out, "over_capacity"));
        assertEquals(List.of("raised_unacknowledged", "latched_unacknowledged", "cleared"), states(out, "gathering"));
        for (JsonNode each : Outputs.of(out, "alarms")) {
            if (each.get("state").textValue().equals("cleared")) {
                assertEquals("li.si", each.get("cleared").get("by").textValue());
                assertEquals("all went home", each.get("cleared").get("reason").textValue());
            }
        }
        assertEquals(
                List.of(
                        "command_refused clear: its condition still holds: acknowledge or shelve it",
                        "command_refused acknowledge: no open alarm of alarm nobody-knows-it"),
                Outputs.of(out, "rejected-updates").stream()
                        .map(each -> each.get("headers").get("reason").textValue() + " "
                                + each.get("headers").get("detail").textValue())
                        .toList());
        List<String> told = Outputs.of(out, "notifications").stream()
                .map(each -> each.get("trackable_id").textValue() + " "
                        + each.get("kind").textValue() + " " + each.get("ended"))
                .toList();
        assertTrue(told.contains("managers gathering false"), told::toString);
        assertTrue(told.contains("managers gathering true"), told::toString);
        assertEquals(
                4,
                told.stream().filter(each -> each.endsWith(" gathering false")).count() - 1,
                told::toString);

        Path two = replay(input, 2, folder.resolve("two"));
        assertEquals(Outputs.names(out), Outputs.names(two));
        for (String name : Outputs.names(out)) {
            assertEquals(-1, Files.mismatch(out.resolve(name), two.resolve(name)), name);
        }
    }

    /** There at 20 s; from 130 s on each goes another way. */
    private void walk(int second, int person) {
        double away = Math.max(Math.max(0, 20 - second), Math.max(0, Math.min(40, second - 130)));
        double at = second + person / 20.0;
        recording.record(
                at + 0.1,
                "location-updates.north",
                person % 4,
                "T" + person,
                Recording.location(
                        Plant.at(at).toString(),
                        "T" + person,
                        "uwb",
                        10 + away * TO_X[person - 1],
                        2 + 3 * person + away * TO_Y[person - 1]));
    }

    private void says(double second, String id, String word, String targetType, String targetId, String more) {
        commands++;
        recording.record(
                second + commands / 1000.0,
                "alarm-commands",
                0,
                targetId,
                "{\"command_id\":\"" + id + "\",\"command\":\"" + word + "\",\"target\":{\"type\":\"" + targetType
                        + "\",\"id\":\"" + targetId + "\"},\"by\":\"li.si\"" + more + "}");
    }

    /** States of a kind in their order, each once in a row. */
    private static List<String> states(Path output, String kind) throws Exception {
        List<String> states = new ArrayList<>();
        for (JsonNode each : Outputs.of(output, "alarms")) {
            String state = each.get("state").textValue();
            if (each.get("kind").textValue().equals(kind)
                    && (states.isEmpty() || !states.get(states.size() - 1).equals(state))) {
                states.add(state);
            }
        }
        return states;
    }

    private static Path replay(Path input, int parallelism, Path output) throws Exception {
        ReplayRun.run(
                new ReplayOptions(
                        input.toString(),
                        InputFormat.JSONL,
                        null,
                        null,
                        null,
                        null,
                        "aq3064",
                        parallelism,
                        output,
                        "small",
                        null,
                        null),
                progress -> {});
        return output;
    }
}
