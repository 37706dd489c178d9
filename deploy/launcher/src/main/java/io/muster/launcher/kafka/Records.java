package io.muster.launcher.kafka;

import io.muster.contract.topic.Ticks;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Small questions to a record. */
public final class Records {
    private Records() {}

    /** Whether this record only says that time goes on. */
    public static boolean isTick(ConsumerRecord<byte[], byte[]> record) {
        return Ticks.isTick(record.key(), record.headers().lastHeader(Ticks.KEY) != null);
    }

    public static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    public static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }
}
