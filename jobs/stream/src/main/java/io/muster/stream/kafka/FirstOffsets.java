package io.muster.stream.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** Where a job without a past begins: plans and people from the beginning, everything else at most 24 h back; a replay whole. */
@SuppressWarnings("deprecation") // The interface still asks for the old enum.
final class FirstOffsets implements OffsetsInitializer {
    private static final long serialVersionUID = 1;

    private final long sinceMillis;

    /** @param sinceMillis everything but plans and people begins here, ms since the epoch; or {@link KafkaEnds#EVERYTHING} */
    FirstOffsets(long sinceMillis) {
        this.sinceMillis = sinceMillis;
    }

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
        List<TopicPartition> whole =
                partitions.stream().filter(this::fromTheBeginning).toList();
        List<TopicPartition> recent =
                partitions.stream().filter(each -> !fromTheBeginning(each)).toList();
        Map<TopicPartition, Long> offsets = new HashMap<>(retriever.beginningOffsets(whole));
        // The ends first: a record that comes between the two questions lies behind the end, and is read.
        Map<TopicPartition, Long> ends = retriever.endOffsets(recent);
        Map<TopicPartition, Long> since = new HashMap<>();
        recent.forEach(each -> since.put(each, sinceMillis));
        Map<TopicPartition, OffsetAndTimestamp> found = retriever.offsetsForTimes(since);
        for (TopicPartition each : recent) {
            OffsetAndTimestamp at = found.get(each);
            offsets.put(each, at == null ? ends.get(each) : Long.valueOf(at.offset()));
        }
        return offsets;
    }

    @Override
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.EARLIEST;
    }

    private boolean fromTheBeginning(TopicPartition partition) {
        return sinceMillis == KafkaEnds.EVERYTHING
                || partition.topic().endsWith(".plans")
                || partition.topic().endsWith(".trackables");
    }
}
