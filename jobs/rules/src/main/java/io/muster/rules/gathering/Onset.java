package io.muster.rules.gathering;

import io.muster.rules.gathering.Person.Spot;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Since when a group that was found just now has held: the moment of event time from which on enough people may have been near ({@link
 * GatheringOptions#leaveProbability()}). The 60 s count from there, not from the look that saw it. People are taken to walk straight from sample
 * to sample, so the moment may lie between two.
 *
 * <p>Not further back than 5 s: fixes that arrive late cannot bring a minute that nobody watched.
 */
final class Onset {
    static final long BACK_MILLIS = 5_000;
    /** Found to this. */
    private static final long STEP_MILLIS = 100;

    private Onset() {}

    static long millis(Person centre, Collection<Person> members, Nearness nearness, int minCount, long nowMillis) {
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
            if (!isMet(centre, members, nearness, minCount, moment)) {
                return between(centre, members, nearness, minCount, moment, onset);
            }
            onset = moment;
        }
        return onset;
    }

    /** Between a moment at which it is not met, and a later one from which on it is. */
    private static long between(
            Person centre, Collection<Person> members, Nearness nearness, int minCount, long not, long met) {
        long low = not;
        long high = met;
        while (high - low > STEP_MILLIS) {
            long middle = low + (high - low) / 2;
            if (isMet(centre, members, nearness, minCount, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean isMet(
            Person centre, Collection<Person> members, Nearness nearness, int minCount, long moment) {
        @Nullable Standing middle = Standing.at(centre, moment);
        if (middle == null) {
            return false;
        }
        int count = 0;
        for (Person member : members) {
            @Nullable Standing at = Standing.at(member, moment);
            boolean here = member.trackableId().equals(centre.trackableId());
            if (at != null && (here || nearness.isNear(middle, at, true)) && ++count >= minCount) {
                return true;
            }
        }
        return false;
    }
}
