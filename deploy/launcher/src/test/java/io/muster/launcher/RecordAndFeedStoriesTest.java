package io.muster.launcher;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.broker.testing.TestKafka;
import io.muster.contract.codec.Envelope;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.process.StopSignal;
import io.muster.launcher.record.From;
import io.muster.launcher.record.Recorder;
import io.muster.launcher.record.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recording and checking feeds where no job runs, so that no ticks say how far time is. */
class RecordAndFeedStoriesTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final String kafka = TestKafka.shared().bootstrapServers();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aVendorThatJoinsLaterIsRecordedAndThePastCanBe() throws Exception {
        topics("quiet", "acme");
        Path plan = Files.writeString(folder.resolve("plan.geojson"), Samples.plan("quiet", "1", 0));
        assertEquals(
                0,
                Muster.run("plan", "apply", plan.toString(), "--kafka", kafka, "--site", "quiet")
                        .code());
        Path file = folder.resolve("quiet.jsonl");
        StopSignal stop = StopSignal.never();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicLong written = new AtomicLong();
        CompletableFuture<Recording> recorded = CompletableFuture.supplyAsync(() -> Recorder.run(
                new Recorder.Options(new Connection(kafka), "quiet", file.toString(), From.NOW, null),
                stop,
                begun::countDown,
                step -> written.set(step.records())));
        assertTrue(begun.await(60, TimeUnit.SECONDS), "the recording began");
        try (LiveFeed feed = new LiveFeed(kafka, "quiet")) {
            feed.fix("acme", "T1", 5, 5);
            topics("quiet", "late");
            feed.fix("late", "T2", 6, 6);
            feed.fix("acme", "T1", 7, 7);
        }
        await("what nothing follows is written all the same").atMost(LONG).until(() -> written.get() == 3);
        stop.ask();
        Recording recording = recorded.get(60, TimeUnit.SECONDS);
        assertEquals(Map.of("location-updates.acme", 2L, "location-updates.late", 1L), recording.byTopic());
        assertEquals(
                List.of("plans", "location-updates.acme", "location-updates.late", "location-updates.acme"),
                RoundTripTest.lines(file).stream().map(Envelope::topic).toList());

        Path past = folder.resolve("past.jsonl.gz");
        Muster.Result again = Muster.run(
                "record",
                "--kafka",
                kafka,
                "--site",
                "quiet",
                "--from",
                "beginning",
                "--for",
                "1s",
                "--output",
                past.toString());
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().contains("after 1 plan and 0 people in force"), again.out());
        assertTrue(again.out().contains("Replay it with: ./muster replay --input " + past + " --output out"));
        Envelope first = RoundTripTest.lines(past).get(1);
        assertEquals(
                RoundTripTest.lines(file).get(1),
                first,
                "the past begins with what is kept of the vendors, the plan before it");
    }

    @Test
    void aFeedIsHeldAgainstTheLimits() throws Exception {
        topics("fed", "acme", "silent");
        Path people = Files.writeString(folder.resolve("people.jsonl"), Samples.person("ann", "T1") + "\n");
        assertEquals(
                0,
                Muster.run("people", "apply", people.toString(), "--kafka", kafka, "--site", "fed")
                        .code());
        CompletableFuture<Muster.Result> checked;
        try (LiveFeed feed = new LiveFeed(kafka, "fed")) {
            // Its first message waits until it knows the broker; nobody measures that one.
            feed.fix("acme", "T1", 5, 5);
            checked = CompletableFuture.supplyAsync(() -> Muster.run(
                    "feed", "check", "--kafka", kafka, "--site", "fed", "--vendor", "acme", "--for", "6s", "--json"));
            await().atMost(LONG).until(() -> {
                feed.fix("acme", "T1", 5, 5);
                feed.fix("acme", "X9", 5, 6);
                feed.write("acme", "T1", "no JSON");
                return checked.isDone();
            });
        }
        Muster.Result result = checked.get(60, TimeUnit.SECONDS);
        assertEquals(0, result.code(), result.out() + result.err());
        for (String said : List.of(
                "{\"command\":\"feed check\",\"revision\":",
                "{\"name\":\"delay_p99\",",
                "{\"name\":\"tags\",\"value\":2.0,",
                "{\"name\":\"unknown_tags\",\"value\":1.0,",
                "of nobody among 1 person: X9",
                "{\"name\":\"rejected.unreadable_json\",")) {
            assertTrue(result.out().contains(said), () -> said + " not in " + result.out());
        }
        Muster.Result silent =
                Muster.run("feed", "check", "--kafka", kafka, "--site", "fed", "--vendor", "silent", "--for", "1s");
        assertEquals(1, silent.code(), silent.err());
        assertTrue(
                silent.out().lines().anyMatch(line -> line.matches("messages +0 +MISSED  nothing came in .*")),
                silent.out());
        Muster.Result unknown =
                Muster.run("feed", "check", "--kafka", kafka, "--site", "fed", "--vendor", "nobody", "--for", "1s");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("./muster topics create --site fed --vendor nobody"), unknown.err());
    }

    @Test
    void aSiteWithoutTopicsIsNotRecorded() {
        Muster.Result result = Muster.run(
                "record",
                "--kafka",
                kafka,
                "--site",
                "nowhere",
                "--output",
                folder.resolve("n.jsonl").toString());
        assertEquals(2, result.code());
        assertEquals(1, result.errLines().size(), result.err());
        assertTrue(result.err().contains("there are no topics of site nowhere"), result.err());
    }

    private void topics(String site, String... vendors) {
        String list = List.of(vendors).stream().collect(Collectors.joining(","));
        Muster.Result result = Muster.run("topics", "create", "--kafka", kafka, "--site", site, "--vendor", list);
        assertEquals(0, result.code(), result.err());
    }
}
