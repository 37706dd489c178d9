package io.muster.contract.codec;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record outside Kafka: a line of a recording, or a reject of a replay.
 *
 * @param topic without the site, such as {@code location-updates.acme}
 * @param partition 0 or more
 * @param offset 0 or more
 * @param arrivalMillis the record's Kafka timestamp
 * @param headers as text, sorted
 * @param value null = tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode look into the arrays
public record Envelope(
        String topic,
        int partition,
        long offset,
        byte @Nullable [] key,
        long arrivalMillis,
        Map<String, String> headers,
        byte @Nullable [] value) {
    // Written out, since the short form loses the nullness of the arrays.
    public Envelope(
            String topic,
            int partition,
            long offset,
            byte @Nullable [] key,
            long arrivalMillis,
            Map<String, String> headers,
            byte @Nullable [] value) {
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
        this.key = key;
        this.arrivalMillis = arrivalMillis;
        this.headers = headers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(headers));
        this.value = value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Envelope that
                && topic.equals(that.topic)
                && partition == that.partition
                && offset == that.offset
                && arrivalMillis == that.arrivalMillis
                && headers.equals(that.headers)
                && Arrays.equals(key, that.key)
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                topic, partition, offset, arrivalMillis, headers, Arrays.hashCode(key), Arrays.hashCode(value));
    }
}
