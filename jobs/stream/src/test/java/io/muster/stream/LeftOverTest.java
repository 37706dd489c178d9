package io.muster.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.contract.topic.TopicKind;
import io.muster.stream.config.JobConfig;
import io.muster.stream.input.Control;
import io.muster.stream.input.RawRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Somebody comes, does everything that is remembered, and leaves. A day later no stage remembers them, but for what docs/state.md says stays on
 * purpose, and no timer stands.
 */
class LeftOverTest {
    private static final Instant START = Instant.parse("2026-07-01T08:00:00Z");
    private static final String SITE = "small";
    private static final int PEOPLE = 4;
    private static final long DAY_SECONDS = 25L * 3600;

    private long offset;

    @Test
    void whoLeftIsForgottenButForWhatIsWrittenDown() throws Exception {
        try (PlayedTopology plant = new PlayedTopology(JobConfig.load("aq3064", null))) {
            plant.feed(record(-3, "plans", TopicKind.PLANS, null, "v1", plan()));
            for (int person = 1; person <= PEOPLE; person++) {
                plant.feed(record(-2, "trackables", TopicKind.TRACKABLES, null, id(person), person(person)));
            }
            Set<String> busy = new TreeSet<>();
            for (int second = 0; second <= 300; second++) {
                for (int person = 1; person <= PEOPLE; person++) {
                    walk(plant, second, person);
                }
                stray(plant, second);
                said(plant, second);
                tick(plant, second);
                busy.addAll(stages(plant.state().keySet()));
            }
            assertEquals(new TreeSet<>(plant.keyed()), busy, "every stage had something to remember");

            for (long second = 310; second <= DAY_SECONDS; second += 10) {
                controlRoom(plant, second);
                tick(plant, second);
            }
            assertEquals(Map.of(), plant.timers(), "nobody is waited for");
            Map<String, String> left = plant.state();
            left.entrySet().removeIf(each -> !namesSomebody(each.getKey()) && !namesSomebody(each.getValue()));
            assertEquals(writtenDown("## What stays of somebody who left"), stages(left.keySet()), left::toString);
        }
    }

    /** A stage that remembers by key has a row, and no row is about a stage that is gone. */
    @Test
    void everyStageThatRemembersIsInTheTable() throws Exception {
        try (PlayedTopology plant = new PlayedTopology(JobConfig.load("aq3064", null))) {
            Set<String> rows = writtenDown("## Stages");
            rows.removeIf(each -> each.contains(".")); // a further state of a stage that has a row of its own
            assertEquals(new TreeSet<>(plant.keyed()), rows);
        }
    }

    /** Names of states, up to the dot: those of their stages. */
    private static Set<String> stages(Set<String> states) {
        Set<String> stages = new TreeSet<>();
        states.forEach(each -> stages.add(each.replaceAll("[. ].*", "")));
        return stages;
    }

    private static boolean namesSomebody(String text) {
        return IntStream.rangeClosed(1, PEOPLE)
                .anyMatch(person -> text.contains(id(person)) || text.contains("TAG" + person));
    }

