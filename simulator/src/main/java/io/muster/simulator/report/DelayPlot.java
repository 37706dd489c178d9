package io.muster.simulator.report;

import io.muster.contract.value.AlarmKind;
import io.muster.simulator.verify.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Every delay of one kind as a dot, sorted: how far right the curve goes is the worst, how steep it is says how alike they are. The limit is a line. */
final class DelayPlot {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 190;
    private static final double LEFT = 60;
    private static final double RIGHT = 20;
    private static final double TOP = 24;
    private static final double BOTTOM = 38;

    private DelayPlot() {}

    /**
     * @param pairs outcomes of this kind that have a delay; at least one
     * @param limitMillis p99, at most; negative = none
     */
    static Svg of(AlarmKind kind, List<Outcome> pairs, long limitMillis) {
        List<Outcome> sorted = pairs.stream()
                .sorted(Comparator.comparingLong(Outcome::delayMillis))
                .toList();
        double least = Math.min(0, sorted.get(0).delayMillis() / 1_000.0);
        double most = Math.max(limitMillis, sorted.get(sorted.size() - 1).delayMillis()) / 1_000.0 * 1.06;
        // Gatherings are right from the 60th second on: the first minute would only be empty paper.
        double from = sorted.get(0).delayMillis() > 30_000
                ? Math.floor(sorted.get(0).delayMillis() / 10_000.0) * 10 - 5
                : least;
        Axis x = new Axis(from, most, LEFT, WIDTH - LEFT - RIGHT);
        Axis y = new Axis(0, 100, HEIGHT - BOTTOM, -(HEIGHT - TOP - BOTTOM));
        Svg svg = new Svg(WIDTH, HEIGHT, "delays of " + kind.wire());
        for (double tick : x.ticks(0.001)) {
            svg.line(x.of(tick), TOP, x.of(tick), HEIGHT - BOTTOM, Svg.GRID, 1);
            svg.text(x.of(tick), HEIGHT - BOTTOM + 15, x.anchor(x.of(tick)), Svg.INK, Axis.number(tick) + " s");
        }
        for (double tick : new double[] {0, 50, 100}) {
            svg.line(LEFT, y.of(tick), WIDTH - RIGHT, y.of(tick), Svg.GRID, 1);
            svg.text(LEFT - 6, y.of(tick) + 4, "end", Svg.INK, Axis.number(tick) + " %");
        }
        svg.text(
                WIDTH - RIGHT,
                HEIGHT - 6,
                "end",
                Svg.TRUTH,
                "from the moment at which the alarm is asked for to the alarm readable; each dot is one alarm");
        if (limitMillis >= 0) {
            double limit = x.of(limitMillis / 1_000.0);
            svg.dashed(limit, TOP - 6, limit, HEIGHT - BOTTOM, Svg.BAD);
            svg.text(limit, TOP - 10, "middle", Svg.BAD, "p99 at most " + Axis.number(limitMillis / 1_000.0) + " s");
        }
        for (int i = 0; i < sorted.size(); i++) {
            Outcome outcome = sorted.get(i);
            double share = 100.0 * (i + 1) / sorted.size();
            boolean wrong = outcome.verdict() != Outcome.Verdict.FOUND;
            svg.dot(
                    x.of(outcome.delayMillis() / 1_000.0),
                    y.of(share),
                    sorted.size() > 200 ? 2 : 3.5,
                    wrong ? Svg.BAD : Svg.JOB,
                    String.format(
                            Locale.ROOT,
                            "%.2f s, %s, %s",
                            outcome.delayMillis() / 1_000.0,
                            outcome.verdict().word(),
                            outcome.at()));
        }
        return svg;
    }
}
