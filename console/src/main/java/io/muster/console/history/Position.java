package io.muster.console.history;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody was.
 *
 * @param slot begin of the interval whose first position this is, ms since 1970
 * @param millis its own time, ms since 1970
 * @param x metres in the plan of the site
 * @param floor null = not known
 * @param accuracy metres; null = not told
 */
public record Position(
        String trackableId,
        long slot,
        long millis,
        float x,
        float y,
        @Nullable Float floor,
        @Nullable Float accuracy) {
    static final Comparator<Position> BY_TIME =
            Comparator.comparingLong(Position::slot).thenComparing(Position::trackableId);

    public Instant at() {
        return Instant.ofEpochMilli(millis);
    }
}
