package io.muster.console.history;

import io.muster.contract.topic.Headers;
import io.muster.contract.topic.Ticks;
import io.muster.contract.topic.TopicName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One record out of Kafka.
 *
 * @param toldAt when the broker took it
 * @param writerEpoch of the writer of the job; -1 where it names none, as control rooms do
 * @param reason why an update was rejected, of that topic alone
 * @param detail the same in one line
 * @param value null = a tombstone
 */
// Never compared: the bytes are as the client gave them.
@SuppressWarnings("ArrayRecordComponent")
record Taken(
        TopicName topic,
        TopicPartition partition,
        long offset,
        Instant toldAt,
        @Nullable String key,
        long writerEpoch,
        boolean tick,
        @Nullable String reason,
        @Nullable String detail,
        byte @Nullable [] value) {
    static final long NO_EPOCH = -1;

    static Taken of(TopicName topic, ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        return new Taken(
                topic,
                new TopicPartition(record.topic(), record.partition()),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                epoch(record.headers().lastHeader(Headers.WRITER_EPOCH)),
                Ticks.isTick(key, record.headers().lastHeader(Headers.TICK) != null),
                text(record.headers().lastHeader(Headers.REASON)),
                text(record.headers().lastHeader(Headers.DETAIL)),
                record.value());
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static long epoch(@Nullable Header header) {
        if (header == null) {
            return NO_EPOCH;
        }
        try {
            return Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
        } catch (NumberFormatException e) {
            return NO_EPOCH;
        }
    }
}
