package io.muster.rules.gathering;

import io.muster.rules.gathering.Person.Spot;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Since when a group that was found just now has held: the event time of the sample with which the condition was first met, and from which on
 * it was met. The 60 s count from there, not from the look that saw it.
 *
 * <p>Not further back than 5 s: fixes that arrive late cannot bring a minute that nobody watched.
 */
final class Onset {
    static final long BACK_MILLIS = 5_000;

    private Onset() {}

    static long millis(Person centre, Collection<Person> members, GatheringOptions options, long nowMillis) {
        TreeSet<Long> moments = new TreeSet<>();
        for (Person member : members) {
            for (Spot spot : member.recent()) {
                if (spot.eventMillis() > nowMillis - BACK_MILLIS) {
                    moments.add(spot.eventMillis());
                }
            }
        }
        long onset = moments.isEmpty() ? nowMillis - BACK_MILLIS : moments.last();
        for (long moment : moments.descendingSet()) {
            if (!isMet(centre, members, options, moment)) {
                break;
            }
            onset = moment;
        }
        return onset;
    }

    private static boolean isMet(Person centre, Collection<Person> members, GatheringOptions options, long moment) {
        @Nullable Standing middle = Standing.at(centre, options, moment);
        if (middle == null) {
            return false;
        }
        int count = 0;
        for (Person member : members) {
            @Nullable Standing at = Standing.at(member, options, moment);
            if (at != null && middle.isWithin(options.radiusMetres(), at) && ++count >= options.minCount()) {
                return true;
            }
        }
        return false;
    }
}
