package io.muster.stream.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.broker.testing.TestKafka;
import io.muster.consumer.AlarmBook;
import io.muster.contract.codec.Json;
import io.muster.contract.topic.Headers;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.AlarmState;
import io.muster.stream.KafkaJob;
import io.muster.stream.KafkaJobOptions;
import io.muster.stream.config.JobConfig;
import io.muster.stream.restore.StateFolder;
import io.muster.stream.restore.StateRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job dies without a word and comes back, with what it knew and without. On a real Kafka, in real processes; moments are awaited by condition. */
class RestartTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String SITE = "restart";
    private static final String PLAN = """
            {"type":"FeatureCollection","name":"live","muster":{"site":"restart","crs":"local","version":"%s"},"features":[
             {"type":"Feature","id":"tank","geometry":{"type":"Polygon","coordinates":[[[0,0],[20,0],[20,20],[0,20],[0,0]]]},
              "properties":{"name":"Tank","floor":0,"muster":{"role":"hazard","hazards":["toxic"],"limit":%d,"legal_basis":"test"}}}]}
            """;

    /** A record of alarm-states and who wrote it. */
    private record Told(Alarm alarm, long epoch) {}

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatStandsIsToldAgainAndWhatNoLongerHoldsIsWithdrawn() throws Exception {
        try (TestKafka kafka = TestKafka.start();
                LiveSite site = new LiveSite(kafka.bootstrapServers(), SITE).topics("acme")) {
            Path state = folder.resolve("state");
            Told capacity;
            Told pressed;
            try (JobProcess first = JobProcess.start(kafka.bootstrapServers(), SITE, state)) {
                plan(site, "v1", 3);
                await().atMost(LONG).until(() -> {
                    assertTrue(first.isAlive());
                    people(site);
                    return newest(site, AlarmKind.OVER_CAPACITY) != null;
                });
                press(site, "T1");
                // They are heard until the end: an alarm is told under a further number when its people fall silent.
                await().atMost(LONG).until(() -> {
                    people(site);
                    return newest(site, AlarmKind.SOS) != null;
                });
                long checkpoint = newestCheckpoint(state);
                await().atMost(LONG).until(() -> {
                    people(site);
                    return newestCheckpoint(state) >= checkpoint + 3;
                });
                first.kill();
                capacity = theNewest(site, AlarmKind.OVER_CAPACITY);
                pressed = theNewest(site, AlarmKind.SOS);
            }

            try (JobProcess again = JobProcess.start(kafka.bootstrapServers(), SITE, state)) {
                await().atMost(LONG)
                        .until(() -> theNewest(site, AlarmKind.OVER_CAPACITY).epoch() > capacity.epoch());
                assertTrue(again.isAlive());
                Told back = firstAfter(site, AlarmKind.OVER_CAPACITY, capacity.epoch());
                assertEquals(capacity.alarm().seq(), back.alarm().seq(), "under its number");
                assertTrue(
                        told(site, AlarmKind.OVER_CAPACITY).stream()
                                .anyMatch(each -> each.epoch() == capacity.epoch()
                                        && each.alarm().equals(back.alarm())),
                        "the same alarm, word for word");
                Instant wellPast = reported(capacity).plusSeconds(15);
                await().atMost(LONG).until(() -> reported(theNewest(site, AlarmKind.OVER_CAPACITY))
                        .isAfter(wellPast));
                assertEquals(
                        List.of(capacity.alarm().alarmId(), pressed.alarm().alarmId()),
                        open(site),
                        "no other alarm, and none was withdrawn");
                again.kill();
            }

            // Without its state, and under a plan that never saw three as the limit: the old one is not in the log any
            // more.
            long before = theNewest(site, AlarmKind.OVER_CAPACITY).epoch();
            site.anew(TopicKind.PLANS);
            plan(site, "v2", 10);
            try (JobProcess without = JobProcess.start(kafka.bootstrapServers(), SITE, null)) {
                await().atMost(LONG).until(() -> {
                    assertTrue(without.isAlive());
                    return theNewest(site, AlarmKind.OVER_CAPACITY).epoch() > before;
                });
                Alarm withdrawn = board(site).byId(capacity.alarm().alarmId());
                assertNotNull(withdrawn);
                assertEquals(AlarmState.CLEARED, withdrawn.state());
                assertNotNull(withdrawn.cleared());
                assertEquals("withdrawn after restart", withdrawn.cleared().reason());
                assertTrue(withdrawn.seq() > capacity.alarm().seq(), "a number above the old one");
                assertTrue(
                        site.texts(TopicKind.ALARMS, null).stream().anyMatch(each -> each.contains("withdrawn")),
                        "the withdrawal is a change like any other");
                assertEquals(
                        List.of(pressed.alarm().alarmId()),
                        open(site),
                        "the button is pressed still: the log says so, whatever was kept");
            }
        }
    }

    @Test
    void stateOfAnotherTopologyIsRefusedInOneLine() throws Exception {
        Configuration settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
        env.fromSequence(0, Long.MAX_VALUE)
                .keyBy(each -> each % 2)
                .reduce(Long::sum)
                .uid("another stage")
                .sinkTo(new org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink<>());
        JobClient other = env.executeAsync("other");
        awaitCheckpoints(folder, 1);
        other.cancel().get();

        try (TestKafka kafka = TestKafka.start();
                StateFolder state = StateFolder.open(folder)) {
            assertNotNull(state.newest());
            KafkaJobOptions options = new KafkaJobOptions(
                    kafka.bootstrapServers(),
                    Map.of(),
                    SITE,
                    JobConfig.load("aq3064", null),
                    false,
                    2,
                    state.path(),
                    state.newest());
            StateRefused refused = assertThrows(
                    StateRefused.class, () -> KafkaJob.start(options).awaitRunning(LONG));
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("the state is of another topology"),
                    refused.getMessage());
        }
    }

    private static void plan(LiveSite site, String version, int limit) throws Exception {
        site.write(
                TopicKind.PLANS, null, version, PLAN.formatted(version, limit).getBytes(StandardCharsets.UTF_8));
    }

    /** In the corners, too far from each other to be a gathering however long this takes. */
    private static void people(LiveSite site) throws Exception {
        for (int person = 0; person < 4; person++) {
            site.fix("acme", "T" + person, person % 2 == 0 ? 1 : 19, person < 2 ? 1 : 19);
        }
    }

    private static void press(LiveSite site, String tag) throws Exception {
        String status =
                "{\"provider_id\":\"" + tag + "\",\"button\":\"sos\",\"motion\":\"moving\",\"battery_percent\":80}";
        site.write(TopicKind.PROVIDER_STATUS, "acme", tag, status.getBytes(StandardCharsets.UTF_8));
    }

    /** Until so many further checkpoints are complete: what was told before the call is in the last of them. */
    private static void awaitCheckpoints(Path folder, int more) {
        long now = newestCheckpoint(folder);
        await().atMost(LONG).until(() -> newestCheckpoint(folder) >= now + more);
    }

    private static long newestCheckpoint(Path folder) {
        try (var all = java.nio.file.Files.walk(folder)) {
            return all.map(Path::toString)
                    .filter(each -> each.endsWith("_metadata"))
                    .mapToLong(each -> Long.parseLong(each.replaceAll(".*chk-(\\d+).*", "$1")))
                    .max()
                    .orElse(0);
        } catch (java.io.IOException | java.io.UncheckedIOException e) {
            return 0; // an old one goes while we look
        }
    }

    private static AlarmBook board(LiveSite site) {
        AlarmBook board = new AlarmBook();
        for (ConsumerRecord<byte[], byte[]> each : site.read(SITE + ".alarm-states")) {
            board.apply(
                    new String(each.key(), StandardCharsets.UTF_8),
                    each.value(),
                    new String(each.headers().lastHeader(Headers.WRITER_EPOCH).value(), StandardCharsets.UTF_8),
                    each.timestamp());
        }
        return board;
    }

    /** Of the two kinds that the story is about; on a slow machine tags fall silent, which is another one. */
    private static List<String> open(LiveSite site) {
        return board(site).open().stream()
                .filter(each -> each.kind() == AlarmKind.OVER_CAPACITY || each.kind() == AlarmKind.SOS)
                .map(Alarm::alarmId)
                .toList();
    }

    private static List<Told> told(LiveSite site, AlarmKind kind) throws Exception {
        List<Told> told = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : site.read(SITE + ".alarm-states")) {
            Alarm alarm = Json.readOwn(each.value(), Alarm.class);
            if (alarm.kind() == kind) {
                String epoch = new String(
                        each.headers().lastHeader(Headers.WRITER_EPOCH).value(), StandardCharsets.UTF_8);
                told.add(new Told(alarm, Long.parseLong(epoch)));
            }
        }
        return told;
    }

    private static @Nullable Told newest(LiveSite site, AlarmKind kind) throws Exception {
        List<Told> all = told(site, kind);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    private static Told theNewest(LiveSite site, AlarmKind kind) throws Exception {
        Told newest = newest(site, kind);
        assertNotNull(newest);
        return newest;
    }

    private static Told firstAfter(LiveSite site, AlarmKind kind, long epoch) throws Exception {
        return told(site, kind).stream()
                .filter(each -> each.epoch() > epoch)
                .findFirst()
                .orElseThrow();
    }

    private static Instant reported(Told told) {
        Instant at = told.alarm().reportedAt();
        assertNotNull(at);
        return at;
    }
}
