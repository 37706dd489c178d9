package io.muster.stream.decode;

import io.muster.rules.identify.FeedHeard;
import io.muster.stream.input.RawRecord;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each partition of a vendor that something came, once in a while. What it remembers only saves telling: after a restart a span may be told
 * twice, which changes nothing.
 */
final class FeedPulse implements Serializable {
    private static final long serialVersionUID = 1;

    /** By site, then topic: the last span told, by partition. */
    private final HashMap<String, HashMap<String, long[]>> told = new HashMap<>();

    /** @return null = told already, or no vendor's */
    @Nullable
    FeedHeard of(RawRecord raw, long arrivalMillis) {
        String vendor = raw.vendor();
        if (vendor == null) {
            return null;
        }
        HashMap<String, long[]> topics = told.computeIfAbsent(raw.site(), site -> new HashMap<>());
        long[] spans = topics.get(raw.topic());
        int partition = raw.partition();
        if (spans == null || spans.length <= partition) {
            int before = spans == null ? 0 : spans.length;
            spans = spans == null ? new long[partition + 1] : Arrays.copyOf(spans, partition + 1);
            Arrays.fill(spans, before, spans.length, Long.MIN_VALUE);
            topics.put(raw.topic(), spans);
        }
        long span = Math.floorDiv(arrivalMillis, FeedHeard.SPAN_MILLIS);
        if (span <= spans[partition]) {
            return null;
        }
        spans[partition] = span;
        return new FeedHeard(raw.site(), vendor, arrivalMillis, raw.topic(), partition, raw.offset());
    }
}
