package io.muster.launcher.kafka;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows all topics whose names match, those that are created later too; without a consumer group, so that it leaves no trace. Ticks are
 * left out. Not for use by two threads at once.
 */
public final class TopicFollower implements AutoCloseable {
    private static final long LOOK_AROUND_NANOS = Duration.ofSeconds(5).toNanos();

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final Predicate<String> wanted;
    private final boolean fromBeginning;
    private final Set<TopicPartition> followed = new HashSet<>();
    private long lookedAt;
    private boolean first = true;

    /** @param fromBeginning false: only what comes from now on; topics that are created later are always read whole */
    public TopicFollower(Connection connection, Predicate<String> wanted, boolean fromBeginning) {
        this.consumer = connection.consumer();
        this.wanted = wanted;
        this.fromBeginning = fromBeginning;
    }

    /** Hands over what came within {@code patience}. */
    public void poll(Duration patience, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        if (first || System.nanoTime() - lookedAt > LOOK_AROUND_NANOS) {
            lookAround();
        }
        if (followed.isEmpty()) {
            pause(patience);
            return;
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            if (!Records.isTick(record)) {
                each.accept(record);
            }
        }
    }

    /** The topics that are followed now, by name. */
    public Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        followed.forEach(partition -> topics.add(partition.topic()));
        return topics;
    }

    /** Whether everything that was in the topics at this moment has been handed over. */
    public boolean isAtEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(followed);
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Looks for topics and settles where to begin. */
    public void lookAround() {
        lookedAt = System.nanoTime();
        Set<TopicPartition> fresh = new HashSet<>();
        for (Map.Entry<String, List<PartitionInfo>> topic :
                consumer.listTopics().entrySet()) {
            if (wanted.test(topic.getKey())) {
                topic.getValue()
                        .forEach(partition -> fresh.add(new TopicPartition(topic.getKey(), partition.partition())));
            }
        }
        fresh.removeAll(followed);
        if (!fresh.isEmpty()) {
            followed.addAll(fresh);
            consumer.assign(followed);
            if (first && !fromBeginning) {
                consumer.seekToEnd(fresh);
                // Seeking is lazy; the place is meant to be now.
                fresh.forEach(consumer::position);
            } else {
                consumer.seekToBeginning(fresh);
            }
        }
        first = false;
    }

    private static void pause(Duration patience) {
        try {
            Thread.sleep(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
