package io.muster.rules.identify;

import java.io.Serializable;

/**
 * What is news of a tag.
 *
 * @param silentAfterMillis a tag without a fix for so long is silent, > 0
 * @param jumpMetres farther from the fix before than this, the accuracies of both and what a person walks in between is a jump, >= 0
 * @param jumpMetresPerSecond what a person may walk in between
 * @param clockRightMillis a clock is right again once it has been right for so long, >= 0
 * @param settledAfterMillis so long after its last jump a tag is where it went: an excursion of a radio is shorter, >= 0
 */
public record TagOptions(
        long silentAfterMillis,
        double jumpMetres,
        double jumpMetresPerSecond,
        long clockRightMillis,
        long settledAfterMillis)
        implements Serializable {
    private static final long serialVersionUID = 1;

    public static TagOptions standard() {
        return new TagOptions(30_000, 10, 3, 10_000, 5_000);
    }
}
