package io.muster.console.config;

import java.time.Duration;

/**
 * How long each table remembers, in whole days. AQ 3064.3 and the scoring table ask for a month of gatherings (PD-2); we keep alarms and gatherings a year.
 *
 * @param alarms alarms and every change of them
 * @param gatherings with members, at every report of the job
 * @param positions one per person and interval, in the database
 * @param positionFiles the same, in the files that days of them go to after that; not longer than {@code positions} = in none
 * @param fenceEvents who entered and left where
 * @param occupancy head counts at every change
 * @param compliance sampling gap, delay and cycle as measured
 * @param commands what control rooms asked for
 * @param neighbours permits, inspections, evacuations, gas alarms, gate passes, infrastructure
 * @param notifications who was to be told what
 * @param windows head counts of each compute cycle
 * @param rejected how many updates of vendors were rejected, by hour
 * @param versions of the plan and of people, once replaced
 * @param apiCalls who called which address
 * @param audit who did what; never shorter than the alarms that it explains
 */
public record Retention(
        Duration alarms,
        Duration gatherings,
        Duration positions,
        Duration positionFiles,
        Duration fenceEvents,
        Duration occupancy,
        Duration compliance,
        Duration commands,
        Duration neighbours,
        Duration notifications,
        Duration windows,
        Duration rejected,
        Duration versions,
        Duration apiCalls,
        Duration audit) {}
