package io.muster.launcher.quality;

import io.muster.launcher.report.Figure;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Words;
import io.muster.simulator.verify.Check;
import io.muster.simulator.verify.ManyRuns;
import io.muster.simulator.verify.Promise;
import io.muster.simulator.verify.Share;
import io.muster.simulator.verify.VerifyReport.KindRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What many labelled shifts came to, against the promise. */
public final class LabelledFigures {
    private LabelledFigures() {}

    /** One row a kind, with bounds at 95 %. */
    public static Table kinds(ManyRuns runs, Promise promise, List<Check> checks) {
        Table table = Table.of(
                "labelled shifts",
                ">truths",
                ">recall",
                "95 % bounds",
                ">promised",
                ">alarms",
                ">precision",
                "95 % bounds",
                ">promised",
                ">tolerated",
                ">delay p50",
                ">p99",
                ">at most",
                ">late",
                ">early",
                "");
        for (KindRow row : runs.report().kinds()) {
            Promise.OfKind its = promise.held(row.kind());
            Share recall = row.recall();
            Share precision = row.precision();
            boolean isKept = checks.stream()
                    .noneMatch(check -> check.isMissed()
                            && check.name().endsWith("." + row.kind().wire()));
            table.row(
                    row.kind().wire(),
                    Words.count(row.truths()),
                    Share.percent(recall.value()),
                    recall.of() == 0 ? "" : recall.boundsText(),
                    its == null ? "" : Share.percent(its.recall()),
                    Words.count(precision.of()),
                    Share.percent(precision.value()),
                    precision.of() == 0 ? "" : precision.boundsText(),
                    its == null ? "" : Share.percent(its.precision()),
                    Words.count(row.tolerated()),
                    row.found() == 0 ? "" : Words.seconds(row.delayP50Millis()),
                    row.found() == 0 ? "" : Words.seconds(row.delayP99Millis()),
                    its == null ? "" : Words.seconds(its.delayP99Millis()),
                    Words.count(row.late()),
                    Words.count(row.early()),
                    its == null ? "not raised yet" : isKept ? "ok" : "BROKEN");
        }
        return table;
    }

    /** The goals for all kinds together. */
    public static Table goals(List<Check> checks) {
        Table table = Table.of("labelled shifts", ">measured", ">promised", "", "");
        for (Check check : checks) {
            boolean isOfAll = check.name().endsWith(".all") || check.name().contains("vital");
            if (isOfAll || check.name().equals("chattering") || check.name().startsWith("decision_")) {
                table.row(
                        check.name(),
                        value(check.value(), check.unit()),
                        value(check.target(), check.unit()),
                        check.isMissed() ? "BROKEN" : "ok",
                        check.detail());
            }
        }
        return table;
    }

    private static String value(@Nullable Double value, String unit) {
        return value == null ? "" : (value % 1 == 0 ? Words.count(value.longValue()) : round(value)) + " " + unit;
    }

    /** Never rounded to a promise that is not kept. */
    private static String round(double value) {
        return String.valueOf(Math.floor(value * 10_000) / 10_000);
    }

    public static List<Figure> figures(List<Check> checks) {
        return checks.stream()
                .map(check -> new Figure(
                        "shift." + check.name(),
                        check.value(),
                        check.unit(),
                        check.target(),
                        check.pass(),
                        check.detail()))
                .toList();
    }
}
