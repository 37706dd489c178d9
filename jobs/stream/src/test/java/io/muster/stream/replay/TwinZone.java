package io.muster.stream.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A zone that knows by hand who is in it.
 *
 * @param rings shells and holes, each closed, {x, y} in metres; empty for a circle. A point is inside when it is in an odd number of them
 * @param circle x, y, radius in metres; null for polygons
 * @param floor null = on every floor
 * @param timeoutMillis -1 = never
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record TwinZone(
        String id,
        List<double[][]> rings,
        double @Nullable [] circle,
        @Nullable Integer floor,
        long timeoutMillis) {

    /** Rectangles on the walkers' grid, rectangles with holes, circles with points of the grid on them, stars, two at once. */
    static List<TwinZone> some(Random random) {
        List<TwinZone> zones = new ArrayList<>();
        zones.add(new TwinZone("box", List.<double[][]>of(box(10, 10, 30, 25)), null, 0, -1));
        zones.add(new TwinZone("ring", List.of(box(5, 20, 50, 55), box(20, 30, 35, 45)), null, 0, 1_500));
        zones.add(new TwinZone("two", List.of(box(0, 0, 8, 60), box(50, 0, 60, 30)), null, null, 700));
        zones.add(new TwinZone("circle", List.of(), new double[] {30, 30, 10}, 0, -1));
        zones.add(new TwinZone("upstairs", List.<double[][]>of(box(0, 0, 60, 60)), null, 1, 400));
        for (int i = 0; i < 4; i++) {
            long timeout = random.nextBoolean() ? -1 : 200 + random.nextInt(5_000);
            zones.add(new TwinZone(
                    "star" + i, List.<double[][]>of(star(random)), null, random.nextBoolean() ? 0 : null, timeout));
        }
        return zones;
    }

    boolean contains(double x, double y, int atFloor) {
        if (floor != null && floor != atFloor) {
            return false;
        }
        if (circle != null) {
            double dx = x - circle[0];
            double dy = y - circle[1];
            return dx * dx + dy * dy <= circle[2] * circle[2];
        }
        boolean inside = false;
        for (double[][] ring : rings) {
            for (int i = 0; i + 1 < ring.length; i++) {
                if (onEdge(ring[i], ring[i + 1], x, y)) {
                    return true;
                }
                inside ^= crosses(ring[i], ring[i + 1], x, y);
            }
        }
        return inside;
    }

    private static boolean onEdge(double[] a, double[] b, double x, double y) {
        double cross = (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
        return cross == 0
                && Math.min(a[0], b[0]) <= x
                && x <= Math.max(a[0], b[0])
                && Math.min(a[1], b[1]) <= y
                && y <= Math.max(a[1], b[1]);
    }

    /** Whether a ray to the right of the point meets the edge. */
    private static boolean crosses(double[] a, double[] b, double x, double y) {
        return (a[1] > y) != (b[1] > y) && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
    }

    String geometry() {
        if (circle != null) {
            return String.format(Locale.ROOT, "{\"type\":\"Point\",\"coordinates\":[%s,%s]}", circle[0], circle[1]);
        }
        List<String> texts = rings.stream().map(TwinZone::text).toList();
        // The second ring of "two" is another shell, that of "ring" a hole.
        return id.equals("two")
                ? "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + String.join("],[", texts) + "]]}"
                : "{\"type\":\"Polygon\",\"coordinates\":[" + String.join(",", texts) + "]}";
    }

    String properties() {
        return "{\"name\":\"" + id + "\",\"timeout\":" + timeoutMillis + ",\"exit_tolerance\":5,\"exit_delay\":9000"
                + (floor == null ? "" : ",\"floor\":" + floor)
                + (circle == null ? "" : ",\"radius\":" + circle[2])
                + ",\"muster\":{\"role\":\"production\",\"entry_confirm_count\":7}}";
    }

    private static String text(double[][] ring) {
        List<String> points = new ArrayList<>();
        for (double[] each : ring) {
            points.add("[" + each[0] + "," + each[1] + "]");
        }
        return "[" + String.join(",", points) + "]";
    }

    private static double[][] box(double x0, double y0, double x1, double y1) {
        return new double[][] {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}};
    }

    /** Corners around a centre, each as far out as chance wants: never crosses itself. */
    private static double[][] star(Random random) {
        int corners = 5 + random.nextInt(12);
        double x = 15 + random.nextInt(30);
        double y = 15 + random.nextInt(30);
        double[][] ring = new double[corners + 1][];
        for (int i = 0; i < corners; i++) {
            double out = 4 + 16 * random.nextDouble();
            double angle = 2 * Math.PI * i / corners;
            ring[i] = new double[] {millimetres(x + out * Math.cos(angle)), millimetres(y + out * Math.sin(angle))};
        }
        ring[corners] = ring[0];
        return ring;
    }

    private static double millimetres(double metres) {
        return Math.round(metres * 1000) / 1000.0;
    }
}