    /** What the first column of the table under a heading of docs/state.md names. */
    private static Set<String> writtenDown(String heading) throws Exception {
        String text = Files.readString(Path.of("../../docs/state.md"));
        String section = text.substring(text.indexOf(heading));
        int next = section.indexOf("\n## ", 1);
        Set<String> named = new TreeSet<>();
        Matcher row = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE)
                .matcher(next < 0 ? section : section.substring(0, next));
        while (row.find()) {
            named.add(row.group(1));
        }
        return named;
    }

    /** Half a minute to the zone, where the four come together and stand still; out again after 200 s. */
    private void walk(PlayedTopology plant, int second, int person) throws Exception {
        double in = Math.min(20, second / 2.0);
        double out = Math.max(0, second - 200);
        if (out > 40) {
            return;
        }
        double y = -12 + in - out;
        plant.feed(fix(second, "TAG" + person, 5 + 2 * person, y));
    }

    private RawRecord fix(int second, String tag, double x, double y) {
        return record(
                second,
                "location-updates.north",
                TopicKind.LOCATION_UPDATES,
                "north",
                tag,
                "{\"position\":{\"type\":\"Point\",\"coordinates\":[" + x + "," + y
                        + "]},\"source\":\"s\",\"provider_type\":\"uwb\",\"provider_id\":\"" + tag
                        + "\",\"crs\":\"local\",\"accuracy\":0.3,\"floor\":0,\"timestamp_generated\":\""
                        + START.plusSeconds(second) + "\"}");
    }

    /** A tag that nobody carries is in two far places in turn, outside of everything, and its button is pressed. */
    private void stray(PlayedTopology plant, int second) throws Exception {
        if (second >= 100 && second < 110) {
            plant.feed(fix(second, "STRAY", 200 + 60 * (second % 2), 200));
            plant.feed(status(second, "STRAY", second < 105 ? "sos" : "none", 90));
        }
    }

    /** One goes in by the gate with a weak battery that is charged, and goes out by the gate. */
    private void said(PlayedTopology plant, int second) throws Exception {
        switch (second) {
            case 20 -> plant.feed(pass(second, "in"));
            case 60 -> plant.feed(status(second, "TAG1", "none", 5));
            case 90 -> plant.feed(status(second, "TAG1", "none", 90));
            case 280 -> plant.feed(pass(second, "out"));
            default -> {
                // Nothing is said.
            }
        }
    }

    /**
     * Once all is over somebody sees what was, confirms that the gathering has dispersed and resets the SOS. The four left together and fell silent
     * together, so it is over ten minutes after that.
     */
    private void controlRoom(PlayedTopology plant, long second) throws Exception {
        if (second == 900) {
            plant.feed(command(second, "acknowledge"));
            plant.feed(command(second, "clear"));
            plant.feed(command(second, "reset"));
        }
    }

    private RawRecord command(long second, String word) {
        return record(
                second,
                "alarm-commands",
                TopicKind.ALARM_COMMANDS,
                null,
                SITE,
                "{\"command_id\":\"" + word + "\",\"command\":\"" + word + "\",\"target\":{\"type\":\"site\",\"id\":\""
                        + SITE + "\"},\"by\":\"li.si\",\"reason\":\"all went home\"}");
    }

    private RawRecord pass(int second, String direction) {
        return record(
                second,
                "gate-passes",
                TopicKind.GATE_PASSES,
                null,
                "pass-" + direction,
                "{\"pass_id\":\"pass-" + direction + "\",\"gate_fence_id\":\"gate\",\"trackable_id\":\"" + id(1)
                        + "\",\"direction\":\"" + direction + "\",\"timestamp\":\"" + START.plusSeconds(second)
                        + "\"}");
    }

    private RawRecord status(int second, String tag, String button, int battery) {
        return record(
                second,
                "provider-status.north",
                TopicKind.PROVIDER_STATUS,
                "north",
                tag,
                "{\"provider_id\":\"" + tag + "\",\"button\":\"" + button
                        + "\",\"motion\":\"moving\",\"battery_percent\":" + battery + "}");
    }

    private static void tick(PlayedTopology plant, long second) throws Exception {
        plant.feed(new RawRecord(
                SITE,
                TopicKind.LOCATION_UPDATES.wire(),
                TopicKind.LOCATION_UPDATES,
                null,
                0,
                -1,
                START.plusSeconds(second).toEpochMilli() + 100,
                null,
                null,
                Control.TICK_ALL));
    }

    private RawRecord record(
            long second, String topic, TopicKind kind, @Nullable String vendor, String key, String value) {
        return new RawRecord(
                SITE,
                topic,
                kind,
                vendor,
                0,
                offset++,
                START.plusSeconds(second).toEpochMilli() + 50,
                key.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8),
                Control.RECORD);
    }

    private static String id(int person) {
        return "00000000-0000-4000-8000-00000000000" + person;
    }

    private static String person(int person) {
        return "{\"id\":\"" + id(person) + "\",\"type\":\"omlox\",\"location_providers\":[\"TAG" + person
                + "\"],\"properties\":{\"muster\":{\"department\":\"d\",\"person_type\":\"01\",\"post\":\"pump\"}}}";
    }

    private static String plan() {
        String zone =
                "{\"type\":\"Feature\",\"id\":\"%s\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[20,0],[20,20],[0,20],[0,0]]]},"
                        + "\"properties\":{\"name\":\"%s\",\"floor\":0,\"muster\":%s}}";
        return "{\"type\":\"FeatureCollection\",\"name\":\"small\",\"muster\":{\"site\":\"small\",\"crs\":\"local\",\"version\":\"v1\"},\"features\":["
                + String.format(
                        zone,
                        "flare",
                        "flare",
                        "{\"role\":\"forbidden\",\"hazards\":[\"toxic\"],\"overstay_ms\":30000,\"motionless_ms\":30000,"
                                + "\"allowed_posts\":[\"gate\"]}")
                + "," + String.format(zone, "control", "control", "{\"role\":\"production\"}")
                + "]}";
    }
}
