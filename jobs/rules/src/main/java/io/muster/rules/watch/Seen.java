package io.muster.rules.watch;

import io.muster.rules.alarm.Finding;
import io.muster.rules.fence.Presence;
import io.muster.rules.identify.Who;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a zone, as the last presence change told.
 *
 * @param presence {@link Presence#ABSENT} of somebody who has left
 * @param sinceMillis event time of the entry
 * @param factsSinceMillis event time since which this person has been who they are and the zone has been what it is: the entry, a change of the
 *     people file, or a change of the plan; of somebody who has left: the leaving. What is wrong at once is wrong since then
 * @param stillSinceMillis event time since which the person has not moved; null = moves, or not known
 * @param fixMillis event time of the fix at x, y
 */
public record Seen(
        String trackableId,
        Who who,
        Presence presence,
        long sinceMillis,
        long factsSinceMillis,
        @Nullable Long stillSinceMillis,
        String providerId,
        double x,
        double y,
        @Nullable Double floor,
        double accuracyMetres,
        long fixMillis) {
    public Seen {
        who = who == null ? Who.unknown() : who;
        presence = presence == null ? Presence.CONFIRMED : presence;
    }

    /** Seen inside, if not lately: loss is not exit. */
    boolean inside() {
        return presence == Presence.CONFIRMED || presence == Presence.STALE;
    }

    Seen factsSince(long millis) {
        return new Seen(
                trackableId,
                who,
                presence,
                sinceMillis,
                Math.max(factsSinceMillis, millis),
                stillSinceMillis,
                providerId,
                x,
                y,
                floor,
                accuracyMetres,
                fixMillis);
    }

    Finding.Evidence evidence() {
        return new Finding.Evidence(trackableId, providerId, x, y, floor, accuracyMetres, fixMillis);
    }
}
