package io.muster.stream.config;

import java.io.Serializable;

/**
 * What a profile must keep, ms (PD-3; AQ 3064.3 7.2.1, 7.3.1).
 *
 * @param samplingMillis longest gap between fixes of a tag
 * @param delayMillis longest time from a fix to the result that it takes part in
 * @param cycleMillis longest time between evaluations
 */
public record LegalLimits(long samplingMillis, long delayMillis, long cycleMillis) implements Serializable {}
