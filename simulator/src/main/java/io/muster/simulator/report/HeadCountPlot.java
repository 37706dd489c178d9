package io.muster.simulator.report;

import io.muster.simulator.verify.HeadCountResult.Look;
import io.muster.simulator.verify.HeadCountResult.Production;
import java.util.List;
import java.util.function.ToIntFunction;

/** Who truly is inside, whom the job counts and whom the gates count, and below it the differences to the truth. */
final class HeadCountPlot {
    private static final double WIDTH = 1080;
    private static final double LEFT = 60;
    private static final double RIGHT = 14;
    private static final double TOP = 30;
    private static final double COUNTS = 180;
    private static final double DIFFERENCES = 80;
    private static final double GAP = 26;
    private static final double HEIGHT = TOP + COUNTS + GAP + DIFFERENCES + 26;

    private HeadCountPlot() {}

    static Svg of(Production production) {
        List<Look> looks = production.looks();
        boolean gates = production.passes() > 0;
        Axis x = Axis.ofTime(
                looks.get(0).atMillis(), looks.get(looks.size() - 1).atMillis(), LEFT, WIDTH - LEFT - RIGHT);
        int low = Integer.MAX_VALUE;
        int high = 0;
        int apart = 1;
        for (Look look : looks) {
            low = Math.min(low, Math.min(look.real(), look.counted()));
            high = Math.max(high, Math.max(look.real(), look.counted()));
            apart = Math.max(apart, Math.abs(look.counted() - look.real()));
            if (gates) {
                low = Math.min(low, look.gates());
                high = Math.max(high, look.gates());
                apart = Math.max(apart, Math.abs(look.gates() - look.real()));
            }
        }
        // From zero, unless the changes would be too small to see.
        double from = high - low < high / 10.0 ? Math.max(0, low - Math.max(5, (high - low))) : 0;
        Axis counts = new Axis(from, Math.max(1, high * 1.02), TOP + COUNTS, -COUNTS);
        double base = TOP + COUNTS + GAP + DIFFERENCES;
        Axis differences = new Axis(-apart, apart, base, -DIFFERENCES);
        Svg svg = new Svg(WIDTH, HEIGHT, "people inside over time: truth, job and gates");
        for (double tick : counts.ticks(1)) {
            svg.line(LEFT, counts.of(tick), WIDTH - RIGHT, counts.of(tick), Svg.GRID, 1);
            svg.text(LEFT - 6, counts.of(tick) + 4, "end", Svg.INK, Axis.number(tick));
        }
        for (double tick : new double[] {-apart, 0, apart}) {
            svg.line(LEFT, differences.of(tick), WIDTH - RIGHT, differences.of(tick), Svg.GRID, 1);
            svg.text(LEFT - 6, differences.of(tick) + 4, "end", Svg.INK, (tick > 0 ? "+" : "") + Axis.number(tick));
        }
        for (long time : x.times()) {
            svg.line(x.of(time), TOP, x.of(time), base, Svg.GRID, 1);
            svg.text(x.of(time), HEIGHT - 8, x.anchor(x.of(time)), Svg.INK, x.clock(time));
        }
        svg.text(LEFT, TOP + COUNTS + GAP - 6, "start", Svg.TRUTH, "difference to the truth, people");
        curve(svg, looks, x, counts, Look::real, Svg.TRUTH, 4);
        if (gates) {
            curve(svg, looks, x, counts, Look::gates, Svg.GATES, 1.6);
            curve(svg, looks, x, differences, look -> look.gates() - look.real(), Svg.GATES, 1.6);
        }
        curve(svg, looks, x, counts, Look::counted, Svg.JOB, 1.6);
        curve(svg, looks, x, differences, look -> look.counted() - look.real(), Svg.JOB, 1.6);
        double at = LEFT;
        at = entry(svg, at, Svg.TRUTH, "truth");
        at = entry(svg, at, Svg.JOB, "job: confirmed and stale");
        if (gates) {
            entry(svg, at, Svg.GATES, "gates: first look plus recorded passes");
        }
        return svg;
    }

    /** Steps: a count holds until the next look. */
    private static void curve(
            Svg svg, List<Look> looks, Axis x, Axis y, ToIntFunction<Look> value, String colour, double thickness) {
        double[] points = new double[looks.size() * 4];
        int count = 0;
        double before = Double.NaN;
        for (Look look : looks) {
            double here = y.of((double) value.applyAsInt(look));
            if (!Double.isNaN(before) && before != here) {
                points[count++] = x.of(look.atMillis());
                points[count++] = before;
            }
            points[count++] = x.of(look.atMillis());
            points[count++] = here;
            before = here;
        }
        svg.path(points, count, colour, thickness);
    }

    private static double entry(Svg svg, double at, String colour, String words) {
        svg.bar(at, 8, 14, 8, colour, words);
        svg.text(at + 18, 16, "start", Svg.INK, words);
        return at + 40 + words.length() * 6.6;
    }
}
