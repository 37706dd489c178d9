package io.muster.rules.gathering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is within the radius of whom. People are put into cells as wide as the radius, so that only 9 cells are searched for each: the cost
 * grows with people and with how densely they stand, not with the square of people.
 */
final class Neighbourhoods {
    private record Cell(long column, long row) {}

    private Neighbourhoods() {}

    /** @return for each person, by index, those within the radius, that person included, in ascending order */
    static int[][] within(double radiusMetres, List<Standing> people) {
        Map<Cell, List<Integer>> cells = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            cells.computeIfAbsent(cellOf(people.get(i), radiusMetres), cell -> new ArrayList<>())
                    .add(i);
        }
        int[][] neighbours = new int[people.size()][];
        int[] found = new int[people.size()];
        for (int i = 0; i < people.size(); i++) {
            Standing person = people.get(i);
            Cell cell = cellOf(person, radiusMetres);
            int number = 0;
            for (long column = cell.column() - 1; column <= cell.column() + 1; column++) {
                for (long row = cell.row() - 1; row <= cell.row() + 1; row++) {
                    for (int other : cells.getOrDefault(new Cell(column, row), List.of())) {
                        if (person.isWithin(radiusMetres, people.get(other))) {
                            found[number++] = other;
                        }
                    }
                }
            }
            neighbours[i] = Arrays.copyOf(found, number);
            Arrays.sort(neighbours[i]);
        }
        return neighbours;
    }

    /** Cells are a hair wider than the radius, so that nobody who counts as within it is two cells away. */
    private static Cell cellOf(Standing person, double radiusMetres) {
        double width = radiusMetres * (1 + 1e-6) + 1e-6;
        return new Cell((long) Math.floor(person.x() / width), (long) Math.floor(person.y() / width));
    }
}
