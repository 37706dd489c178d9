package io.muster.console.hub;

import io.muster.console.config.ConsoleOptions;
import io.muster.contract.topic.TopicName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts what vendors send into Kafka, as they wrote it. */
final class VendorWriter implements AutoCloseable {
    /** Calls that wait for the brokers at once: while these are away, the console's other callers must not run out of threads. */
    private static final int MOST_AT_ONCE = 32;

    private final Producer<String, byte[]> producer;
    private final Duration patience;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    VendorWriter(ConsoleOptions options, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        Map<String, Object> settings = new HashMap<>(options.kafkaClient());
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, options.kafka());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "muster-console-hub");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        this.patience = patience;
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Returns once the brokers have all of it.
     *
     * @throws NotTaken where they did not say so in time: some of it may have arrived all the same
     */
    void send(TopicName topic, List<Update> updates) throws NotTaken {
        if (!places.tryAcquire()) {
            throw new NotTaken("too many calls wait for the brokers already", null);
        }
        long end = System.nanoTime() + patience.toNanos();
        String name = topic.full();
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (Update each : updates) {
                sent.add(producer.send(new ProducerRecord<>(name, each.providerId(), each.bytes())));
                if (System.nanoTime() - end > 0) {
                    throw new NotTaken("no room for it in time", null);
                }
            }
            for (Future<?> each : sent) {
                each.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotTaken(e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken("interrupted", e);
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        producer.close(patience);
    }

    /** The brokers did not say that they have it. */
    static final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;

        NotTaken(String line, @Nullable Throwable cause) {
            super(line, cause);
        }
    }
}
