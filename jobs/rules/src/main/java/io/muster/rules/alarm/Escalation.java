package io.muster.rules.alarm;

/**
 * Nobody acknowledged in time: level and priority are at least these from then on.
 *
 * @param atMillis ordering time
 * @param reason since when nobody did
 */
public record Escalation(long atMillis, String level, String priority, String reason) {}
