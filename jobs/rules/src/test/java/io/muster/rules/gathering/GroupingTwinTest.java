package io.muster.rules.gathering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.gathering.Grouping.Found;
import io.muster.rules.gathering.Person.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The grid and the queue against the obvious way, which compares everybody with everybody. */
class GroupingTwinTest {
    private static final double RADIUS = 15;

    @Test
    void findsTheSameNeighboursAndTheSameGroups() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            List<Standing> people = people(random);
            Set<String> centres = Set.of("p03", "p11", "p40");
            int[][] neighbours = Neighbourhoods.within(RADIUS, people);
            assertArrayEquals(obviousNeighbours(people), neighbours, "seed " + seed);
            List<Found> found = Grouping.groups(people, neighbours, centres, 3);
            assertEquals(obviousGroups(people, centres, 3), found, "seed " + seed);
            for (Found each : found) {
                Standing centre = people.get(each.centre());
                assertTrue(each.members().size() >= 3, "seed " + seed);
                assertTrue(
                        each.members().stream().allMatch(m -> people.get(m).isWithin(RADIUS, centre)), "seed " + seed);
            }
        }
    }

    /** On a half-metre grid, so that equal numbers and people right on the edge are common; also left of and below the origin. */
    private static List<Standing> people(Random random) {
        int number = random.nextInt(70);
        double width = 10 + random.nextInt(150);
        List<Standing> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            double x = Math.rint((random.nextDouble() - 0.5) * width * 2) / 2;
            double y = Math.rint((random.nextDouble() - 0.5) * width * 2) / 2;
            Person person =
                    new Person(String.format("p%02d", i), "tag", 0.3, List.of(), "v1", 0, List.of(new Spot(x, y, 0)));
            people.add(new Standing(person, x, y));
        }
        return people;
    }

    private static int[][] obviousNeighbours(List<Standing> people) {
        int[][] neighbours = new int[people.size()][];
        for (int i = 0; i < people.size(); i++) {
            List<Integer> near = new ArrayList<>();
            for (int j = 0; j < people.size(); j++) {
                double dx = people.get(i).x() - people.get(j).x();
                double dy = people.get(i).y() - people.get(j).y();
                if (dx * dx + dy * dy <= RADIUS * RADIUS) {
                    near.add(j);
                }
            }
            neighbours[i] = near.stream().mapToInt(Integer::intValue).toArray();
        }
        return neighbours;
    }

    private static List<Found> obviousGroups(List<Standing> people, Set<String> centres, int minCount) {
        int[][] neighbours = obviousNeighbours(people);
        boolean[] taken = new boolean[people.size()];
        List<Found> groups = new ArrayList<>();
        while (true) {
            int best = -1;
            List<Integer> bestMembers = List.of();
            for (int i = 0; i < people.size(); i++) {
                if (taken[i]) {
                    continue;
                }
                List<Integer> free = new ArrayList<>();
                for (int j : neighbours[i]) {
                    if (!taken[j]) {
                        free.add(j);
                    }
                }
                boolean more = free.size() > bestMembers.size();
                boolean same = best >= 0 && free.size() == bestMembers.size();
                boolean preferred = same
                        && centres.contains(people.get(i).id())
                        && !centres.contains(people.get(best).id());
                if (free.size() >= minCount && (more || preferred)) {
                    best = i;
                    bestMembers = free;
                }
            }
            if (best < 0) {
                return groups;
            }
            bestMembers.forEach(member -> taken[member] = true);
            groups.add(new Found(best, bestMembers));
        }
    }
}
