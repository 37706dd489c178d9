package io.muster.simulator.event;

import java.util.Map;

/**
 * Something said beside positions: by a tag, or by a neighbouring system.
 *
 * @param atMillis simulated time at which it reaches the broker
 * @param topic without the site, e.g. {@code gas-alarms} or {@code provider-status.uwb-north}
 * @param value fields of the JSON object in order; a value of type {@link java.time.Instant} or {@link At} is written as an ISO time
 */
public record Message(long atMillis, String topic, String key, Map<String, Object> value) {

    /** A moment in simulated time, written as the instant that it is in the run. */
    public record At(long millis) {}

    /** The person id of a member ({@code crew#number}), which depends on the site. */
    public record PersonOf(String member) {}

    /** The id of a tag of a member, the first of its technology. */
    public record TagOf(String member, boolean uwb) {}
}
