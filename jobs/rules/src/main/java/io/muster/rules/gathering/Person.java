package io.muster.rules.gathering;

import java.util.List;

/**
 * A person on a floor, with the samples of the last seconds.
 *
 * @param z height of the newest sample, m; 0 = not known
 * @param sampledMillis ordering time of the newest sample: silence counts from here
 * @param recent sorted by event time, at least one
 */
public record Person(
        String trackableId,
        String providerId,
        double accuracyMetres,
        double z,
        List<String> fenceIds,
        String planVersion,
        long sampledMillis,
        List<Spot> recent) {
    public Person {
        fenceIds = fenceIds == null ? List.of() : fenceIds;
        planVersion = planVersion == null ? "" : planVersion;
        recent = recent == null ? List.of() : recent;
    }

    /**
     * A sample.
     *
     * @param variance of the estimate, each axis, square metres
     * @param eventMillis when it was taken
     */
    public record Spot(double x, double y, double variance, long eventMillis) {}

    /** Event time of the newest sample. */
    long fixMillis() {
        return recent.get(recent.size() - 1).eventMillis();
    }
}
