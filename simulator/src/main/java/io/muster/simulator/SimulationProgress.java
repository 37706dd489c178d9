package io.muster.simulator;

import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param simulatedMillis simulated time done since the start
 * @param durationMillis simulated time to do; null = until stopped
 * @param messages handed to the sink so far
 * @param messagesPerSecond mean per real second since the start
 */
public record SimulationProgress(
        long simulatedMillis, @Nullable Long durationMillis, long messages, double messagesPerSecond) {}
