package io.muster.rules.fence;

import org.jspecify.annotations.Nullable;

/**
 * What gates and sensors have said of a person.
 *
 * @param passMillis event time of the newest pass; {@link Long#MIN_VALUE} = there was none
 * @param out whether that pass led out, and nothing has said otherwise since
 * @param holdUntilMillis ordering time until which the gate is believed and not the positions near it
 * @param sensed whether a sensor has ever said if the person moves
 * @param stillSinceMillis event time since which the sensor feels no movement; null = it feels some, or there is none
 */
public record Word(
        long passMillis,
        boolean out,
        long holdUntilMillis,
        boolean sensed,
        @Nullable Long stillSinceMillis) {

    static final Word NOTHING = new Word(Long.MIN_VALUE, false, Long.MIN_VALUE, false, null);

    Word passed(long eventMillis, boolean isOut, long holdMillis) {
        return new Word(eventMillis, isOut, holdMillis, sensed, stillSinceMillis);
    }

    /** Seen inside after all. */
    Word back() {
        return new Word(passMillis, false, holdUntilMillis, sensed, stillSinceMillis);
    }

    Word still(@Nullable Long sinceMillis) {
        return new Word(passMillis, out, holdUntilMillis, true, sinceMillis);
    }

    /** Whether a fix behind the gates says nothing, since a gate has just seen the person leave. */
    boolean overrules(long fixTimeMillis, long fixMillis) {
        return out && (fixTimeMillis < holdUntilMillis || fixMillis <= passMillis);
    }
}
