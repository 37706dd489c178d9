package io.muster.stream.config;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a profile must keep, ms (PD-3; AQ 3064.3 7.2.1, 7.3.1).
 *
 * @param samplingMillis longest gap between fixes of a tag
 * @param delayMillis longest time from a fix to the result that it takes part in
 * @param cycleMillis longest time between evaluations
 */
public record LegalLimits(long samplingMillis, long delayMillis, long cycleMillis) implements Serializable {

    /** What each profile that a law stands behind must keep, by its name, sorted; measured whatever profile runs. */
    public static final Map<String, LegalLimits> LAWS = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            "aq3064", new LegalLimits(5_000, 5_000, 5_000),
            "henan2024", new LegalLimits(10_000, 5_000, 30_000))));
}
