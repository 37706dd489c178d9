package io.muster.console.config;

import java.time.Duration;

/**
 * How long each table remembers, in whole days. AQ 3064.3 and the scoring table ask for a month of gatherings (PD-2); we keep alarms and gatherings a year.
 *
 * @param alarms alarms and every change of them
 * @param gatherings with members, at every report of the job
 * @param positions one per person and interval
 * @param fenceEvents who entered and left where
 * @param occupancy head counts at every change
 * @param compliance sampling gap, delay and cycle as measured
 * @param commands what control rooms asked for
 * @param apiCalls who called which address
 * @param audit who did what; never shorter than the alarms that it explains
 */
public record Retention(
        Duration alarms,
        Duration gatherings,
        Duration positions,
        Duration fenceEvents,
        Duration occupancy,
        Duration compliance,
        Duration commands,
        Duration apiCalls,
        Duration audit) {}
