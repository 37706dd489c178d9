package io.muster.simulator.event;

/**
 * All tags of a member are off the air, though the member is on site.
 *
 * @param member {@code crew#number}
 * @param fromMillis simulated time
 * @param untilMillis exclusive
 */
public record Silence(String member, long fromMillis, long untilMillis) {}
