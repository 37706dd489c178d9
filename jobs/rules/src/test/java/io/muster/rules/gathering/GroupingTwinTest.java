package io.muster.rules.gathering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Seeds;
import io.muster.rules.gathering.Grouping.Found;
import io.muster.rules.gathering.Person.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grid and the queue against the obvious way, which compares everybody with everybody. */
class GroupingTwinTest {
    private static final double RADIUS = 15;
    private static final Nearness NEARNESS = new Nearness(GatheringOptions.cycle(2_000));

    @Test
    void findsTheSameNeighboursAndTheSameGroups() {
        for (long seed = 1; seed <= Seeds.upTo(300); seed++) {
            Random random = new Random(seed);
            List<Standing> people = people(random);
            Set<String> centres = Set.of("p0003", "p0011", "p0040");
            int[] groups = people.stream().mapToInt(p -> random.nextInt(4) - 1).toArray();
            BiPredicate<Integer, Integer> together = (a, b) -> groups[a] >= 0 && groups[a] == groups[b];
            Neighbourhoods around = new Neighbourhoods(NEARNESS, people, together);
            int[][] neighbours = around.near;
            assertArrayEquals(obviousNeighbours(people, together), neighbours, "seed " + seed);
            List<Found> found = Grouping.groups(people, neighbours, centres, 3);
            assertEquals(obviousGroups(people, neighbours, centres, 3), found, "seed " + seed);
            for (Found each : found) {
                assertTrue(each.members().size() >= 3, "seed " + seed);
                assertTrue(each.members().contains(each.centre()), "seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5,0", "0.6,0.25335", "0.3,-0.52440", "0.8413447,1", "0.0227501,-2", "0.9986501,3"})
    void aProbabilityIsSoManySigmas(double probability, double sigmas) {
        assertEquals(sigmas, Nearness.sigmas(probability), 5e-4);
    }

    @Test
    void whoMayBeAnywhereIsNearNobodyAndNobodyIsNearAtTwoRadii() {
        assertTrue(NEARNESS.isNear(15, 0, 0, false));
        assertFalse(NEARNESS.isNear(15.01, 0, 0, true));
        assertFalse(NEARNESS.isNear(0, 0, 60 * 60, false));
        assertTrue(NEARNESS.isNear(29.9, 0, 900, true));
        assertFalse(NEARNESS.isNear(30.1, 0, 1e6, true));
    }

    /** Twice the people on twice the ground: twice the comparisons, not four times. */
    @Test
    void theCostGrowsWithPeopleAndNotWithTheirSquare() {
        long few = comparisons(1_000, 400);
        long many = comparisons(4_000, 800);
        assertTrue(many < 4.6 * few, few + ", " + many);
        // One in 160 m2: 9 cells of 15.6 m and a bit hold 14 people.
        assertTrue(few < 1_000 * 20, "" + few);
    }

    private static long comparisons(int number, double width) {
        Random random = new Random(7);
        List<Standing> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            people.add(standing(i, random.nextDouble() * width, random.nextDouble() * width, 0.35));
        }
        return new Neighbourhoods(NEARNESS, people, (a, b) -> false).comparisons;
    }

    /** On a half-metre grid, so that equal numbers and people right on the edge are common; also left of and below the origin. */
    private static List<Standing> people(Random random) {
        int number = random.nextInt(70);
        double width = 10 + random.nextInt(150);
        List<Standing> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            double x = Math.rint((random.nextDouble() - 0.5) * width * 2) / 2;
            double y = Math.rint((random.nextDouble() - 0.5) * width * 2) / 2;
            people.add(standing(i, x, y, random.nextInt(3) == 0 ? 0 : random.nextDouble() * 9));
        }
        return people;
    }

    private static Standing standing(int i, double x, double y, double variance) {
        List<Spot> spots = List.of(new Spot(x, y, variance, 0));
        return Standing.now(new Person(String.format("p%04d", i), "tag", 0.3, 0, List.of(), "v1", 0, spots));
    }

    /** The distance is normal, with the variance of both: 60 % within the radius join, 30 % stay. */
    private static int[][] obviousNeighbours(List<Standing> people, BiPredicate<Integer, Integer> together) {
        int[][] neighbours = new int[people.size()][];
        for (int i = 0; i < people.size(); i++) {
            List<Integer> near = new ArrayList<>();
            for (int j = 0; j < people.size(); j++) {
                double dx = people.get(i).x() - people.get(j).x();
                double dy = people.get(i).y() - people.get(j).y();
                double sigma =
                        Math.sqrt(people.get(i).variance() + people.get(j).variance());
                double edge = RADIUS - Nearness.sigmas(together.test(i, j) ? 0.3 : 0.6) * sigma;
                if (i == j || Math.sqrt(dx * dx + dy * dy) <= edge + 1e-9) {
                    near.add(j);
                }
            }
            neighbours[i] = near.stream().mapToInt(Integer::intValue).toArray();
        }
        return neighbours;
    }

    private static List<Found> obviousGroups(
            List<Standing> people, int[][] neighbours, Set<String> centres, int minCount) {
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
