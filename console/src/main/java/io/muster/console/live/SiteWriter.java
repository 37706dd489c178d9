package io.muster.console.live;

import io.muster.console.config.ConsoleOptions;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes what people decide into the topics of their site. Needs Kafka and nothing else. */
public final class SiteWriter implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Producer<byte[], byte[]> producer;

    public SiteWriter(ConsoleOptions options) {
        Map<String, Object> settings = new HashMap<>(options.kafkaClient());
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, options.kafka());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "muster-console-commands");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicKind.MOST_OUTPUT_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Returns once the brokers have it.
     *
     * @param value null = a tombstone
     */
    public RecordMetadata write(String site, TopicKind kind, String key, byte @Nullable [] value) throws NotSent {
        return of(send(site, kind, key, value));
    }

    /** Hands a record over; {@link #of} waits for it. */
    public Future<RecordMetadata> send(String site, TopicKind kind, String key, byte @Nullable [] value)
            throws NotSent {
        String topic = new TopicName(site, kind, null).full();
        try {
            return producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
        } catch (KafkaException e) {
            throw new NotSent(e);
        }
    }

    public RecordMetadata of(Future<RecordMetadata> sent) throws NotSent {
        try {
            return sent.get(PATIENCE_MILLIS + 1_000L, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotSent(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
