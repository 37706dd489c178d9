package io.muster.simulator.scenario;

/**
 * When a crew is on site.
 *
 * @param id as crews name it
 * @param fromMillis simulated time at which the crew takes over; may lie before 0 (it is there when the run begins)
 * @param untilMillis simulated time at which it hands over; may lie after the end
 */
public record Shift(String id, long fromMillis, long untilMillis) {}
