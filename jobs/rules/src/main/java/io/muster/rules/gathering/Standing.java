package io.muster.rules.gathering;

import io.muster.rules.gathering.Person.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is taken to be: the mean of the samples of the last while, which takes the noise out of somebody who stands.
 *
 * <p>Only samples near the newest one take part: within 3 m, or three times the accuracy where that is more. So a person who walks is not
 * averaged with where they were, and leaves a group when they leave it; a plain mean over 10 s lags by 7 m at walking speed, and with it the
 * 60 s would end 5 s late.
 */
record Standing(Person person, double x, double y) {
    private static final double STILL_METRES = 3;
    private static final double STILL_ACCURACIES = 3;
    /** The rounding of a mean must not put anybody over the edge. */
    private static final double ROUNDING_METRES = 1e-9;

    String id() {
        return person.trackableId();
    }

    static Standing now(Person person, GatheringOptions options) {
        Standing at = at(person, options, Long.MAX_VALUE);
        if (at == null) {
            throw new IllegalStateException("a person without samples: " + person.trackableId());
        }
        return at;
    }

    /**
     * By what was known of the person at a moment of event time.
     *
     * @return null = there was no sample by then
     */
    static @Nullable Standing at(Person person, GatheringOptions options, long eventMillis) {
        int last = person.recent().size() - 1;
        while (last >= 0 && person.recent().get(last).eventMillis() > eventMillis) {
            last--;
        }
        if (last < 0) {
            return null;
        }
        Spot newest = person.recent().get(last);
        if (options.raw()) {
            return new Standing(person, newest.x(), newest.y());
        }
        double still = Math.max(STILL_METRES, STILL_ACCURACIES * person.accuracyMetres());
        double x = 0;
        double y = 0;
        int number = 0;
        for (int i = last; i >= 0; i--) {
            Spot spot = person.recent().get(i);
            if (i < last && spot.eventMillis() <= newest.eventMillis() - options.averageMillis()) {
                break;
            }
            if (Math.hypot(spot.x() - newest.x(), spot.y() - newest.y()) <= still) {
                x += spot.x();
                y += spot.y();
                number++;
            }
        }
        return new Standing(person, x / number, y / number);
    }

    /** The edge counts. */
    boolean isWithin(double metres, Standing other) {
        double dx = x - other.x;
        double dy = y - other.y;
        double reach = metres + ROUNDING_METRES;
        return dx * dx + dy * dy <= reach * reach;
    }
}
