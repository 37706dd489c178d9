package io.muster.launcher.replay;

import io.muster.contract.topic.TopicName;
import io.muster.stream.input.Control;
import io.muster.stream.input.RawRecord;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an input needs of a Kafka. Looked for before anything is written: a job waits for the partitions that are there when it starts, and one that came
 * later would come too late for its time.
 */
final class RecordedTopics {
    private final Map<TopicName, Integer> partitions =
            new TreeMap<>((a, b) -> a.full().compareTo(b.full()));
    private long records;

    void take(RawRecord record) {
        if (record.control() != Control.TICK_ALL) {
            partitions.merge(
                    new TopicName(record.site(), record.kind(), record.vendor()), record.partition() + 1, Math::max);
        }
        if (record.control() == Control.RECORD) {
            records++;
        }
    }

    List<String> vendors() {
        Set<String> vendors = new LinkedHashSet<>();
        for (TopicName each : partitions.keySet()) {
            String vendor = each.vendor();
            if (vendor != null) {
                vendors.add(vendor);
            }
        }
        return List.copyOf(vendors);
    }

    /** The partitions that each topic must have at least. */
    Map<TopicName, Integer> partitions() {
        return partitions;
    }

    /** Without recorded ticks. */
    long records() {
        return records;
    }
}
