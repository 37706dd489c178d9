package io.muster.stream.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.contract.codec.Envelope;
import io.muster.contract.codec.EnvelopeCodec;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no fix goes out by a way of its own and the run goes on; what is a doubtful fix counts; a faulty file stops the start. */
class BadInputTest {
    private static final String REST = "\"source\":\"s\",\"provider_type\":\"uwb\",\"provider_id\":\"T1\",\"floor\":0";

    @SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, never compared.
    private record Hostile(String reason, byte[] line) {
        static Hostile of(String reason, String line) {
            return new Hostile(reason, line.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<Hostile> hostile() {
        return List.of(
                Hostile.of("unreadable_json", "nonsense"),
                Hostile.of("unreadable_json", "["),
                Hostile.of("unreadable_json", "[]"),
                Hostile.of("unreadable_json", "null"),
                Hostile.of("unreadable_json", "7"),
                Hostile.of("unreadable_json", at("[1,2]") + "}"),
                Hostile.of("unreadable_json", at("[1,2]").replace("\"floor\":0", "\"floor\":0,\"floor\":1")),
                Hostile.of("no_position", "{}"),
                Hostile.of("no_position", "{" + REST + "}"),
                Hostile.of("no_position", at("[]")),
                Hostile.of("no_position", at("[1]")),
                Hostile.of("no_position", at("[\"1\",2]")),
                Hostile.of("not_finite", at("[NaN,2]")),
                Hostile.of("not_finite", at("[1e400,2]")),
                Hostile.of("not_finite", at("[1,-1e400]")),
                Hostile.of("number_too_long", at("[" + "1".repeat(1_000) + ",2]")),
                Hostile.of("string_too_long", at("[1,2]").replace("\"s\"", "\"" + "s".repeat(5_000) + "\"")),
                Hostile.of("oversize", at("[1,2]").replace("\"s\"", "\"" + "s".repeat(70 * 1024) + "\"")),
                Hostile.of("unreadable_json", "[".repeat(10_000)),
                Hostile.of("too_deep", "{\"a\":".repeat(10_000)),
                new Hostile(
                        "wrong_charset",
                        at("[1,2]").replace("\"s\"", "\"\u00e9\u00fc\"").getBytes(StandardCharsets.ISO_8859_1)),
                Hostile.of("invalid_field", at("[1,2]").replace("\"T1\"", "7")),
                Hostile.of("invalid_field", at("[1,2]").replace("\"floor\":0", "\"floor\":\"ground\"")),
                Hostile.of("invalid_field", at("[1,2]").replace("}}", "}") + ",\"timestamp_generated\":\"noon\"}"),
                Hostile.of("missing_field", at("[1,2]").replace("\"T1\"", "\" \"")));
    }

    /** A Location of T1 at these coordinates. */
    private static String at(String coordinates) {
        return "{" + REST + ",\"position\":{\"type\":\"Point\",\"coordinates\":" + coordinates + "}}";
    }

    @Test
    void whatIsNoFixIsRejectedWithItsReasonAndItsOriginalAndTheRestGoesOn(@TempDir Path folder) throws Exception {
        List<Hostile> hostile = hostile();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int good = 0;
        for (Hostile each : hostile) {
            line(file, fix(good++));
            line(file, each.line());
        }
        line(file, fix(good++));
        Plant plant = new Plant(folder).zone("works", -100, -100, 200, 200, "{\"role\":\"production\"}");
        Path output = folder.resolve("out");
        ReplaySummary summary =
                plant.run(Files.write(folder.resolve("hostile.jsonl"), file.toByteArray()), "raw", 2, output);

        List<String> expected = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Hostile each : hostile) {
            expected.add(expected.size() + ": " + each.reason() + " < " + start(each.line()));
        }
        List<String> rejects = Files.readAllLines(output.resolve("rejected-updates.jsonl"));
        assertEquals(hostile.size(), rejects.size());
        for (int i = 0; i < rejects.size(); i++) {
            Envelope reject = EnvelopeCodec.read(rejects.get(i));
            byte[] original = value(reject);
            byte[] line = hostile.get(i).line();
            told.add(i + ": " + reject.headers().get("reason") + " < " + start(original));
            assertArrayEquals(Arrays.copyOf(line, Math.min(line.length, 64 * 1024)), original);
            assertEquals(Integer.toString(line.length), reject.headers().get("length"));
            assertEquals(sha256(line), reject.headers().get("sha256"));
            assertEquals(2L * i + 2, reject.offset(), "the offset is the number of the line");
        }
        assertEquals(String.join("\n", expected), String.join("\n", told));
        assertEquals(
                List.of(2L * hostile.size() + 1, (long) good, (long) hostile.size()),
                List.of(summary.lines(), summary.accepted(), summary.rejected()));
        assertEquals(good, Outputs.of(output, "trackable-motions").size(), "every good fix went on");
        JsonNode last = last(Outputs.of(output, "zone-occupancy"));
        assertEquals(1, last.get("count_confirmed").intValue());
    }

    @Test
    void aDoubtfulFixIsNeverRejectedAndItsPersonCounts(@TempDir Path folder) throws Exception {
        Plant plant = new Plant(folder).zone("works", 0, 0, 50, 50, "{\"role\":\"production\"}");
        Recording recording = new Recording();
        for (int person = 1; person <= 6; person++) {
            plant.person("00000000-0000-4000-8000-00000000000" + person, "T" + person);
        }
        for (int second = 0; second < 20; second++) {
            String now = Plant.at(second).toString();
            recording
                    .record(second, "location-updates.north", 0, null, Recording.location(now, "T1", "uwb", 5, 5))
                    .record(
                            second,
                            "location-updates.north",
                            0,
                            "T2",
                            Recording.location(now, "T2", "uwb", 5, 5).replace("\"floor\":0", "\"floor\":99"))
                    .record(second, "location-updates.north", 0, "T3", Recording.location(now, "T3", "uwb", 900, -900))
                    .record(second, "location-updates.north", 0, "X9", Recording.location(now, "X9", "uwb", 5, 5))
                    .record(
                            second,
                            "location-updates.north",
                            0,
                            "T4",
                            Recording.location("2099-12-31T23:59:59Z", "T4", "uwb", 5, 5))
                    .record(
                            second,
                            "location-updates.north",
                            0,
                            "T5",
                            Recording.location("1970-01-01T00:00:00Z", "T5", "uwb", 5, 5))
                    .record(second, "location-updates.north", 0, "T6", Recording.location(now, "T6", "martian", 5, 5));
        }
        Path output = folder.resolve("out");
        ReplaySummary summary = plant.run(recording.write(folder.resolve("in.jsonl")), "aq3064", 2, output);

        assertEquals(List.of(140L, 0L), List.of(summary.accepted(), summary.rejected()));
        JsonNode last = last(Outputs.of(output, "zone-occupancy"));
        // T1, X9, T4, T5 and T6 for sure, T2 on a floor that is not in the plan perhaps, T3 is outside of it.
        assertEquals(5, last.get("count_confirmed").intValue(), last::toString);
        assertEquals(1, last.get("count_possible").intValue(), last::toString);
        long outside = Outputs.of(output, "trackable-motions").stream()
                .filter(each -> each.toString().contains("900.0"))
                .count();
        assertTrue(outside > 10, () -> "outside the plan is still on the map, was told " + outside + " times");
    }

    @Test
    void faultyFilesStopTheStartWithOneLineForEachFault(@TempDir Path folder) throws Exception {
        Path input = Files.write(folder.resolve("good.jsonl"), fix(0));
        Path plan = Files.writeString(folder.resolve("bad.geojson"), """
                {"type":"FeatureCollection","muster":{"site":"small","crs":"local"},"features":[
                {"type":"Feature","id":"a","geometry":{"type":"Polygon","coordinates":[[[0,0],[5,5],[5,0],[0,5],[0,0]]]},
                "properties":{"name":"a","floor":0}},
                {"type":"Feature","id":"b","geometry":{"type":"Polygon","coordinates":[[[0,0],[5,0],[5,5],[0,5],[0,0]]]},
                "properties":{"name":"b","floor":0,"muster":{"role":"castle","limit":-1}}}]}
                """);
        Path people = Files.writeString(folder.resolve("bad-people.jsonl"), """
                {"id":"00000000-0000-4000-8000-000000000001","type":"omlox","location_providers":["T1"]}
                {"id":"00000000-0000-4000-8000-000000000002","type":"omlox","location_providers":["T1"]}
                nonsense
                """);
        List<String> faults = faults(options(folder, input, plan, people, null, null));

        assertEquals(5, faults.size(), () -> String.join("\n", faults));
        assertAllOneLine(faults);
        assertTrue(faults.get(0).contains("bad.geojson") && faults.get(0).contains("'a'"), faults.get(0));
        assertTrue(faults.get(1).contains("'b'") && faults.get(1).contains("role"), faults.get(1));
        assertTrue(faults.get(2).contains("'b'") && faults.get(2).contains("limit"), faults.get(2));
        assertTrue(faults.stream().anyMatch(each -> each.contains("T1")), faults::toString);
        assertTrue(faults.stream().anyMatch(each -> each.contains("bad-people.jsonl:3")), faults::toString);
    }

    @Test
    void aFaultyConfigStopsTheStartWithFileAndLineOfEachFault(@TempDir Path folder) throws Exception {
        Path input = Files.write(folder.resolve("good.jsonl"), fix(0));
        Path config = Files.writeString(folder.resolve("bad.yaml"), "settle: soon\nsampling:\n  intervall: 1 s\n");
        List<String> faults = faults(options(folder, input, null, null, config, null));

        assertEquals(2, faults.size(), () -> String.join("\n", faults));
        assertAllOneLine(faults);
        assertTrue(faults.get(0).startsWith(config + ":1: settle"), faults.get(0));
        assertTrue(faults.get(1).startsWith(config + ":3: sampling.intervall"), faults.get(1));
    }

    @Test
    void columnsThatAreNotThereStopTheStart(@TempDir Path folder) throws Exception {
        Path table = Files.writeString(folder.resolve("table.csv"), "tag,when,x\nT1,0,1\n");
        CsvColumns columns = CsvColumns.parse("id=tag,time=time,x=x,y=y", "m", null);

        assertEquals(
                List.of(
                        table + ":1: no column 'time'; there are tag, when, x",
                        table + ":1: no column 'y'; there are tag, when, x"),
                faults(options(folder, table, null, null, null, columns)));
        ReplayFaults all =
                assertThrows(ReplayFaults.class, () -> CsvColumns.parse("id=tag,colour=red,x", "inch", "Mars/Olympus"));
        assertEquals(7, all.faults().size(), () -> String.join("\n", all.faults()));
        assertAllOneLine(all.faults());
    }

    @Test
    void aRecordingThatIsNotSortedStopsAtItsLine(@TempDir Path folder) throws Exception {
        Path sorted = new Recording()
                .record(
                        1,
                        "location-updates.north",
                        0,
                        "T1",
                        Recording.location("2026-07-01T08:00:01Z", "T1", "uwb", 1, 1))
                .record(
                        2,
                        "location-updates.north",
                        0,
                        "T1",
                        Recording.location("2026-07-01T08:00:02Z", "T1", "uwb", 1, 1))
                .record(
                        3,
                        "location-updates.north",
                        0,
                        "T1",
                        Recording.location("2026-07-01T08:00:03Z", "T1", "uwb", 1, 1))
                .write(folder.resolve("sorted.jsonl"));
        List<String> lines = Files.readAllLines(sorted);
        Path unsorted =
                Files.write(folder.resolve("unsorted.jsonl"), List.of(lines.get(0), lines.get(2), lines.get(1)));
        List<String> faults = faults(options(folder, unsorted, null, null, null, null));

        assertEquals(1, faults.size());
        assertAllOneLine(faults);
        assertTrue(faults.get(0).startsWith(unsorted + ":3: arrival 2026-07-01T08:00:02Z"), faults.get(0));
    }

    @Test
    void anInputThatIsNotThereStopsTheStart(@TempDir Path folder) {
        Path missing = folder.resolve("missing.jsonl");
        List<String> faults = faults(options(folder, missing, missing, null, null, null));

        assertAllOneLine(faults);
        assertTrue(faults.get(0).startsWith(missing + ": "), faults.get(0));
    }

    private static ReplayOptions options(
            Path folder,
            Path input,
            @Nullable Path plan,
            @Nullable Path people,
            @Nullable Path config,
            @Nullable CsvColumns columns) {
        return new ReplayOptions(
                input.toString(),
                columns == null ? InputFormat.JSONL : InputFormat.CSV,
                columns,
                plan,
                people,
                config,
                "aq3064",
                1,
                folder.resolve("out"),
                null,
                null,
                null);
    }

    private static List<String> faults(ReplayOptions options) {
        return assertThrows(ReplayFaults.class, () -> ReplayRun.run(options, progress -> {}))
                .faults();
    }

    private static void assertAllOneLine(List<String> faults) {
        for (String each : faults) {
            assertTrue(!each.contains("\n") && !each.isBlank(), each);
        }
    }

    /** A good fix, 1 s after the one before it. */
    private static byte[] fix(int second) {
        return Recording.location(Plant.at(second).toString(), "T1", "uwb", second % 10, 3)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void line(ByteArrayOutputStream file, byte[] line) {
        file.writeBytes(line);
        file.write('\n');
    }

    private static JsonNode last(List<JsonNode> records) {
        return records.get(records.size() - 1);
    }

    private static byte[] value(Envelope reject) {
        byte[] value = reject.value();
        return value == null ? new byte[0] : value;
    }

    private static String start(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 20), StandardCharsets.ISO_8859_1);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
