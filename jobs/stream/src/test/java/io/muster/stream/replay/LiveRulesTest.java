package io.muster.stream.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules change while the job runs, by a plan that sets them: the next decision is by the new ones, of those too who stand already; a bad one is
 * refused whole with the reasons, and the old stays in force.
 */
class LiveRulesTest {
    private static final int SECONDS = 330;
    private static final String ZONES = "{\"type\":\"Feature\",\"id\":\"tank\",\"geometry\":{\"type\":\"Polygon\","
            + "\"coordinates\":[[[0,0],[20,0],[20,20],[0,20],[0,0]]]},\"properties\":{\"name\":\"tank\",\"floor\":0,"
            + "\"muster\":{\"role\":\"hazard\",\"hazards\":[\"toxic\"],\"limit\":1%s}}}";

    private final Recording recording = new Recording();

    @Test
    void theNextDecisionIsByTheNewRules(@TempDir Path folder) throws Exception {
        plan(-5, "v1", "{\"gathering\":{\"min_duration\":\"150 s\"}}", "");
        // Three stand from the beginning: a gathering by v1 at 150 s, by v2 as soon as that is in force.
        for (int person = 1; person <= 3; person++) {
            stand(person, 100 + person, 100, 0, SECONDS);
        }
        plan(
                90,
                "v2",
                "{\"gathering.min_duration\":\"60 s\",\"alarms\":{\"over_capacity\":{\"off_delay\":\"5 s\"}}}",
                "");
        plan(
                100,
                "bad",
                "{\"gathering\":{\"min_duration\":\"soon\"},\"alarms.over_capacity.off_delay\":\"-1 s\"}",
                ",\"minimum\":7");
        // Announced before the first return, in force after it.
        plan(
                95,
                "v3",
                "{\"alarms\":{\"over_capacity\":{\"off_delay\":\"30 s\"}}},\"valid_from\":\"" + Plant.at(180) + "\"",
                "");
        plan(101, "worse", "{\"settle\":\"9 s\"}", "");
        // Two in the tank, one too many, until 120 s; and again from 200 s to 240 s, under the longer delay.
        stand(4, 8, 10, 0, SECONDS);
        walkIn(5, 60, 120);
        walkIn(5, 200, 240);
        Path input = recording.write(folder.resolve("recording.jsonl"));

        Path out = replay(input, 1, folder.resolve("one"));
        // It is shown as foreseen from 30 s on, and warns from here on.
        JsonNode gathering = alarms(out, "gathering").stream()
                .filter(each -> !each.get("level").textValue().equals("blue"))
                .findFirst()
                .orElseThrow();
        double raised = seconds(gathering.get("reported_at"));
        assertTrue(raised >= 90 && raised <= 93, "raised at " + raised + " s");

        List<Double> delays = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        for (JsonNode each : alarms(out, "over_capacity")) {
            String state = each.get("state").textValue();
            if (state.equals("returned_unacknowledged")) {
                double gone = lastOver(out, seconds(each.get("reported_at")));
                delays.add(Math.rint(seconds(each.get("reported_at")) - gone));
                versions.add(each.get("plan_version").textValue());
            }
        }
        assertEquals(List.of(5.0, 30.0), delays, "how long after the count was within the limit");
        assertEquals(List.of("v2", "v3"), versions);

        for (JsonNode each : Outputs.of(out, "gathering-events")) {
            int wanted = seconds(each.get("gathering_time")) < 90 ? 150_000 : 60_000;
            assertEquals(wanted, each.get("min_duration_ms").intValue(), "by the rules in force: " + each);
        }

        List<String> refused = Outputs.of(out, "rejected-updates").stream()
                .map(each -> each.get("headers").get("reason").textValue() + " "
                        + each.get("headers").get("detail").textValue())
                .toList();
        assertEquals(2, refused.size(), refused::toString);
        for (String each : List.of(
                "bad_plan plans: feature 1 'tank' properties.muster.minimum: expected the limit 1 or less, was 7",
                "muster.rules.gathering.min_duration: expected a time such as 2 s, was 'soon'",
                "muster.rules.alarms.over_capacity.off_delay: must be at least 0 ms, was -1 s")) {
            assertTrue(refused.get(0).contains(each), refused.get(0));
        }
        assertTrue(refused.get(1).contains("muster.rules.settle: no rule that a plan can set"), refused.get(1));

        same(out, replay(input, 2, folder.resolve("two")));
        same(out, replay(input, 4, folder.resolve("four")));
    }

    /** From the south edge in and out again, 2 m/s. */
    private void walkIn(int person, int from, int until) {
        for (int second = from - 20; second <= until + 20; second++) {
            double away = second < from ? 2 * (from - second) : second > until ? 2 * (second - until) : 0;
            fix(person, second, 12, 10 - away);
        }
    }

    private void stand(int person, double x, double y, int from, int until) {
        for (int second = from; second <= until; second++) {
            fix(person, second, x, y);
        }
    }

    private void fix(int person, int second, double x, double y) {
        double at = second + person / 20.0;
        recording.record(
                at + 0.1,
                "location-updates.north",
                person % 4,
                "T" + person,
                Recording.location(Plant.at(at).toString(), "T" + person, "uwb", x, y));
    }

    private void plan(double arrival, String version, String rules, String zone) {
        recording.record(
                arrival,
                "plans",
                0,
                version,
                "{\"type\":\"FeatureCollection\",\"name\":\"small\",\"muster\":{\"site\":\"small\",\"crs\":\"local\",\"version\":\""
                        + version + "\",\"rules\":" + rules + "},\"features\":[" + ZONES.replace("%s", zone) + "]}");
    }

    private static List<JsonNode> alarms(Path out, String kind) throws Exception {
        return Outputs.of(out, "alarms").stream()
                .filter(each -> each.get("kind").textValue().equals(kind))
                .toList();
    }

    /** When the count of the tank came back to its limit, before this. */
    private static double lastOver(Path out, double before) throws Exception {
        double found = -1;
        boolean over = false;
        for (JsonNode each : Outputs.of(out, "zone-occupancy")) {
            double at = seconds(each.get("as_of"));
            boolean now = each.get("count_confirmed").intValue() > 1;
            if (over && !now && at < before) {
                found = at;
            }
            over = now;
        }
        return found;
    }

    private static double seconds(JsonNode time) {
        return Duration.between(Plant.at(0), Instant.parse(time.textValue())).toMillis() / 1000.0;
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

    private static void same(Path expected, Path actual) throws Exception {
        assertEquals(Outputs.names(expected), Outputs.names(actual));
        for (String name : Outputs.names(expected)) {
            assertEquals(-1, Files.mismatch(expected.resolve(name), actual.resolve(name)), name);
        }
    }
}
