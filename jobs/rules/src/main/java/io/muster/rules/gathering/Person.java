package io.muster.rules.gathering;

import java.util.List;

/**
 * A person on a floor, with the samples that a position is made of.
 *
 * @param sampledMillis ordering time of the newest sample: silence counts from here
 * @param recent sorted by event time, at least one
 */
public record Person(
        String trackableId,
        String providerId,
        double accuracyMetres,
        List<String> fenceIds,
        String planVersion,
        long sampledMillis,
        List<Spot> recent) {
    public Person {
        fenceIds = fenceIds == null ? List.of() : fenceIds;
        planVersion = planVersion == null ? "" : planVersion;
        recent = recent == null ? List.of() : recent;
    }

    /** Where a sample was taken, and when: event time. */
    public record Spot(double x, double y, long eventMillis) {}

    /** Event time of the newest sample. */
    long fixMillis() {
        return recent.get(recent.size() - 1).eventMillis();
    }
}
