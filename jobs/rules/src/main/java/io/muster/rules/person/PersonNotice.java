package io.muster.rules.person;

import io.muster.rules.Ordered;
import org.jspecify.annotations.Nullable;

/**
 * What a sensor, a gate or a control room says of a person.
 *
 * @param fenceId of a pass: the gate; else null
 * @param by of a release: who asked for it; else null
 * @param timeMillis ordering time
 * @param eventMillis when it happened, ms since the epoch
 */
public record PersonNotice(
        String site,
        String trackableId,
        Kind kind,
        @Nullable String fenceId,
        @Nullable String by,
        long timeMillis,
        long eventMillis,
        String origin,
        int partition,
        long offset)
        implements Ordered {

    public enum Kind {
        /** The sensor of the tag has felt no movement for seconds. */
        STILL,
        /** The sensor of the tag feels movement. */
        MOVING,
        /** Through a gate into the production area. */
        PASSED_IN,
        /** Through a gate out of the production area. */
        PASSED_OUT,
        /** A person in the control room says that this one is not there (loss is not exit). */
        RELEASED
    }
}
