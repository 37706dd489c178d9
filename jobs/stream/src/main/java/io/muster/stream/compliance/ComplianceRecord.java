package io.muster.stream.compliance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured at one evaluation of the gathering model of a site.
 *
 * @param delayMillis from the newest fix's event time to the result; null where no fix is newer than those of the evaluations before, or where no clock is asked (files)
 * @param cycleMillis since the evaluation before; null for the first, and where nobody took part in the one before
 * @param windowDelayMillis the longest of the windows that ended since the evaluation before; null = none, or where no clock is asked
 * @param windowCycleMillis the longest between ends of windows since the evaluation before; null = none
 * @param slowest the tags with the longest gaps, longest first
 * @param delays of the gathering model, over five minutes
 * @param cycles of the gathering model, over five minutes
 * @param windowDelays of the occupancy windows, over five minutes
 * @param windowCycles of the occupancy windows, over five minutes
 * @param zones those in which somebody is, sorted by fence id
 */
public record ComplianceRecord(
        String site,
        long seq,
        String profile,
        long startMillis,
        long evaluatedMillis,
        @Nullable Long newestFixMillis,
        @Nullable Long delayMillis,
        @Nullable Long cycleMillis,
        @Nullable Long windowDelayMillis,
        @Nullable Long windowCycleMillis,
        TimeSpread gaps,
        List<Gap> slowest,
        TimeSpread delays,
        TimeSpread cycles,
        TimeSpread windowDelays,
        TimeSpread windowCycles,
        long late,
        long rejected,
        long clockFaults,
        long unknownTags,
        List<ZoneHeard> zones) {}
