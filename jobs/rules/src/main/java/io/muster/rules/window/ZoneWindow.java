package io.muster.rules.window;

import org.jspecify.annotations.Nullable;

/**
 * One compute cycle of a zone (PD-3: at most 30 s). Counts are confirmed + stale, as a step function of ordering time over [start, end).
 *
 * @param samples how many samples were taken in the zone during the window
 * @param countMean time-weighted
 * @param personSeconds integral of the count, s
 * @param newestFixMillis event time of the newest sample that was taken in it; null = none was
 * @param over whether the counted people were above the limit at any time of the window
 */
public record ZoneWindow(
        String site,
        String fenceId,
        long startMillis,
        long endMillis,
        int samples,
        int countMin,
        double countMean,
        int countMax,
        double personSeconds,
        @Nullable Integer limit,
        boolean over,
        @Nullable Long newestFixMillis,
        String planVersion,
        long seq) {}
