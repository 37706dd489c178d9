package io.muster.stream.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer.PartitionOffsetsRetriever;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Where a job without a past begins, in a log that is written to while it is asked. */
class FirstOffsetsTest {
    private static final TopicPartition UPDATES = new TopicPartition("north.location-updates.acme", 0);
    private static final TopicPartition PLANS = new TopicPartition("north.plans", 0);
    private static final long DAY_AGO = 1_000_000;

    @Test
    void aRecordThatComesBetweenTwoQuestionsIsRead() {
        Log log = new Log();
        assertEquals(
                Map.of(UPDATES, 0L),
                new FirstOffsets(DAY_AGO).getPartitionOffsets(List.of(UPDATES), log.busy()),
                "nothing was in the log when it was first asked, so all that came since is read");
    }

    @Test
    void whatIsOlderThanADayIsNotReadAndWhatComesMeanwhileIs() {
        Log log = new Log();
        log.write(UPDATES, DAY_AGO - 2);
        log.write(UPDATES, DAY_AGO - 1);
        assertEquals(Map.of(UPDATES, 2L), new FirstOffsets(DAY_AGO).getPartitionOffsets(List.of(UPDATES), log.busy()));
    }

    @Test
    void theLastDayIsReadAndPlansFromTheirBeginning() {
        Log log = new Log();
        for (long before : List.of(5L, 3L, 0L)) {
            log.write(UPDATES, DAY_AGO - before);
            log.write(PLANS, DAY_AGO - before);
        }
        assertEquals(
                Map.of(UPDATES, 2L, PLANS, 0L),
                new FirstOffsets(DAY_AGO).getPartitionOffsets(List.of(UPDATES, PLANS), log));
        assertEquals(
                Map.of(UPDATES, 0L, PLANS, 0L),
                new FirstOffsets(KafkaEnds.EVERYTHING).getPartitionOffsets(List.of(UPDATES, PLANS), log),
                "a replay is read whole");
    }

    /** The times of what is in each partition; a busy one gets a record of now after each answer. */
    private static final class Log implements PartitionOffsetsRetriever {
        private final Map<TopicPartition, TreeMap<Long, Long>> times = new HashMap<>();
        private boolean busy;

        Log busy() {
            busy = true;
            return this;
        }

        void write(TopicPartition partition, long timeMillis) {
            TreeMap<Long, Long> log = times.computeIfAbsent(partition, each -> new TreeMap<>());
            log.put((long) log.size(), timeMillis);
        }

        @Override
        public Map<TopicPartition, Long> committedOffsets(Collection<TopicPartition> partitions) {
            throw new UnsupportedOperationException("offsets in Kafka are for the eye only");
        }

        @Override
        public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            partitions.forEach(each -> ends.put(
                    each, (long) times.getOrDefault(each, new TreeMap<>()).size()));
            more(partitions);
            return ends;
        }

        @Override
        public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
            Map<TopicPartition, Long> starts = new HashMap<>();
            partitions.forEach(each -> starts.put(each, 0L));
            more(partitions);
            return starts;
        }

        @Override
        public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> since) {
            Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
            since.forEach((partition, from) -> times.getOrDefault(partition, new TreeMap<>()).entrySet().stream()
                    .filter(each -> each.getValue() >= from)
                    .findFirst()
                    .ifPresent(each -> found.put(partition, new OffsetAndTimestamp(each.getKey(), each.getValue()))));
            more(since.keySet());
            return found;
        }

        private void more(Collection<TopicPartition> partitions) {
            if (busy) {
                partitions.forEach(each -> write(each, DAY_AGO + 86_400_000));
            }
        }
    }
}
