package io.muster.stream.compliance;

/**
 * How many of the people of a zone are heard (confirmed) and how many have fallen silent (stale).
 *
 * @param timeMillis ordering time of the count
 */
public record ZoneHeard(String fenceId, int confirmed, int stale, long timeMillis) {
    /** A zone with more silent people than this share is not merely unlucky with one tag. */
    private static final double DEGRADED_SHARE = 0.05;

    boolean empty() {
        return confirmed + stale == 0;
    }

    /** {@code blind}: nobody of its people is heard; {@code degraded}: more than 5 % are silent; else {@code ok}. */
    public String state() {
        return confirmed == 0 ? "blind" : stale > DEGRADED_SHARE * (confirmed + stale) ? "degraded" : "ok";
    }
}
