package io.muster.simulator.explore;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a failure small: takes the first smaller candidate that still fails, and begins anew with it, until none does. */
public final class Shrinker<T> {
    private final Function<T, List<T>> smaller;
    private final Predicate<T> stillFails;

    /**
     * @param smaller candidates that are smaller than what they come from, the boldest first; there must be no way round in a circle
     * @param stillFails whether a candidate fails as the first one did; may be slow
     */
    public Shrinker(Function<T, List<T>> smaller, Predicate<T> stillFails) {
        this.smaller = smaller;
        this.stillFails = stillFails;
    }

    /**
     * @param failing known to fail
     * @param mostTries how many candidates may be tried
     * @return the smallest that was found; {@code failing} itself if nothing smaller fails
     */
    public T shrink(T failing, int mostTries) {
        T smallest = failing;
        int tries = 0;
        boolean found = true;
        while (found) {
            found = false;
            for (T candidate : smaller.apply(smallest)) {
                if (tries++ == mostTries) {
                    return smallest;
                }
                if (stillFails.test(candidate)) {
                    smallest = candidate;
                    found = true;
                    break;
                }
            }
        }
        return smallest;
    }
}
