package io.muster.stream.kafka;

import io.muster.contract.topic.Topics;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Names the one who writes: the offset of a record that it appends when it opens. A later writer has a greater epoch, so that a consumer can tell a
 * zombie; no clock is involved.
 */
final class KafkaWriterEpoch implements Serializable {
    private static final long serialVersionUID = 1;

    private final KafkaEnds ends;

    KafkaWriterEpoch(KafkaEnds ends) {
        this.ends = ends;
    }

    /** Called once when a writer opens. */
    long open() {
        Map<String, Object> properties = ends.clientProperties();
        properties.put("acks", "all");
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            byte[] who = "writer".getBytes(StandardCharsets.UTF_8);
            return producer.send(new ProducerRecord<>(Topics.WRITER_EPOCHS, 0, who, who))
                    .get(60, TimeUnit.SECONDS)
                    .offset();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no writer epoch from Kafka: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
