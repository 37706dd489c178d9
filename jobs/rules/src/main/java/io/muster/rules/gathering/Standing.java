package io.muster.rules.gathering;

import io.muster.rules.gathering.Person.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is taken to be at a moment: as the estimator says, with how far it may be wrong. No mean is taken here: samples are estimates, which
 * know standing from walking, and a mean on top of them would only lag.
 *
 * @param variance of each axis, square metres
 * @param z height, m; 0 = not known
 */
record Standing(Person person, double x, double y, double variance, double z) {
    /** Between two samples a person is taken to have walked straight, unless faster than this, m/s. */
    private static final double WALK_METRES_PER_SECOND = 3;

    String id() {
        return person.trackableId();
    }

    boolean hasHeight() {
        return z != 0;
    }

    static Standing now(Person person) {
        return at(person, person.recent().get(person.recent().size() - 1));
    }

    /**
     * By what is known of the person of a moment of event time.
     *
     * @return null = there is no sample as old as that
     */
    static @Nullable Standing at(Person person, long eventMillis) {
        int last = person.recent().size() - 1;
        while (last >= 0 && person.recent().get(last).eventMillis() > eventMillis) {
            last--;
        }
        if (last < 0) {
            return null;
        }
        Spot spot = person.recent().get(last);
        if (last == person.recent().size() - 1) {
            return at(person, spot);
        }
        Spot next = person.recent().get(last + 1);
        double seconds = (next.eventMillis() - spot.eventMillis()) / 1000.0;
        if (Math.hypot(next.x() - spot.x(), next.y() - spot.y()) > WALK_METRES_PER_SECOND * seconds) {
            return at(person, spot);
        }
        double share = (eventMillis - spot.eventMillis()) / 1000.0 / seconds;
        return new Standing(
                person,
                spot.x() + share * (next.x() - spot.x()),
                spot.y() + share * (next.y() - spot.y()),
                spot.variance() + share * (next.variance() - spot.variance()),
                person.z());
    }

    private static Standing at(Person person, Spot spot) {
        return new Standing(person, spot.x(), spot.y(), spot.variance(), person.z());
    }
}
