package io.muster.consumer;

import io.muster.contract.value.Alarm;
import org.jspecify.annotations.Nullable;

/**
 * One change of an {@link AlarmBook}.
 *
 * @param before what the book held; null = the alarm was not in it
 * @param alarm what it holds now; for WITHDRAWN and FORGOTTEN what it held last
 * @param writerEpoch of the record that changed it, {@link AlarmBook#NO_EPOCH} when it named none
 * @param timestampMillis epoch millis of the record in Kafka, which is when the broker took it: minus {@code raised_at} it is the
 *     delay of the alarm
 */
public record AlarmChange(Kind kind, @Nullable Alarm before, Alarm alarm, long writerEpoch, long timestampMillis) {

    /** What a wall board does about it. */
    public enum Kind {
        /** Was not open and is: show it. */
        RAISED,
        /** Was open and is, in another state or with other content. */
        CHANGED,
        /** Is closed. Where {@code before} is null the book met it closed. */
        CLEARED,
        /** Was open and is gone by a tombstone: take it down. */
        WITHDRAWN,
        /** Was closed and is gone by a tombstone. */
        FORGOTTEN
    }
}
