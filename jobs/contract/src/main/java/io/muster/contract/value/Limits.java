package io.muster.contract.value;

/**
 * Legal limits of a profile, ms.
 */
public record Limits(long samplingMs, long delayMs, long cycleMs) {}
