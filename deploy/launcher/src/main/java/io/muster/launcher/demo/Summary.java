package io.muster.launcher.demo;

import io.muster.launcher.process.Build;
import io.muster.launcher.terminal.Colour;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A verdict as tables for people and as one object for scripts. */
public final class Summary {
    private Summary() {}

    public static void print(Verdict verdict, Terminal terminal) {
        Table alarms = Table.of(
                "alarms",
                ">raised",
                ">cleared",
                ">open",
                ">truths",
                ">found",
                ">missed",
                ">late",
                ">early",
                ">invented");
        Map<String, Measurements.Tally> tallies = new java.util.TreeMap<>(verdict.alarms());
        verdict.truths().forEach(row -> tallies.putIfAbsent(row.kind().wire(), new Measurements.Tally(0, 0)));
        tallies.forEach((kind, tally) -> verdict.truths().stream()
                .filter(row -> row.kind().wire().equals(kind))
                .findFirst()
                .ifPresentOrElse(
                        row -> alarms.row(
                                kind,
                                tally.raised(),
                                tally.cleared(),
                                tally.open(),
                                row.truths(),
                                row.found(),
                                row.missed(),
                                row.late(),
                                row.early(),
                                row.invented()),
                        () -> alarms.row(kind, tally.raised(), tally.cleared(), tally.open())));
        Table figures = Table.of("figure", ">measured", ">at most", "", "");
        for (Figure figure : verdict.figures()) {
            if (!figure.name().startsWith("truths_") && !figure.name().startsWith("alarms_")) {
                figures.row(
                        words(figure.name()),
                        amount(figure.value(), figure.unit()),
                        amount(figure.target(), figure.unit()),
                        mark(figure, terminal),
                        figure.detail());
            }
        }
        terminal.out().println();
        terminal.out().print(figures);
        terminal.out().println();
        terminal.out().print(alarms);
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

    /** The object of {@code --report}. */
    public static String report(Verdict verdict, DemoOptions options) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("command", "demo");
        object.put("revision", Build.revision());
        object.put("machine", Build.machine());
        object.put("seed", options.seed());
        object.put("figures", verdict.figures().stream().map(Figure::toMap).toList());
        return JsonOut.inOrder(object);
    }

    private static String words(String name) {
        return name.replace('_', ' ').replace(".", ": ");
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

    private static String mark(Figure figure, Terminal terminal) {
        Boolean pass = figure.pass();
        if (pass == null) {
            return "";
        }
        return pass ? terminal.paint(Colour.GREEN, "ok") : terminal.paint(Colour.RED, "MISSED");
    }
}
