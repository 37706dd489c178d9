package io.muster.stream.replay;

import org.jspecify.annotations.Nullable;

/**
 * A record of an output topic, from {@link InProcessReplay}.
 *
 * @param topic without the site; that of rejects ends with the vendor
 * @param key null for rejects
 * @param value as it stands in a file of outputs; null = a tombstone; of a reject the original bytes
 * @param timeMillis ordering time, ms since the epoch
 * @param seq per key
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, never compared.
public record OutputValue(
        String site, String topic, @Nullable String key, byte @Nullable [] value, long timeMillis, long seq) {}
