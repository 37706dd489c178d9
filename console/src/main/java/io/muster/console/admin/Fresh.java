package io.muster.console.admin;

import io.muster.console.config.ConsoleOptions;
import io.muster.console.live.Live;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Whoever changes something looks at it as it is: everything that its topic holds was read. */
public final class Fresh implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Live live;
    private final Admin admin;

    public Fresh(ConsoleOptions options, Live live) {
        Map<String, Object> settings = new HashMap<>(options.kafkaClient());
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, options.kafka());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "muster-console-admin");
        this.live = live;
        this.admin = Admin.create(settings);
    }

    /**
     * Returns once everything was read that the topic holds at this moment.
     *
     * @throws NotRead where it cannot be, or takes too long
     */
    void read(String site, TopicKind kind) {
        String topic = new TopicName(site, kind, null).full();
        TopicPartition partition = new TopicPartition(topic, 0);
        try {
            long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .offset();
            reached(topic, end);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotRead("topic " + topic + " cannot be read now", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotRead("interrupted", e);
        }
    }

    /** Returns once this record, just written, was read: the next question sees it. */
    void read(RecordMetadata written) {
        try {
            reached(written.topic(), written.offset() + 1);
        } catch (InterruptedException e) {
            // It is written all the same.
            Thread.currentThread().interrupt();
        }
    }

    private void reached(String topic, long end) throws InterruptedException {
        if (!live.reached(topic, end, PATIENCE)) {
            throw new NotRead("topic " + topic + " was not read to its end in " + PATIENCE.toSeconds() + " s");
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
