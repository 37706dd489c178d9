package io.muster.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Shapes in few words, and the seed that every random test prints. */
final class Shapes {
    /** Another one: -Dmuster.seed=… */
    static final long SEED = Long.getLong("muster.seed", 20261123L);

    private Shapes() {}

    /** "0 0, 10 0, 10 8" as points. */
    static List<double[]> ring(String text) {
        List<double[]> points = new ArrayList<>();
        for (String point : text.split(",")) {
            String[] xy = point.trim().split(" ");
            points.add(new double[] {Double.parseDouble(xy[0]), Double.parseDouble(xy[1])});
        }
        return points;
    }

    /** A shell and its holes. */
    static ZoneShape polygon(String... rings) {
        return ZoneShape.polygon(rings(rings));
    }

    static List<List<double[]>> rings(String... rings) {
        List<List<double[]>> all = new ArrayList<>();
        for (String ring : rings) {
            all.add(ring(ring));
        }
        return all;
    }

    static ZoneShape rectangle(double x, double y, double width, double height) {
        return ZoneShape.polygon(List.of(List.of(
                new double[] {x, y}, new double[] {x + width, y}, new double[] {x + width, y + height}, new double[] {
                    x, y + height
                })));
    }

    static Zone zone(String id, ZoneShape shape) {
        return new Zone(id, shape, null, null, null);
    }

    static Random random(String test) {
        System.out.println(test + " seed " + SEED);
        return new Random(SEED);
    }

    /** A star around its centre: never crosses itself; with a hole of the same form and a third of the size, if wanted. */
    static ZoneShape star(Random random, double x, double y, double radius, int corners, boolean hole) {
        List<double[]> shell = new ArrayList<>();
        List<double[]> inner = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (i + 0.8 * random.nextDouble()) / corners;
            double reach = radius * (0.4 + 0.6 * random.nextDouble());
            shell.add(new double[] {x + reach * Math.cos(angle), y + reach * Math.sin(angle)});
            inner.add(new double[] {x + reach / 3 * Math.cos(angle), y + reach / 3 * Math.sin(angle)});
        }
        return ZoneShape.polygon(hole ? List.of(shell, inner) : List.of(shell));
    }
}
