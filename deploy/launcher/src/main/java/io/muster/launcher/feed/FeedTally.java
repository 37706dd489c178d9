package io.muster.launcher.feed;

import io.muster.contract.codec.Unreadable;
import io.muster.contract.topic.TopicKind;
import io.muster.launcher.report.Spread;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts what a vendor's feed brings. Pure: all times are those of the records, and who is known is asked for. */
final class FeedTally {
    /**
     * A record of the vendor's, or a reject of the job's.
     *
     * @param topic without the site
     * @param arrivalMillis when the broker took it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Raw(
            TopicKind kind,
            String topic,
            int partition,
            long offset,
            long arrivalMillis,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        String place() {
            return topic + "#" + partition;
        }
    }

    private final Predicate<String> isKnown;
    private final Map<String, TagTimes> tags = new TreeMap<>();
    private final Map<String, Long> byTopic = new TreeMap<>();
    private final Map<String, Rejected> rejected = new TreeMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Map<String, Long> firstOffsets = new HashMap<>();
    private final Map<String, Set<Long>> rejectedHere = new HashMap<>();
    private final Spread delays = new Spread();
    private long messages;
    private long duplicates;
    private long outOfOrder;
    private long wrongKeys;
    private long withoutTime;
    private long leastDelay = Long.MAX_VALUE;

    /** @param isKnown whether a tag, in the form in which tags are matched, is somebody's */
    FeedTally(Predicate<String> isKnown) {
        this.isKnown = isKnown;
    }

    /** Takes a record of an input topic of the vendor. */
    void take(Raw raw) {
        messages++;
        byTopic.merge(raw.topic(), 1L, Long::sum);
        firstOffsets.putIfAbsent(raw.place(), raw.offset());
        if (raw.kind() != TopicKind.LOCATION_UPDATES && raw.kind() != TopicKind.PROXIMITY_UPDATES) {
            return;
        }
        FeedMessage message;
        try {
            message = FeedMessage.read(raw.kind(), raw.value());
        } catch (Unreadable e) {
            rejectedHere.computeIfAbsent(raw.place(), place -> new HashSet<>()).add(raw.offset());
            reject(e.reason().wire(), e.detail(), raw.place(), raw.offset(), raw.value());
            return;
        }
        if (!Arrays.equals(message.providerId().getBytes(StandardCharsets.UTF_8), raw.key())) {
            wrongKeys++;
        }
        if (!isKnown.test(message.tag())) {
            unknown.add(message.providerId());
        }
        Long generated = message.generatedMillis();
        if (generated == null) {
            withoutTime++;
            generated = raw.arrivalMillis();
        } else {
            delays.add(raw.arrivalMillis() - generated);
            leastDelay = Math.min(leastDelay, raw.arrivalMillis() - generated);
        }
        TagTimes times = tags.computeIfAbsent(message.tag(), tag -> new TagTimes());
        switch (times.take(generated, message.beacon(), raw.arrivalMillis())) {
            case DUPLICATE -> duplicates++;
            case OUT_OF_ORDER -> outOfOrder++;
            case NEW -> {
                // As it should be.
            }
        }
    }

    /** Takes a reject of the job's; what was rejected here already, or came before the first record seen here, does not count. */
    void rejectedByJob(
            String reason, String detail, String topic, int partition, long offset, byte @Nullable [] value) {
        String place = topic + "#" + partition;
        Long first = firstOffsets.get(place);
        if (first != null
                && offset >= first
                && rejectedHere.computeIfAbsent(place, each -> new HashSet<>()).add(offset)) {
            reject(reason, detail, place, offset, value);
        }
    }

    private void reject(String reason, String detail, String place, long offset, byte @Nullable [] value) {
        Rejected before = rejected.get(reason);
        rejected.put(
                reason,
                before == null
                        ? new Rejected(reason, 1, place + " offset " + offset, detail, Rejected.sample(value))
                        : before.oneMore());
    }

    long messages() {
        return messages;
    }

    long duplicates() {
        return duplicates;
    }

    long outOfOrder() {
        return outOfOrder;
    }

    /** Messages whose key is not their provider_id: their order is not kept by Kafka. */
    long wrongKeys() {
        return wrongKeys;
    }

    long withoutTime() {
        return withoutTime;
    }

    /** Tags as the vendor wrote them. */
    Set<String> unknown() {
        return unknown;
    }

    Map<String, TagTimes> tags() {
        return tags;
    }

    /** Arrival less the vendor's time, ms; less than 0 where the vendor's clock is ahead. */
    Spread delays() {
        return delays;
    }

    /** The least of them; null where no message had a time. */
    @Nullable
    Long leastDelayMillis() {
        return leastDelay == Long.MAX_VALUE ? null : leastDelay;
    }

    Map<String, Long> byTopic() {
        return byTopic;
    }

    List<Rejected> rejected() {
        return List.copyOf(rejected.values());
    }
}
