package io.muster.console.live;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest position of a person.
 *
 * @param x metres in the plan
 * @param y metres in the plan
 * @param at of the fix
 * @param heardAt when the broker took it
 * @param version of the site when this became known
 * @param firstVersion of the site when the person was seen first
 */
public record LivePerson(
        String id,
        double x,
        double y,
        @Nullable Double floor,
        @Nullable Double accuracy,
        Instant at,
        Instant heardAt,
        String technology,
        @Nullable String department,
        @Nullable String personType,
        List<String> fenceIds,
        long version,
        long firstVersion) {
    /** Without news for so long, a person is drawn as stale: three of the longest legal sampling gaps of AQ 3064.3. */
    public static final long STALE_SECONDS = 15;

    public LivePerson {
        fenceIds = List.copyOf(fenceIds);
    }

    public boolean stale(Instant now) {
        return heardAt.plusSeconds(STALE_SECONDS).isBefore(now);
    }
}
