package io.muster.launcher.demo;

import io.muster.launcher.report.Figure;
import io.muster.launcher.report.Report;
import io.muster.launcher.terminal.Colour;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A verdict as tables for people and as one object for scripts. */
public final class Summary {
    private Summary() {}

    public static void print(Verdict verdict, String profile, Terminal terminal) {
        terminal.out().println();
        terminal.out().print(figures(verdict, profile, terminal));
        terminal.out().println();
        terminal.out().print(alarms(verdict));
        verdict.remarks().forEach(terminal.out()::println);
        terminal.out().println();
        terminal.out()
                .println(
                        verdict.passed()
                                ? terminal.paint(Colour.GREEN, "PASSED")
                                        + ": all limits kept, all truths found, none invented."
                                : terminal.paint(Colour.RED, "FAILED")
                                        + ": see the lines marked MISSED and the remarks.");
    }

    /** A figure that the law and the profile both limit is one line with two limits. */
    private static Table figures(Verdict verdict, String profile, Terminal terminal) {
        Map<String, Figure> ofProfile = new HashMap<>();
        for (Figure figure : verdict.figures()) {
            if (figure.name().startsWith(profile + ".")) {
                ofProfile.put(figure.name().substring(profile.length() + 1), figure);
            }
        }
        Table table = Table.of("figure", ">measured", ">at most", ">" + profile, "", "");
        for (Figure figure : verdict.figures()) {
            String name = figure.name().startsWith(Verdict.LAW + ".")
                    ? figure.name().substring(Verdict.LAW.length() + 1)
                    : figure.name();
            boolean told = name.startsWith("truths_") || name.startsWith("alarms_") || name.startsWith(profile + ".");
            if (!told) {
                Figure stricter = ofProfile.get(name);
                table.row(
                        name.replace('_', ' '),
                        amount(figure.value(), figure.unit()),
                        amount(figure.target(), figure.unit()),
                        stricter == null ? "" : amount(stricter.target(), stricter.unit()),
                        mark(figure, stricter, terminal),
                        figure.detail());
            }
        }
        return table;
    }

    private static Table alarms(Verdict verdict) {
        Table table = Table.of(
                "alarms",
                ">raised",
                ">cleared",
                ">open",
                ">truths",
                ">found",
                ">missed",
                ">late",
                ">early",
                ">invented",
                ">tolerated");
        Map<String, Measurements.Tally> tallies = new TreeMap<>(verdict.alarms());
        verdict.truths().forEach(row -> tallies.putIfAbsent(row.kind().wire(), new Measurements.Tally(0, 0)));
        tallies.forEach((kind, tally) -> verdict.truths().stream()
                .filter(row -> row.kind().wire().equals(kind))
                .findFirst()
                .ifPresentOrElse(
                        row -> table.row(
                                kind,
                                tally.raised(),
                                tally.cleared(),
                                tally.open(),
                                row.truths(),
                                row.found(),
                                row.missed(),
                                row.late(),
                                row.early(),
                                row.invented(),
                                row.tolerated()),
                        () -> table.row(kind, tally.raised(), tally.cleared(), tally.open())));
        return table;
    }

    /** The object of {@code --report}. */
    public static String report(Verdict verdict, DemoOptions options) {
        return Report.object("demo", options.seed(), verdict.figures());
    }

    private static String amount(@Nullable Double value, String unit) {
        if (value == null) {
            return "";
        }
        return switch (unit) {
            case "ms" -> Words.seconds(Math.round(value));
            case "s" -> String.format(Locale.ROOT, "%.1f s", value);
            default -> Words.count(Math.round(value));
        };
    }

    private static String mark(Figure figure, @Nullable Figure stricter, Terminal terminal) {
        if (figure.pass() == null) {
            return "";
        }
        boolean missed = figure.isMissed() || (stricter != null && stricter.isMissed());
        return missed ? terminal.paint(Colour.RED, "MISSED") : terminal.paint(Colour.GREEN, "ok");
    }
}
