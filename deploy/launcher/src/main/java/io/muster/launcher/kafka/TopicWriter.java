package io.muster.launcher.kafka;

import io.muster.launcher.process.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Writes records and returns when Kafka has all of them. */
public final class TopicWriter {
    private TopicWriter() {}

    /** Not to be changed once handed over. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    public record Entry(byte[] key, byte[] value) {}

    /** @throws BadInput with what Kafka says, when one of them is refused */
    public static void write(Connection connection, String topic, List<Entry> entries) {
        try (var producer = connection.producer()) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Entry entry : entries) {
                sent.add(producer.send(new ProducerRecord<>(topic, entry.key(), entry.value())));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException | KafkaException e) {
            throw new BadInput(
                    "topic " + topic + ": Kafka at " + connection.bootstrap() + " says: " + Connection.rootMessage(e),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput("interrupted while writing to " + topic, e);
        }
    }
}
