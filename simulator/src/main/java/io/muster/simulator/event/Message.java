package io.muster.simulator.event;

import java.util.Map;

/**
 * Something said beside positions: by a tag, or by a neighbouring system. What depends on the site and the run stands in it as a marker, which
 * {@link MessageWriter} resolves.
 *
 * @param atMillis simulated time at which it reaches the broker
 * @param topic without the site, e.g. {@code gas-alarms}; {@code provider-status} gets its vendor from the tag that is its key
 * @param key text or {@link TagOf}
 * @param value fields of the JSON object in order; values are text, numbers, booleans, markers, or lists and maps of these
 */
public record Message(long atMillis, String topic, Object key, Map<String, Object> value) {

    /** A moment in simulated time, written as the instant that it is in the run. */
    public record At(long millis) {}

    /** The person id of a member ({@code crew#number}), which depends on the site. */
    public record PersonOf(String member) {}

    /** What is to be written of the first tag of a member, which depends on the seed. */
    public record TagOf(String member, TagField field) {}

    /** What a tag is known by. */
    public enum TagField {
        /** As its vendor writes it: {@code provider_id}. */
        ID,
        /** The omlox word: {@code provider_type}. */
        TYPE,
        /** Its vendor: {@code source}. */
        VENDOR
    }
}
