package io.muster.launcher.kafka;

import io.muster.launcher.process.BadInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads what a topic holds now, from its beginning to its end. */
public final class TopicReader {
    private static final long LONGEST_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private TopicReader() {}

    /**
     * Hands over every record that is not a tick, partition by partition in the order of the log.
     *
     * @throws BadInput when there is no such topic
     */
    public static void read(Connection connection, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (var consumer = connection.consumer()) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
            if (partitions.isEmpty()) {
                throw new BadInput("there is no topic " + topic + " on " + connection.bootstrap()
                        + "; ./muster topics create makes the topics of a site");
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long heardAt = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var records = consumer.poll(Duration.ofMillis(200));
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    if (!Records.isTick(record)) {
                        each.accept(record);
                    }
                }
                if (!records.isEmpty()) {
                    heardAt = System.nanoTime();
                } else if (System.nanoTime() - heardAt > LONGEST_SILENCE_NANOS) {
                    throw new BadInput("topic " + topic + " on " + connection.bootstrap()
                            + " cannot be read to its end: no answer for 30 s");
                }
            }
        }
    }
}
