package io.muster.stream.replay;

import org.jspecify.annotations.Nullable;

/**
 * A record of an input topic, for {@link InProcessReplay}.
 *
 * @param site as {@link io.muster.contract.topic.SiteId}
 * @param topic an input topic without the site, such as {@code plans} or {@code location-updates.acme}
 * @param partition 0 or more
 * @param offset 0 or more, rising within a partition
 * @param arrivalMillis broker append time, ms since the epoch
 * @param key null = there is none
 * @param value null = a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, never compared.
public record InputEnvelope(
        String site,
        String topic,
        int partition,
        long offset,
        long arrivalMillis,
        byte @Nullable [] key,
        byte @Nullable [] value) {}
