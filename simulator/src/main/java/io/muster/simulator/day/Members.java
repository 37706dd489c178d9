package io.muster.simulator.day;

import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Gives out people to crews. */
public final class Members {
    private Members() {}

    /**
     * Crews with a size first; what is left goes to those with a share, by weight (largest remainder, the earlier crew in doubt). Members follow one another
     * in the order of the file.
     *
     * @param people how many in all
     * @throws IllegalArgumentException if the sizes alone are more, or no crew takes the rest
     */
    public static List<Member> of(Scenario scenario, int people) {
        List<Crew> crews = scenario.crews();
        int[] sizes = sizes(crews, people);
        List<Member> members = new ArrayList<>(people);
        for (int i = 0; i < crews.size(); i++) {
            for (int number = 1; number <= sizes[i]; number++) {
                members.add(new Member(crews.get(i), number, members.size()));
            }
        }
        return Collections.unmodifiableList(members);
    }

    private static int[] sizes(List<Crew> crews, int people) {
        int[] sizes = new int[crews.size()];
        long fixed = 0;
        double weights = 0;
        for (int i = 0; i < sizes.length; i++) {
            Integer size = crews.get(i).size();
            if (size != null) {
                sizes[i] = size;
                fixed += size;
            } else {
                weights += weight(crews.get(i));
            }
        }
        if (fixed > people) {
            throw new IllegalArgumentException("the crews of fixed size have " + fixed
                    + " members together, more than the " + people + " people asked for");
        }
        long rest = people - fixed;
        if (rest > 0 && weights == 0) {
            throw new IllegalArgumentException("the crews have " + fixed + " members together and none has a share, so "
                    + people + " people cannot be given out");
        }
        double each = weights == 0 ? 0 : rest / weights;
        List<Integer> shared = IntStream.range(0, sizes.length)
                .filter(i -> crews.get(i).size() == null)
                .boxed()
                .toList();
        long given = 0;
        for (int i : shared) {
            sizes[i] = (int) Math.floor(weight(crews.get(i)) * each);
            given += sizes[i];
        }
        List<Integer> byRemainder = shared.stream()
                .sorted(Comparator.comparingDouble(i -> sizes[i] - weight(crews.get(i)) * each))
                .toList();
        for (int i = 0; given < rest; i = (i + 1) % byRemainder.size(), given++) {
            sizes[byRemainder.get(i)]++;
        }
        return sizes;
    }

    private static double weight(Crew crew) {
        Double share = crew.share();
        return share == null ? 0 : share;
    }
}
