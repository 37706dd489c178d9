package io.muster.launcher.feed;

import io.muster.launcher.report.Figure;
import io.muster.launcher.terminal.Colour;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A verdict as tables for people. */
public final class FeedReport {
    private static final String REJECTED = "rejected.";

    private FeedReport() {}

    public static void print(FeedVerdict verdict, Terminal terminal) {
        Table topics = Table.of("topic", ">messages");
        verdict.byTopic().forEach((topic, count) -> topics.row(topic, Words.count(count)));
        if (!topics.isEmpty()) {
            terminal.out().println(topics);
        }
        Table figures = Table.of("figure", ">measured", ">at most", "", "");
        for (Figure figure : verdict.figures()) {
            if (!figure.name().startsWith(REJECTED)) {
                figures.row(
                        figure.name().replace('_', ' '),
                        amount(figure.value(), figure.unit()),
                        amount(figure.target(), figure.unit()),
                        mark(figure, terminal),
                        figure.detail());
            }
        }
        terminal.out().println(figures);
        if (!verdict.rejected().isEmpty()) {
            Table rejected = Table.of("rejected for", ">messages", "for example", "which says");
            for (Rejected each : verdict.rejected()) {
                rejected.row(
                        each.reason(), Words.count(each.count()), each.where() + ": " + each.detail(), each.sample());
            }
            terminal.out().println(rejected);
        }
        terminal.out()
                .println(
                        verdict.passed()
                                ? terminal.paint(Colour.GREEN, "PASSED") + ": within 10 s and 5 s."
                                : terminal.paint(Colour.RED, "FAILED") + ": see the lines marked MISSED.");
    }

    private static String amount(@Nullable Double value, String unit) {
        if (value == null) {
            return "";
        }
        return switch (unit) {
            case "ms" -> Words.seconds(Math.round(value));
            case "messages/s" -> String.format(Locale.ROOT, "%.1f/s", value);
            default -> Words.count(Math.round(value));
        };
    }

    private static String mark(Figure figure, Terminal terminal) {
        if (figure.pass() == null) {
            return "";
        }
        return figure.isMissed() ? terminal.paint(Colour.RED, "MISSED") : terminal.paint(Colour.GREEN, "ok");
    }
}
