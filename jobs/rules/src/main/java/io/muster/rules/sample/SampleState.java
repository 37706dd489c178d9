package io.muster.rules.sample;

import io.muster.rules.place.Placed;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a person's samples.
 *
 * @param held the newest position, waiting for its turn; null = none
 * @param lastMillis ordering time of the last sample; null = none yet
 * @param knownFloor the last floor that was known; null = none yet
 * @param gatheringFloor the floor of the last sample; null = none yet
 * @param seq how many samples were told
 */
public record SampleState(
        @Nullable Placed held,
        @Nullable Long lastMillis,
        @Nullable Double knownFloor,
        @Nullable Double gatheringFloor,
        long seq) {

    static final SampleState NOTHING = new SampleState(null, null, null, null, 0);
}
