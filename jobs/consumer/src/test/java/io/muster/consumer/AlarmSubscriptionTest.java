package io.muster.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.broker.testing.TestKafka;
import io.muster.contract.topic.Headers;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** One night in a control room, on a real broker. */
class AlarmSubscriptionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SITE = "consumer-story";
    private static final String STATES = SITE + ".alarm-states";
    private static final String CHANGES = SITE + ".alarms";

    private final TestKafka kafka = TestKafka.shared();
    private final List<AlarmChange> heard = new CopyOnWriteArrayList<>();

    @Test
    void followsTheAlarmsOfASiteThroughACrashOfTheirWriter() throws Exception {
        try (AlarmSubscription room = AlarmSubscription.start(
                        AlarmSubscriptionOptions.statesAndChanges(kafka.bootstrapServers(), SITE), heard::add);
                KafkaProducer<String, byte[]> writer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            assertFalse(room.awaitCaughtUp(Duration.ZERO), "the site does not exist yet; the room waits");
            createTopics();
            long before = System.currentTimeMillis();
            tell(writer, Told.raised("a", 1, 1));
            tell(writer, Told.raised("b", 1, 1));
            assertTrue(room.awaitCaughtUp(PATIENCE));
            assertEquals(2, room.book().open().size());
            assertEquals(2, heard.size(), "told on two topics, heard once");
            assertTrue(heard.get(0).timestampMillis() >= before, "the broker's time, from which the delay is taken");

            tell(writer, Told.alarm("a", 4, 2, AlarmState.ACKNOWLEDGED, Level.YELLOW));
            tell(writer, Told.raised("a", 1, 3));
            tell(writer, Told.cleared("b", 4, 2));
            writer.send(new ProducerRecord<>(STATES, "b", new byte[] {'{'})).get();
            tell(writer, Told.tombstone("b", 4));
            assertTrue(room.awaitCaughtUp(PATIENCE));
            assertEquals(List.of("RAISED", "CHANGED"), heardOf("a"));
            assertEquals(List.of("RAISED", "CLEARED", "FORGOTTEN"), heardOf("b"));
            assertEquals(AlarmState.ACKNOWLEDGED, room.book().current().get(0).state());
            assertEquals(2, room.book().counters().of(AlarmOutcome.ZOMBIE), "the paused writer, on both topics");
            assertEquals(1, room.book().counters().of(AlarmOutcome.UNREADABLE));

            try (AlarmSubscription late =
                    AlarmSubscription.start(AlarmSubscriptionOptions.states(kafka.bootstrapServers(), SITE))) {
                assertTrue(late.awaitCaughtUp(PATIENCE));
                assertEquals(room.book().current(), late.book().current(), "whoever comes later knows the same");
                late.close();
                assertFalse(late.isRunning());
                assertFalse(late.awaitCaughtUp(PATIENCE));
            }
        }
    }

    /** Per alarm: between two topics only the order of one alarm is certain. */
    private List<String> heardOf(String alarmId) {
        return heard.stream()
                .filter(one -> one.alarm().alarmId().equals(alarmId))
                .map(one -> one.kind().name())
                .toList();
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(STATES, 1, (short) 1), new NewTopic(CHANGES, 2, (short) 1)))
                    .all()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** As the sink does it: the change on both topics, a tombstone on the states alone. */
    private static void tell(KafkaProducer<String, byte[]> writer, Told told) throws Exception {
        for (String topic : told.alarm() == null ? List.of(STATES) : List.of(CHANGES, STATES)) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, told.id(), told.value());
            record.headers()
                    .add(Headers.WRITER_EPOCH, Long.toString(told.epoch()).getBytes(StandardCharsets.UTF_8));
            writer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
