package io.muster.simulator.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.muster.simulator.radio.TimedMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes to the topics of sites, which must exist. Sends do not wait for the broker; a send that failed for good fails the next call. Partitions are Kafka's
 * own choice by key; the broker stamps the arrival (LogAppendTime).
 */
public final class KafkaSink implements Sink {
    private final Producer<byte[], byte[]> producer;
    private final Map<String, Counter> counters = new HashMap<>();
    private final MeterRegistry meters;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private boolean closed;

    /**
     * Of any number of sites.
     *
     * @param bootstrap {@code HOST:PORT[,HOST:PORT…]}
     * @param meters gets {@code muster.simulator.messages} and {@code muster.simulator.bytes}, tagged with the topic
     */
    public KafkaSink(String bootstrap, MeterRegistry meters) {
        this(new KafkaProducer<>(settings(bootstrap), new ByteArraySerializer(), new ByteArraySerializer()), meters);
    }

    KafkaSink(Producer<byte[], byte[]> producer, MeterRegistry meters) {
        this.producer = producer;
        this.meters = meters;
    }

    /** What the producer is told beyond its defaults. */
    static Properties settings(String bootstrap) {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "muster-simulator");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // Short enough not to be seen in an alarm's delay, long enough that a load run does not send single records.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "5");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(128 * 1024));
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Long.toString(64L << 20));
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(2 << 20));
        return settings;
    }

    @Override
    public void send(String site, TimedMessage message) throws IOException {
        failIfFailed();
        // The callback is told everything that the future would tell.
        Future<RecordMetadata> unused = producer.send(
                new ProducerRecord<>(site + "." + message.topic(), message.key(), message.value()),
                (metadata, error) -> {
                    if (error != null) {
                        failure.compareAndSet(null, error);
                    }
                });
        counter("muster.simulator.messages", message.topic()).increment();
        counter("muster.simulator.bytes", message.topic()).increment(message.value().length);
    }

    @Override
    public void flush() throws IOException {
        producer.flush();
        failIfFailed();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            producer.close(Duration.ofSeconds(10));
            failIfFailed();
        }
    }

    private Counter counter(String name, String topic) {
        return counters.computeIfAbsent(
                name + " " + topic,
                key -> Counter.builder(name).tag("topic", topic).register(meters));
    }

    private void failIfFailed() throws IOException {
        Exception error = failure.get();
        if (error != null) {
            throw new IOException("could not write: " + error.getMessage(), error);
        }
    }
}
