package io.muster.launcher.record;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a recording came to.
 *
 * @param plans at its head
 * @param people at its head
 * @param byTopic records after its head by topic without the site, ticks left out
 * @param ticks of the job
 * @param raised records that arrived before others that were written already; their arrival was raised
 * @param from arrival of the first record after the head; null where there was none
 * @param to arrival of the last one
 * @param complete false where Kafka did not say that nothing is missing before {@code to}
 * @param statedSite the site that the plan at its head names; null where there is none
 */
public record Recording(
        int plans,
        int people,
        Map<String, Long> byTopic,
        long ticks,
        long raised,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean complete,
        @Nullable String statedSite) {

    /** Records after the head, ticks left out. */
    public long records() {
        return byTopic.values().stream().mapToLong(Long::longValue).sum();
    }
}
