package io.muster.simulator.truth;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** How many people are in a fence, as stretches of time in which they are too many or too few. Nothing is sampled: the count changes where a stay begins or ends. */
final class Counting {
    private Counting() {}

    /** When more than {@code limit} are in. */
    static Levels moreThan(int limit, Collection<Levels> people) {
        return new Levels(
                above(limit, people, Levels::possible),
                above(limit, people, Levels::nominal),
                above(limit, people, Levels::sure));
    }

    /** When fewer than {@code minimum} are in, from {@code from} to {@code until}: too few for sure are those who are even possibly in. */
    static Levels fewerThan(int minimum, Collection<Levels> people, long from, long until) {
        return new Levels(
                above(minimum - 1, people, Levels::sure).complement(from, until),
                above(minimum - 1, people, Levels::nominal).complement(from, until),
                above(minimum - 1, people, Levels::possible).complement(from, until));
    }

    private static Spans above(int limit, Collection<Levels> people, Function<Levels, Spans> which) {
        List<Spans> stays = people.stream().map(which).toList();
        long[] changes = new long[2 * stays.stream().mapToInt(Spans::size).sum()];
        int size = 0;
        for (Spans stay : stays) {
            for (int i = 0; i < stay.size(); i++) {
                // The last bit: 1 = comes. At one moment those who go are taken first.
                changes[size++] = stay.from(i) << 1 | 1;
                changes[size++] = stay.until(i) << 1;
            }
        }
        Arrays.sort(changes);
        Spans above = new Spans();
        int count = 0;
        long since = 0;
        for (long change : changes) {
            boolean comes = (change & 1) == 1;
            if (comes && count++ == limit) {
                since = change >> 1;
            } else if (!comes && --count == limit) {
                above.add(since, change >> 1);
            }
        }
        return above;
    }
}
