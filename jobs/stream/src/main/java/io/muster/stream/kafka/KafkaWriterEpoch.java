package io.muster.stream.kafka;

import io.muster.contract.topic.Topics;
import io.muster.stream.output.WriterEpoch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The offset of a record that the writer appends when it opens: it grows with every opening, and no clock is involved. */
final class KafkaWriterEpoch implements WriterEpoch {
    private static final long serialVersionUID = 1;

    private final KafkaEnds ends;

    KafkaWriterEpoch(KafkaEnds ends) {
        this.ends = ends;
    }

    @Override
    public long open() {
        Map<String, Object> properties = ends.clientProperties();
        properties.put("acks", "all");
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            byte[] who = "alarm-writer".getBytes(StandardCharsets.UTF_8);
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
