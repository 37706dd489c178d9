package io.muster.rules.fence;

/**
 * That positions have lately brought somebody into a zone.
 *
 * @param atMillis ordering time of the newest entry
 */
public record Entered(String fenceId, long atMillis) {}
