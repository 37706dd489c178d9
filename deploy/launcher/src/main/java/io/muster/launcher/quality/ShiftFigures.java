package io.muster.launcher.quality;

import io.muster.contract.value.AlarmKind;
import io.muster.launcher.report.Figure;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Words;
import io.muster.simulator.verify.Share;
import io.muster.simulator.verify.VerifyReport;
import io.muster.simulator.verify.VerifyReport.KindRow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What labelled shifts came to: recall and precision with their bounds, kind by kind, the job beside the naive models. */
public final class ShiftFigures {
    private ShiftFigures() {}

    /** Sums over all seeds. */
    private record Sum(long truths, long found, long invented, long worstDelayMillis) {
        static Sum of(ShiftRun.Result result, AlarmKind kind) {
            long truths = 0;
            long found = 0;
            long invented = 0;
            long delay = 0;
            for (VerifyReport report : result.reports()) {
                for (KindRow row : report.kinds()) {
                    if (row.kind() == kind) {
                        truths += row.truths();
                        found += row.found();
                        invented += row.invented();
                        delay = Math.max(delay, row.delayP99Millis());
                    }
                }
            }
            return new Sum(truths, found, invented, delay);
        }

        Share recall() {
            return new Share(found, truths);
        }

        Share precision() {
            return new Share(found, found + invented);
        }
    }

    /** One row a kind that the truth or any model knows. */
    public static Table table(List<ShiftRun.Result> results) {
        Table table = Table.of(
                "labelled shifts",
                ">truths",
                ">muster recall",
                ">precision",
                ">slowest p99",
                ">raw recall",
                ">precision",
                ">mean recall",
                ">precision");
        for (AlarmKind kind : kinds(results)) {
            List<Sum> sums =
                    results.stream().map(result -> Sum.of(result, kind)).toList();
            Sum own = sums.get(0);
            List<Object> cells = new ArrayList<>();
            cells.add(kind.wire());
            cells.add(own.truths());
            cells.add(text(own.recall()));
            cells.add(text(own.precision()));
            cells.add(own.found() == 0 ? "" : Words.seconds(own.worstDelayMillis()));
            for (Sum naive : sums.subList(1, sums.size())) {
                cells.add(text(naive.recall()));
                cells.add(text(naive.precision()));
            }
            table.row(cells.toArray());
        }
        return table;
    }

    /** Figures without targets: what is promised of alarms is verify's business. */
    public static List<Figure> figures(List<ShiftRun.Result> results) {
        List<Figure> figures = new ArrayList<>();
        for (ShiftRun.Result result : results) {
            String model =
                    result.model().equals("muster") ? "" : "." + result.model().replaceAll("\\W+", "_");
            for (AlarmKind kind : kinds(results)) {
                Sum sum = Sum.of(result, kind);
                add(figures, "shift." + kind.wire() + ".recall" + model, sum.recall());
                add(figures, "shift." + kind.wire() + ".precision" + model, sum.precision());
            }
        }
        return figures;
    }

    private static void add(List<Figure> figures, String name, Share share) {
        if (share.of() > 0) {
            figures.add(Figure.told(name, 100 * share.value(), "%", share.text()));
        }
    }

    private static String text(Share share) {
        return share.of() == 0 ? "" : Share.percent(share.value()) + " (" + share.boundsText() + ")";
    }

    private static Iterable<AlarmKind> kinds(List<ShiftRun.Result> results) {
        TreeMap<AlarmKind, Boolean> kinds = new TreeMap<>();
        for (ShiftRun.Result result : results) {
            for (VerifyReport report : result.reports()) {
                report.kinds().forEach(row -> kinds.put(row.kind(), true));
            }
        }
        return kinds.keySet();
    }
}
