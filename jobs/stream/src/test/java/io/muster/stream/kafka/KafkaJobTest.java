package io.muster.stream.kafka;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.broker.testing.TestKafka;
import io.muster.contract.topic.Headers;
import io.muster.contract.topic.Ticks;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.Topics;
import io.muster.stream.KafkaJob;
import io.muster.stream.KafkaJobOptions;
import io.muster.stream.config.JobConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The job on a real Kafka and a real Flink. Moments are awaited by condition; time is the broker's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaJobTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String PLAN = """
            {"type":"FeatureCollection","name":"live","muster":{"site":"%s","crs":"local","version":"v1"},"features":[
             {"type":"Feature","id":"tank","geometry":{"type":"Polygon","coordinates":[[[0,0],[20,0],[20,20],[0,20],[0,0]]]},
              "properties":{"name":"Tank","floor":0,"muster":{"role":"hazard","hazards":["toxic"]}}}]}
            """;

    private static final String PERSON =
            "{\"id\":\"p1\",\"type\":\"omlox\",\"location_providers\":[\"T1\"],\"properties\":{\"muster\":{\"department\":\"d\",\"person_type\":\"01\"}}}";

    /** A system property asks for more, to measure. */
    private static final int PRESSES = Integer.getInteger("muster.presses", 5);

    @SuppressWarnings("NullAway.Init")
    private TestKafka kafka;

    @SuppressWarnings("NullAway.Init")
    private KafkaJob job;

    @BeforeAll
    void start() throws Exception {
        kafka = TestKafka.start();
        try (LiveSite site = new LiveSite(kafka.bootstrapServers(), "north")) {
            site.topics("acme");
        }
        job = KafkaJob.start(new KafkaJobOptions(
                kafka.bootstrapServers(),
                Map.of(),
                SitePattern.DEFAULT,
                JobConfig.load("aq3064", null),
                false,
                2,
                null));
        job.awaitRunning(LONG);
    }

    @AfterAll
    void stop() throws Exception {
        job.close();
        kafka.close();
    }

    @Test
    void fourPeopleInAHazardZoneRaiseAnAlarmThatSaysWhoWroteIt() throws Exception {
        try (LiveSite site = new LiveSite(kafka.bootstrapServers(), "north")) {
            site.write(TopicKind.PLANS, null, "v1", PLAN.formatted("north").getBytes(StandardCharsets.UTF_8));
            site.write(TopicKind.LOCATION_UPDATES, "acme", "T0", "not JSON".getBytes(StandardCharsets.UTF_8));
            awaitTheAlarmOfFour(site, "acme", "T");

            ConsumerRecord<byte[], byte[]> alarm = site.read("north.alarms").get(0);
            String text = new String(alarm.value(), StandardCharsets.UTF_8);
            assertTrue(text.contains("\"kind\":\"over_capacity\",") && text.contains("\"observed\":4"), text);
            assertTrue(alarm.headers().lastHeader(Headers.WRITER_EPOCH) != null, "the writer's epoch is a header");
            // A writer of the other outputs may be opening still.
            await().atMost(LONG).until(() -> site.read(Topics.WRITER_EPOCHS).size() >= 3);
            assertEquals(3, site.read(Topics.WRITER_EPOCHS).size(), "one writer of alarms, and two of all else");
            assertTrue(alarm.headers().lastHeader(Headers.WATERMARK) != null, "how far time had come is a header");
            assertTrue(alarm.headers().lastHeader(Headers.SCHEMA) != null, "the schema is a header");
            await().atMost(LONG)
                    .until(() -> !site.texts(TopicKind.REJECTED_UPDATES, "acme").isEmpty());
            assertEquals(List.of("not JSON"), site.texts(TopicKind.REJECTED_UPDATES, "acme"));
            assertTicksAreNoInput(site);
            assertNull(job.failure());
            assertTrue(job.isRunning());
        }
    }

    /** SOS does not wait for time: seq 1 names the tag, seq 2 of the same alarm the person and the place. */
    @Test
    void aPressedButtonIsAnAlarmAtOnceAndKnowsItsPersonLater() throws Exception {
        try (LiveSite site = new LiveSite(kafka.bootstrapServers(), "press").topics("acme")) {
            site.write(TopicKind.PLANS, null, "v1", PLAN.formatted("press").getBytes(StandardCharsets.UTF_8));
            site.write(TopicKind.TRACKABLES, null, "p1", PERSON.getBytes(StandardCharsets.UTF_8));
            await().atMost(LONG).until(() -> {
                site.fix("acme", "T1", 5, 10);
                return !site.texts(TopicKind.TRACKABLE_MOTIONS, null).isEmpty();
            });
            PressLatency latency = PressLatency.measure(site, kafka.bootstrapServers(), "T1", PRESSES);
            System.err.println(latency);
            assertEquals(PRESSES, latency.presses(), "every press is told");

            await().atMost(LONG)
                    .until(() -> sos(site).stream().anyMatch(each -> each.contains("\"trackable_ids\":[\"p1\"]")));
            String first = sos(site).get(0);
            assertTrue(first.contains("\"seq\":1,") && first.contains("\"trackable_ids\":[]"), first);
            String id = first.substring(0, first.indexOf(','));
            String second = sos(site).stream()
                    .filter(each -> each.startsWith(id) && each.contains("\"seq\":2,"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(
                    second.contains("\"trackable_ids\":[\"p1\"]") && second.contains("\"plan_version\":\"v1\""),
                    second);
            assertTrue(second.contains("\"state\":\"raised_unacknowledged\""), second);
        }
    }

    private static List<String> sos(LiveSite site) {
        return site.texts(TopicKind.ALARMS, null).stream()
                .filter(each -> each.contains("\"kind\":\"sos\""))
                .toList();
    }

    /** A site that comes later is served without a restart, and does not stop the one that is there. */
    @Test
    void aNewSiteAndVendorAreServedWithoutARestart() throws Exception {
        try (LiveSite site = new LiveSite(kafka.bootstrapServers(), "south").topics("other")) {
            site.write(TopicKind.PLANS, null, "v1", PLAN.formatted("south").getBytes(StandardCharsets.UTF_8));
            awaitTheAlarmOfFour(site, "other", "S");
            assertEquals(
                    Ticks.OPEN,
                    ticks(site, "south.plans").get(0),
                    "a partition that was not there at the start is opened before it is ticked");
            assertEquals(3, site.read(Topics.WRITER_EPOCHS).size(), "no restart: no further writer");
        }
    }

    /** A vendor that is no more must not hold back the alarms of the others: its last tick is the oldest of all. */
    @Test
    void aDeletedTopicHoldsNobodyBackForLong() throws Exception {
        try (LiveSite site = new LiveSite(kafka.bootstrapServers(), "west").topics("here", "leaving")) {
            site.write(TopicKind.PLANS, null, "v1", PLAN.formatted("west").getBytes(StandardCharsets.UTF_8));
            for (String topic : List.of("west.location-updates.leaving", "west.plans")) {
                await().atMost(LONG).until(() -> ticks(site, topic).contains(Ticks.TICK));
            }
            for (TopicKind kind :
                    List.of(TopicKind.LOCATION_UPDATES, TopicKind.PROXIMITY_UPDATES, TopicKind.PROVIDER_STATUS)) {
                site.delete(kind, "leaving");
            }
            long deletedNanos = System.nanoTime();
            awaitTheAlarmOfFour(site, "here", "W");
            System.err.println("From the deletion of a topic to the next alarm: "
                    + (System.nanoTime() - deletedNanos) / 1_000_000 + " ms");
            assertTrue(job.isRunning());
            assertEquals(3, site.read(Topics.WRITER_EPOCHS).size(), "no restart: no further writer");
        }
    }

    private static void awaitTheAlarmOfFour(LiveSite site, String vendor, String tag) {
        await().atMost(LONG).until(() -> {
            for (int person = 1; person <= 4; person++) {
                site.fix(vendor, tag + person, 4 * person, 10);
            }
            return !site.texts(TopicKind.ALARMS, null).isEmpty();
        });
    }

    /** The marks of time in a topic: {@link Ticks#OPEN} and {@link Ticks#TICK}, in their order. */
    private static List<String> ticks(LiveSite site, String topic) {
        return site.read(topic).stream()
                .filter(each -> Ticks.isKey(each.key()))
                .map(each -> new String(each.headers().lastHeader(Headers.TICK).value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static void assertTicksAreNoInput(LiveSite site) {
        List<ConsumerRecord<byte[], byte[]>> plans = site.read("north.plans");
        assertTrue(plans.stream().anyMatch(each -> Ticks.isKey(each.key())), "ticks are in the log");
        assertTrue(
                plans.stream().filter(each -> Ticks.isKey(each.key())).allMatch(each -> each.value().length == 0),
                "a tick has a value of zero bytes, not null: some topics are compacted");
        assertEquals(List.of(), site.texts(TopicKind.REJECTED_UPDATES, Topics.NO_VENDOR), "no tick was read as a plan");
    }
}
