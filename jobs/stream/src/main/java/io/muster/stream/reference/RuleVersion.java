package io.muster.stream.reference;

import java.util.Map;

/**
 * What one version of a plan says of rules.
 *
 * @param settings dotted name to text; empty = all as the job's configuration has them
 * @param inForceMillis the later of its {@code valid_from} and its arrival
 */
public record RuleVersion(
        String site,
        String version,
        Map<String, String> settings,
        long inForceMillis,
        long arrivalMillis,
        int partition,
        long offset) {
    public RuleVersion {
        settings = settings == null ? Map.of() : settings;
    }

    /** Where it is held: one entry for each version. */
    public String heldAs() {
        return site + "|" + version + "|" + partition + "|" + offset;
    }
}
