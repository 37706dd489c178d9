package io.muster.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's "replay a shift": simulate, replay, verify, diff; and no alarm can be taken away, added or delayed without being noticed. */
class ReplayAShiftTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @BeforeAll
    static void aShiftIsSimulatedAndReplayed() {
        Muster.Result simulated = Muster.run(
                "simulate",
                "--for",
                "3m",
                "--people",
                "60",
                "--output",
                at("shift.jsonl.gz"),
                "--truth",
                at("truth.jsonl"));
        assertEquals(0, simulated.code(), simulated.err());
        assertTrue(simulated.err().startsWith("simulate: seed=7 scenario=demo "), simulated.err());
        Muster.Result replayed = Muster.run("replay", "--input", at("shift.jsonl.gz"), "--output", at("out"));
        assertEquals(0, replayed.code(), replayed.err());
    }

    @Test
    void whatTheJobSaysIsWhatIsTrue() throws IOException {
        Muster.Result result = verify("out", "--html", at("quality.html"));
        assertEquals(0, result.code(), result.out() + result.err());
        assertTrue(result.out().contains("PASSED: every promise was kept."), result.out());
        String page = Files.readString(folder.resolve("quality.html"));
        assertTrue(page.contains("<svg") && page.contains("over capacity"), page.substring(0, 500));
        assertTrue(!page.contains("src=\"http") && !page.contains("href=\"http"), "the page needs something else");
    }

    @Test
    void jsonIsOneObjectWithFigures() throws Exception {
        Muster.Result result = verify("out", "--json");
        assertEquals(0, result.code(), result.err());
        JsonNode object = Json.readTree(result.out().strip().getBytes(StandardCharsets.UTF_8));
        assertEquals("verify", object.path("command").asText());
        assertTrue(object.path("figures").size() > 10, result.out());
    }

    @Test
    void anAlarmThatIsRemovedIsMissed() throws Exception {
        String victim = firstOverCapacity();
        tamper(
                "removed",
                lines -> lines.stream().filter(line -> !line.contains(victim)).toList());
        Muster.Result result = verify("removed");
        assertEquals(1, result.code(), result.out());
        assertTrue(result.out().contains("missed: over_capacity"), result.out());
        Muster.Result diff = Muster.run("diff", at("out"), at("removed"));
        assertEquals(1, diff.code());
        assertTrue(diff.out().contains("0 added, 1 lost, 0 changed"), diff.out());
    }

    @Test
    void anAlarmThatIsAddedIsInvented() throws Exception {
        String model = firstOverCapacity();
        tamper("added", lines -> {
            List<String> more = new ArrayList<>(lines);
            lines.stream().filter(line -> line.contains(model)).forEach(line -> {
                ObjectNode alarm = tree(line);
                alarm.put("alarm_id", "00000000-0000-5000-8000-000000000000");
                alarm.withObject("/subject").put("id", "00000000-0000-5000-8000-000000000001");
                more.add(alarm.toString());
            });
            return more;
        });
        Muster.Result result = verify("added");
        assertEquals(1, result.code(), result.out());
        assertTrue(result.out().contains("invented (unexpected): over_capacity"), result.out());
        Muster.Result diff = Muster.run("diff", at("out"), at("added"));
        assertEquals(1, diff.code());
        assertTrue(diff.out().contains("1 added, 0 lost, 0 changed"), diff.out());
    }

    @Test
    void anAlarmThatIsDelayedIsLate() throws Exception {
        String victim = firstOverCapacity();
        tamper("delayed", lines -> lines.stream()
                .map(line -> line.contains(victim) ? twentySecondsLater(line) : line)
                .toList());
        Muster.Result result = verify("delayed");
        assertEquals(1, result.code(), result.out());
        assertTrue(result.out().contains("late: over_capacity"), result.out());
        Muster.Result diff = Muster.run("diff", at("out"), at("delayed"));
        assertEquals(1, diff.code());
        assertTrue(diff.out().contains("20.00 s later") || diff.out().contains("later by 20"), diff.out());
    }

    @Test
    void twoRunsOfOneInputDoNotDiffer() {
        Muster.Result again =
                Muster.run("replay", "--input", at("shift.jsonl.gz"), "--output", at("again"), "--parallelism", "2");
        assertEquals(0, again.code(), again.err());
        Muster.Result diff = Muster.run("diff", at("out/alarms.jsonl"), at("again/alarms.jsonl"));
        assertEquals(0, diff.code(), diff.out());
        assertTrue(diff.out().contains("the same"), diff.out());
    }

    private static Muster.Result verify(String run, String... more) {
        List<String> arguments = new ArrayList<>(List.of("verify", "--truth", at("truth.jsonl"), "--alarms", at(run)));
        arguments.addAll(List.of(more));
        return Muster.run(arguments.toArray(String[]::new));
    }

    private static String firstOverCapacity() throws Exception {
        for (String line : alarms()) {
            if (line.contains("\"kind\":\"over_capacity\"")) {
                return tree(line).path("alarm_id").asText();
            }
        }
        throw new AssertionError("no over-capacity alarm in " + folder);
    }

    private static List<String> alarms() throws IOException {
        return Files.readAllLines(folder.resolve("out/alarms.jsonl"));
    }

    /** A copy of the run whose alarms are other ones. */
    private static void tamper(String name, UnaryOperator<List<String>> how) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        Files.copy(folder.resolve("out/zone-occupancy.jsonl"), copy.resolve("zone-occupancy.jsonl"));
        Files.write(copy.resolve("alarms.jsonl"), how.apply(alarms()));
    }

    private static String twentySecondsLater(String line) {
        ObjectNode alarm = tree(line);
        Instant raised = Instant.parse(alarm.path("raised_at").asText());
        return alarm.put("raised_at", raised.plusSeconds(20).toString()).toString();
    }

    private static ObjectNode tree(String line) {
        try {
            return (ObjectNode) Json.readTree(line.getBytes(StandardCharsets.UTF_8));
        } catch (io.muster.contract.codec.Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    private static String at(String name) {
        return folder.resolve(name).toString();
    }
}
