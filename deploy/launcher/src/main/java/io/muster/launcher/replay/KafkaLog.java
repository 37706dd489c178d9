package io.muster.launcher.replay;

import io.muster.contract.topic.Headers;
import io.muster.contract.topic.Ticks;
import io.muster.contract.topic.TopicKind;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.process.BadInput;
import io.muster.stream.input.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Writes into the topics of a replayed site, with the arrival as timestamp. Sends do not wait; one that failed for good fails the next call. */
final class KafkaLog implements PacedReplay.Log, AutoCloseable {
    private static final byte[] NOTHING = new byte[0];
    private static final List<Header> TICK =
            List.of(new RecordHeader(Headers.TICK, Ticks.TICK.getBytes(StandardCharsets.UTF_8)));

    private final Connection connection;
    private final String site;
    private final Set<TopicPartition> ticking;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private boolean ticked;

    /** @param ticking every input partition of the site */
    KafkaLog(Connection connection, String site, Set<TopicPartition> ticking) {
        this.connection = connection;
        this.site = site;
        this.ticking = ticking;
        this.producer = connection.producer();
    }

    @Override
    public void record(RawRecord record, long millis) {
        byte[] value = record.value();
        if (record.kind() == TopicKind.PLANS && value != null) {
            value = PlanOfSite.of(site, value);
        }
        send(new ProducerRecord<>(site + "." + record.topic(), record.partition(), millis, record.key(), value));
    }

    /**
     * The first one is waited for. The partitions have just been made, and a broker may refuse a write to one that it does not lead yet while it takes the
     * next: with an idempotent producer the first could then never be written again (OUT_OF_ORDER_SEQUENCE_NUMBER). With one record each it can.
     */
    @Override
    public void tick(long millis) {
        for (TopicPartition each : ticking) {
            send(new ProducerRecord<>(each.topic(), each.partition(), millis, Ticks.key(), NOTHING, TICK));
        }
        if (!ticked) {
            ticked = true;
            flush();
        }
    }

    /** Returns when Kafka has everything. */
    void flush() {
        producer.flush();
        failIfFailed();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        failIfFailed();
        try {
            // The callback is told everything that the future would tell.
            var unused = producer.send(record, (metadata, error) -> {
                if (error != null) {
                    failure.compareAndSet(null, error);
                }
            });
        } catch (KafkaException e) {
            throw refused(e);
        }
    }

    private void failIfFailed() {
        Exception failed = failure.get();
        if (failed != null) {
            throw refused(failed);
        }
    }

    private BadInput refused(Exception e) {
        return new BadInput("site " + site + ": Kafka at " + connection.bootstrap() + " says: " + e.getMessage(), e);
    }
}
