package io.muster.stream.compliance;

import io.muster.rules.occupancy.Coverage;

/**
 * How many of the people of a zone are heard (confirmed) and how many have fallen silent (stale).
 *
 * @param timeMillis ordering time of the count
 */
public record ZoneHeard(String fenceId, int confirmed, int stale, long timeMillis) {
    boolean empty() {
        return confirmed + stale == 0;
    }

    /** By {@link Coverage}. */
    public String state() {
        String state = Coverage.of(confirmed, stale);
        return state == null ? Coverage.BLIND : state;
    }
}
