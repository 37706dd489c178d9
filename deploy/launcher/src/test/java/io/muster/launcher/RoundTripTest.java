package io.muster.launcher;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.broker.testing.TestKafka;
import io.muster.contract.codec.Envelope;
import io.muster.contract.codec.EnvelopeCodec;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.topic.TopicKind;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.kafka.TopicReader;
import io.muster.launcher.process.StopSignal;
import io.muster.launcher.record.From;
import io.muster.launcher.record.Recorder;
import io.muster.launcher.record.Recording;
import io.muster.stream.KafkaJob;
import io.muster.stream.KafkaJobOptions;
import io.muster.stream.config.JobConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A site at work on a real Kafka with a real job: six people go into a tank dike where three may be, and out again. It is recorded from before the first fix
 * to after the last exit, so nothing may differ: what the live job said, what a file replay says, and what a job says of a replay into Kafka. All values
 * are compared byte by byte; headers tell wall-clock things, and {@code compliance} measures them, so both are left out. What was decided before the
 * recording began is left out too: that each zone holds nobody, said when the plan came into force. So is what was decided well after the last exit and the
 * clearing of the alarm: how far the job came is another moment than how far the recording goes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final List<TopicKind> COMPARED =
            List.of(TopicKind.ALARMS, TopicKind.FENCE_EVENTS, TopicKind.ZONE_OCCUPANCY);
    private static final String SITE = "roundtrip";
    private static final int PEOPLE = 6;
    /** Of an alarm, an exit, an entry and an occupancy; the first that is there. */
    private static final List<String> MOMENTS = List.of("reported_at", "exit_time", "entry_time", "as_of");
    /** More than the job waits before it puts people in order. */
    private static final Duration AFTER_THE_END = Duration.ofSeconds(2);

    private static final Pattern AS_OF = Pattern.compile("\"as_of\":\"([^\"]+)\"");

    private final String kafka = TestKafka.shared().bootstrapServers();
    private final Connection connection = new Connection(kafka);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @SuppressWarnings("NullAway.Init")
    private Recording recording;

    @SuppressWarnings("NullAway.Init")
    private List<String> live;

    @SuppressWarnings("NullAway.Init")
    private LiveFeed feed;

    /** What was decided later is not compared. */
    @SuppressWarnings("NullAway.Init")
    private Instant end;

    @BeforeAll
    void aSiteAtWorkIsRecorded() throws Exception {
        file = folder.resolve("shift.jsonl.gz");
        feed = new LiveFeed(kafka, SITE);
        ok(Muster.run("topics", "create", "--kafka", kafka, "--site", SITE, "--vendor", "acme"));
        Path plan = Files.writeString(folder.resolve("plan.geojson"), Samples.plan(SITE, "1", 0));
        Path people = Files.writeString(folder.resolve("people.jsonl"), people());
        ok(Muster.run("plan", "apply", plan.toString(), "--kafka", kafka, "--site", SITE));
        ok(Muster.run("people", "apply", people.toString(), "--kafka", kafka, "--site", SITE));
        try (KafkaJob job = job(SITE, false)) {
            await("ticks in every partition that fixes will go to")
                    .atMost(LONG)
                    .until(() -> feed.hasRecordsInEveryPartition("location-updates.acme"));
            StopSignal stop = StopSignal.never();
            CountDownLatch begun = new CountDownLatch(1);
            AtomicReference<Recorder.Progress> written = new AtomicReference<>();
            CompletableFuture<Recording> recorded = CompletableFuture.supplyAsync(() -> Recorder.run(
                    new Recorder.Options(connection, SITE, file.toString(), From.NOW, null),
                    stop,
                    begun::countDown,
                    written::set));
            assertTrue(begun.await(60, TimeUnit.SECONDS), "the recording began");
            await("alarm").atMost(LONG).until(() -> {
                everybodyAt(5);
                return !values(SITE, TopicKind.ALARMS).isEmpty();
            });
            await("everybody out").atMost(LONG).until(() -> {
                everybodyAt(60);
                return values(SITE, TopicKind.FENCE_EVENTS).stream()
                                        .filter(each -> each.contains("\"region_exit\""))
                                        .count()
                                == PEOPLE
                        && values(SITE, TopicKind.ALARMS).stream().anyMatch(each -> each.contains("\"cleared\""));
            });
            end = values(SITE).stream()
                    .map(RoundTripTest::moment)
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .plus(AFTER_THE_END);
            Instant past = end.plus(AFTER_THE_END);
            await("the job is past the end").atMost(LONG).until(() -> {
                everybodyAt(60);
                return values(SITE, TopicKind.TRACKABLE_MOTIONS).stream()
                        .anyMatch(each -> generated(each).isAfter(past));
            });
            await("everything is written, past the end")
                    .atMost(LONG)
                    .until(() -> isWritten(written.get(), feed.sent(), past));
            stop.ask();
            recording = recorded.get(60, TimeUnit.SECONDS);
            live = values(SITE);
            assertEquals(null, job.failure());
        }
    }

    @AfterAll
    void close() {
        feed.close();
    }

    @Test
    void theRecordingIsSortedAndOpensWithThePlanAndThePeople() throws Exception {
        List<Envelope> lines = lines(file);
        assertEquals(
                lines.stream()
                        .sorted(Comparator.comparingLong(Envelope::arrivalMillis)
                                .thenComparing(Envelope::topic)
                                .thenComparingInt(Envelope::partition)
                                .thenComparingLong(Envelope::offset))
                        .toList(),
                lines);
        assertEquals("plans", lines.get(0).topic());
        assertEquals(
                List.of("plans", "trackables"),
                lines.stream()
                        .limit(1L + PEOPLE)
                        .map(Envelope::topic)
                        .distinct()
                        .toList());
        assertEquals(SITE, recording.statedSite());
        assertTrue(recording.complete());
        assertEquals(0, recording.raised());
        assertTrue(recording.ticks() > 0, "ticks are recorded like everything else");
        assertEquals(feed.sent(), recording.records());
    }

    @Test
    void theFileGivesWhatTheLiveJobGave() throws IOException {
        assertSameValues(live, replayed(SITE, "out"));
    }

    @Test
    void aReplayIntoKafkaGivesTheSameToo() throws Exception {
        String site = "replay-roundtrip";
        Muster.Result result = Muster.run(
                "replay", "--input", file.toString(), "--kafka", kafka, "--speed", "max", "--site", site, "--json");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("\"records\":" + (recording.records() + 1 + PEOPLE) + ","), result.out());
        assertTrue(
                result.err().contains("./muster job --kafka " + kafka + " --sites " + site + " --replay"),
                result.err());
        List<String> expected = replayed(site, "out-" + site);
        try (KafkaJob job = job(site, true)) {
            await("as many values as the file has")
                    .atMost(LONG)
                    .until(() -> job.failure() != null
                            || decided(values(site)).size() >= decided(expected).size());
            assertEquals(null, job.failure());
            assertSameValues(expected, values(site));
        }
        Muster.Result again = Muster.run("replay", "--input", file.toString(), "--kafka", kafka, "--site", site);
        assertEquals(2, again.code());
        assertTrue(again.err().contains("a replay has a site of its own"), again.err());
    }

    private void everybodyAt(double x) throws Exception {
        for (int person = 0; person < PEOPLE; person++) {
            feed.fix("acme", "T" + person, x, 2 + person);
        }
    }

    private static String people() {
        StringBuilder people = new StringBuilder();
        for (int person = 0; person < PEOPLE; person++) {
            people.append(Samples.person("p" + person, "T" + person)).append('\n');
        }
        return people.toString();
    }

    private KafkaJob job(String site, boolean replay) throws Exception {
        KafkaJob job = KafkaJob.start(
                new KafkaJobOptions(kafka, Map.of(), site, JobConfig.load("aq3064", null), replay, 2, null));
        job.awaitRunning(LONG);
        return job;
    }

    /** The values of the compared topics of a file replay, sorted. */
    private List<String> replayed(String site, String folderName) throws IOException {
        Path out = folder.resolve(folderName);
        ok(Muster.run("replay", "--input", file.toString(), "--site", site, "--output", out.toString()));
        List<String> values = new ArrayList<>();
        for (TopicKind kind : COMPARED) {
            List<String> lines = Files.readAllLines(out.resolve(kind.wire() + ".jsonl"));
            assertFalse(lines.isEmpty(), kind + " says nothing");
            values.addAll(lines);
        }
        return values.stream().sorted().toList();
    }

    private List<String> values(String site) {
        return COMPARED.stream()
                .flatMap(kind -> values(site, kind).stream())
                .sorted()
                .toList();
    }

    /** The differences first, since a person can read them. */
    private void assertSameValues(List<String> expected, List<String> actual) {
        List<String> decided = decided(expected);
        List<String> found = decided(actual);
        assertTrue(decided.stream().anyMatch(each -> each.contains("\"count_confirmed\":6")), "something was decided");
        assertEquals(List.of(), without(decided, found), "lost");
        assertEquals(List.of(), without(found, decided), "added");
        assertEquals(decided, found);
    }

    private List<String> decided(List<String> values) {
        return values.stream().filter(this::decidedInTime).toList();
    }

    private boolean decidedInTime(String value) {
        Matcher asOf = AS_OF.matcher(value);
        boolean begun =
                !asOf.find() || !Instant.parse(asOf.group(1)).isBefore(Objects.requireNonNull(recording.from()));
        return begun && !moment(value).isAfter(end);
    }

    /** When it was decided, or what it rests on. */
    private static Instant moment(String value) {
        JsonNode tree = tree(value);
        return MOMENTS.stream()
                .map(tree::path)
                .filter(JsonNode::isTextual)
                .findFirst()
                .map(each -> Instant.parse(each.asText()))
                .orElseThrow(() -> new AssertionError("no moment in " + value));
    }

    private static Instant generated(String motion) {
        return Instant.parse(
                tree(motion).path("location").path("timestamp_generated").asText());
    }

    private static boolean isWritten(Recorder.@Nullable Progress progress, long records, Instant past) {
        if (progress == null) {
            return false;
        }
        Instant upTo = progress.upTo();
        return progress.records() == records && upTo != null && upTo.isAfter(past);
    }

    private static JsonNode tree(String value) {
        try {
            return Json.readTree(value.getBytes(StandardCharsets.UTF_8));
        } catch (Unreadable e) {
            throw new AssertionError(value, e);
        }
    }

    private static List<String> without(List<String> all, List<String> those) {
        return all.stream().filter(each -> !those.contains(each)).toList();
    }

    private List<String> values(String site, TopicKind kind) {
        List<String> values = new ArrayList<>();
        TopicReader.read(connection, site + "." + kind.wire(), record -> {
            byte[] value = record.value();
            assertNotNull(value);
            values.add(new String(value, StandardCharsets.UTF_8));
        });
        return values;
    }

    private static void ok(Muster.Result result) {
        assertEquals(0, result.code(), result.err());
    }

    static List<Envelope> lines(Path recording) throws IOException, Unreadable {
        List<Envelope> lines = new ArrayList<>();
        for (String line : LiveFeed.text(recording).lines().toList()) {
            lines.add(EnvelopeCodec.read(line));
        }
        return lines;
    }
}
