package io.muster.stream.replay;

import io.muster.stream.input.RawRecord;
import org.jspecify.annotations.Nullable;

/**
 * One line of an input.
 *
 * @param record null where the line holds nothing, such as an empty one
 * @param hasArrival whether the line itself says when it arrived; a line that cannot be read does not
 * @param ownClock whether it says so by the sender's own clock
 */
record InputLine(long number, @Nullable RawRecord record, boolean hasArrival, boolean ownClock) {

    InputLine withoutArrival() {
        return new InputLine(number, record, false, false);
    }
}
