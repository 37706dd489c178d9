package io.muster.launcher;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.broker.testing.TestKafka;
import io.muster.stream.KafkaJob;
import io.muster.stream.KafkaJobOptions;
import io.muster.stream.config.JobConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shift leader at a shell: the commands of {@code ./muster alarm} against a job on a real Kafka. */
class AlarmStoriesTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String SITE = "desk";
    private static final String PLAN = """
            {"type":"FeatureCollection","name":"desk","muster":{"site":"desk","crs":"local","version":"v1"},"features":[
             {"type":"Feature","id":"tank","geometry":{"type":"Polygon","coordinates":[[[0,0],[20,0],[20,20],[0,20],[0,0]]]},
              "properties":{"name":"罐区 Tanks","floor":0,"muster":{"role":"hazard","hazards":["toxic"]}}}]}
            """;

    private final String kafka = TestKafka.shared().bootstrapServers();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aShiftLeaderSeesAcknowledgesAndSilences() throws Exception {
        Muster.run("topics", "create", "--kafka", kafka, "--site", SITE, "--vendor", "acme");
        String plan = Files.writeString(folder.resolve("desk.geojson"), PLAN).toString();
        assertEquals(
                0,
                Muster.run("plan", "apply", plan, "--kafka", kafka, "--site", SITE)
                        .code());
        assertEquals("0 alarms open at desk\n", alarm("list").out());

        try (LiveFeed feed = new LiveFeed(kafka, SITE);
                KafkaJob job = KafkaJob.start(
                        new KafkaJobOptions(kafka, Map.of(), SITE, JobConfig.load("aq3064", null), false, 2, null))) {
            job.awaitRunning(LONG);
            try (Standing four = new Standing(feed, 4)) {
                await().atMost(LONG)
                        .until(() ->
                                alarm("list", "--kinds", "over_capacity").out().contains("over-capacity alarm"));
                Muster.Result list = alarm("list", "--kinds", "over_capacity");
                assertTrue(list.out().contains("罐区 Tanks"), list.out());
                assertTrue(list.out().contains("raised unacknowledged"), list.out());
                String id = list.out().lines().skip(2).findFirst().orElseThrow().substring(0, 8);

                Muster.Result tooSoon = act("clear", id, "--reason", "looks fine");
                assertEquals(1, tooSoon.code(), tooSoon.err());
                assertTrue(tooSoon.err().startsWith("refused: clear: "), tooSoon.err());

                Muster.Result seen = act("ack", id);
                assertEquals(0, seen.code(), seen.err());
                assertTrue(seen.out().contains("acknowledged") && seen.out().contains("Li Wei"), seen.out());
                Muster.Result again = act("ack", id);
                assertEquals(1, again.code(), again.err());

                Muster.Result remark = act("comment", id, "--reason", "patrol sent", "--json");
                assertEquals(0, remark.code(), remark.err());
                assertTrue(remark.out().contains("\"answer\":\"done\""), remark.out());
                assertTrue(alarm("show", id, "--json").out().contains("patrol sent"));

                Muster.Result silence = act("silence", "--fence", "Tanks", "--for", "30m", "--reason", "overhaul");
                assertEquals(0, silence.code(), silence.err());
                assertTrue(silence.out().startsWith("taken: silence of fence"), silence.out());
                Muster.Result nothing = act("unapprove", "--fence", "tank");
                assertEquals(1, nothing.code(), nothing.out());
                assertTrue(nothing.err().contains("is approved"), nothing.err());
                four.assertStillThere();
            }
        }

        Muster.Result alone = act("unsilence", "--fence", "tank", "--wait", "1s");
        assertEquals(2, alone.code(), alone.out());
        assertTrue(alone.err().contains("no answer in 1 s"), alone.err());
    }

    @Test
    void whatIsNotThereIsSaidInOneLine() {
        Muster.run("topics", "create", "--kafka", kafka, "--site", "calm", "--vendor", "acme");
        Muster.Result unknown =
                Muster.run("alarm", "ack", "12345678", "--by", "Li Wei", "--kafka", kafka, "--site", "calm");
        assertEquals(2, unknown.code());
        assertEquals(1, unknown.errLines().size(), unknown.err());
        assertTrue(unknown.err().contains("no open alarm of site calm begins with '12345678'"), unknown.err());
        Muster.Result brief = Muster.run("alarm", "show", "123", "--kafka", kafka, "--site", "calm");
        assertEquals(2, brief.code());
        assertTrue(brief.err().contains("too short for an alarm id"), brief.err());
    }

    private Muster.Result act(String... what) {
        List<String> arguments = new ArrayList<>(List.of(what));
        arguments.addAll(List.of("--by", "Li Wei"));
        return alarm(arguments.toArray(String[]::new));
    }

    private Muster.Result alarm(String... what) {
        List<String> arguments = new ArrayList<>(List.of("alarm"));
        arguments.addAll(List.of(what));
        arguments.addAll(List.of("--kafka", kafka, "--site", SITE));
        return Muster.run(arguments.toArray(String[]::new));
    }

    /** So many people in the tank zone, each told again every second: nobody falls silent, however long the story takes. */
    private static final class Standing implements AutoCloseable {
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "standing");
            thread.setDaemon(true);
            return thread;
        });
        private final ScheduledFuture<?> telling;

        Standing(LiveFeed feed, int people) {
            telling = clock.scheduleWithFixedDelay(() -> tell(feed, people), 0, 1, TimeUnit.SECONDS);
        }

        private static void tell(LiveFeed feed, int people) {
            try {
                for (int person = 1; person <= people; person++) {
                    feed.fix("acme", "T" + person, 4 * person, 10);
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        /** A fix that could not be written ends the telling. */
        void assertStillThere() {
            assertFalse(telling.isDone(), "they are told to the end");
        }

        @Override
        public void close() throws InterruptedException {
            clock.shutdown();
            assertTrue(clock.awaitTermination(60, TimeUnit.SECONDS), "the last of them is told");
        }
    }
}
