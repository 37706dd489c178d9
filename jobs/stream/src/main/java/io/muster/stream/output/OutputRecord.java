package io.muster.stream.output;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of an output topic.
 *
 * @param topic without the site
 * @param key as text; null only for what came in without a key
 * @param rawKey the original key of a rejected record; null otherwise
 * @param value null = a tombstone
 * @param headers texts; wall-clock things are here and nowhere else
 * @param timeMillis ordering time, for files
 * @param seq per key, for files
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, never compared.
public record OutputRecord(
        String site,
        String topic,
        @Nullable String key,
        byte @Nullable [] rawKey,
        byte @Nullable [] value,
        Map<String, String> headers,
        long timeMillis,
        long seq) {}
