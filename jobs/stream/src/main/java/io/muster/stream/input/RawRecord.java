package io.muster.stream.input;

import io.muster.contract.topic.TopicKind;
import org.jspecify.annotations.Nullable;

/**
 * A record of an input topic, as it came.
 *
 * @param topic without the site
 * @param vendor null for topics that are no vendor's
 * @param timestampMillis when the broker took it
 * @param key null and empty are different things; a null key is marked, not refused
 * @param value null = a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, never compared.
public record RawRecord(
        String site,
        String topic,
        TopicKind kind,
        @Nullable String vendor,
        int partition,
        long offset,
        long timestampMillis,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Control control) {

    /** Site, topic and partition as one text. */
    public String partitionId() {
        return site + "." + topic + "#" + partition;
    }
}
