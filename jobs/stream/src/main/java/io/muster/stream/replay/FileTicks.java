package io.muster.stream.replay;

import io.muster.contract.topic.TopicKind;
import io.muster.stream.input.Control;
import io.muster.stream.input.RawRecord;
import org.jspecify.annotations.Nullable;

/**
 * The ticks that a file has not: one for all partitions each 250 ms of arrival, and one at the last arrival + settle + 1 ms, so that everything up
 * to that arrival is decided.
 */
final class FileTicks {
    private static final long TICK_MILLIS = 250;

    private final String site;
    private final long settleMillis;
    private long ticked;
    private boolean begun;

    /** @param site any, since a tick stands for all */
    FileTicks(String site, long settleMillis) {
        this.site = site;
        this.settleMillis = settleMillis;
    }

    /** What stands before a record of this arrival; null = nothing. Nothing stands before the first one. */
    @Nullable
    RawRecord before(long arrivalMillis) {
        if (!begun) {
            begun = true;
            ticked = arrivalMillis;
            return null;
        }
        if (arrivalMillis - ticked < TICK_MILLIS) {
            return null;
        }
        ticked = arrivalMillis;
        return tick(arrivalMillis);
    }

    /** What stands behind the last record. */
    RawRecord last(long arrivalMillis) {
        return tick(arrivalMillis + settleMillis + 1);
    }

    private RawRecord tick(long millis) {
        return new RawRecord(
                site,
                TopicKind.LOCATION_UPDATES.wire(),
                TopicKind.LOCATION_UPDATES,
                null,
                0,
                -1,
                millis,
                null,
                null,
                Control.TICK_ALL);
    }
}
