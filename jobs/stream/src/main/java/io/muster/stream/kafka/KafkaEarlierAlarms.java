package io.muster.stream.kafka;

import io.muster.consumer.AlarmBook;
import io.muster.contract.topic.Headers;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.contract.value.Alarm;
import io.muster.stream.handover.EarlierAlarms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** What stands in {@code alarm-states} of the sites of this job, as a control room would understand it. */
final class KafkaEarlierAlarms implements EarlierAlarms {
    private static final long serialVersionUID = 1;

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaEnds ends;

    KafkaEarlierAlarms(KafkaEnds ends) {
        this.ends = ends;
    }

    /** @throws IllegalStateException where Kafka does not hand the topics over: the job tries again */
    @Override
    public List<Alarm> read() {
        Map<String, Object> properties = ends.clientProperties();
        properties.put("enable.auto.commit", false);
        properties.put("allow.auto.create.topics", false);
        properties.put("auto.offset.reset", "earliest");
        AlarmBook book = new AlarmBook();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> until = consumer.endOffsets(partitions, ANSWER);
            long heardNanos = System.nanoTime();
            while (until.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), ANSWER) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                    book.apply(text(each.key()), each.value(), epoch(each), each.timestamp());
                    heardNanos = System.nanoTime();
                }
                if (System.nanoTime() - heardNanos > TimeUnit.SECONDS.toNanos(ANSWER.toSeconds())) {
                    throw new IllegalStateException("the alarms that stand cannot be read to their end");
                }
            }
        }
        return book.current();
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (List<PartitionInfo> topic : consumer.listTopics(ANSWER).values()) {
            for (PartitionInfo each : topic) {
                TopicName name = TopicName.parse(each.topic());
                if (name != null
                        && name.kind() == TopicKind.ALARM_STATES
                        && ends.sites().matchesSite(name.site())) {
                    partitions.add(new TopicPartition(each.topic(), each.partition()));
                }
            }
        }
        return partitions;
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable String epoch(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(Headers.WRITER_EPOCH);
        return header == null ? null : text(header.value());
    }
}
