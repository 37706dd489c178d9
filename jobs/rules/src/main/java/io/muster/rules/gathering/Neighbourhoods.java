package io.muster.rules.gathering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Who is near whom. People are put into cells as wide as anybody can be near, so that only 9 cells are searched for each: the cost grows with
 * people and with how densely they stand, not with the square of people.
 */
final class Neighbourhoods {
    private record Cell(long column, long row) {}

    /** For each person, by index, those near, that person included, in ascending order. */
    final int[][] near;
    /** How many pairs were looked at. */
    final long comparisons;

    /** @param together of two people, by index: in one group so far */
    Neighbourhoods(Nearness nearness, List<Standing> people, BiPredicate<Integer, Integer> together) {
        double most = people.stream().mapToDouble(Standing::variance).max().orElse(0);
        // A hair wider, so that nobody who is near is two cells away.
        double width = nearness.farthest(most) * (1 + 1e-6) + 1e-6;
        Map<Cell, List<Integer>> cells = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            cells.computeIfAbsent(cellOf(people.get(i), width), cell -> new ArrayList<>())
                    .add(i);
        }
        near = new int[people.size()][];
        int[] found = new int[people.size()];
        long looked = 0;
        for (int i = 0; i < people.size(); i++) {
            Cell cell = cellOf(people.get(i), width);
            int number = 0;
            for (long column = cell.column() - 1; column <= cell.column() + 1; column++) {
                for (long row = cell.row() - 1; row <= cell.row() + 1; row++) {
                    for (int other : cells.getOrDefault(new Cell(column, row), List.of())) {
                        looked++;
                        if (other == i || nearness.isNear(people.get(i), people.get(other), together.test(i, other))) {
                            found[number++] = other;
                        }
                    }
                }
            }
            near[i] = Arrays.copyOf(found, number);
            Arrays.sort(near[i]);
        }
        comparisons = looked;
    }

    private static Cell cellOf(Standing person, double width) {
        return new Cell((long) Math.floor(person.x() / width), (long) Math.floor(person.y() / width));
    }
}
