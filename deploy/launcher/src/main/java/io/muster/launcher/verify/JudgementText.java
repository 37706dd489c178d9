package io.muster.launcher.verify;

import io.muster.launcher.report.Figure;
import io.muster.launcher.terminal.Colour;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import io.muster.simulator.verify.Check;
import io.muster.simulator.verify.HeadCountResult;
import io.muster.simulator.verify.HeadCountResult.FenceRow;
import io.muster.simulator.verify.Judgement;
import io.muster.simulator.verify.Outcome;
import io.muster.simulator.verify.Promise;
import io.muster.simulator.verify.Share;
import io.muster.simulator.verify.ShiftRates;
import io.muster.simulator.verify.VerifyReport.KindRow;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/** A judgement as tables for a terminal, and as figures. */
public final class JudgementText {
    private static final int MOST_REMARKS = 30;
    private static final int MOST_FENCES = 5;

    private final Judgement judgement;
    private final Terminal terminal;

    private JudgementText(Judgement judgement, Terminal terminal) {
        this.judgement = judgement;
        this.terminal = terminal;
    }

    public static void print(Judgement judgement, Terminal terminal) {
        new JudgementText(judgement, terminal).print();
    }

    /** The figures of {@code --json}. */
    public static List<Figure> figures(Judgement judgement) {
        return judgement.checks().stream()
                .map(check -> new Figure(
                        check.name(), check.value(), check.unit(), check.target(), check.pass(), check.detail()))
                .toList();
    }

    private void print() {
        PrintStream out = terminal.out();
        out.print(kinds());
        out.println();
        heads(out);
        for (int i = 0; i < judgement.shifts().size(); i++) {
            ShiftRates rates = judgement.shifts().get(i);
            out.println("Operator's load, shift " + (i + 1) + ": " + Instant.ofEpochMilli(rates.fromMillis()) + " to "
                    + Instant.ofEpochMilli(rates.toMillis()) + ", "
                    + Words.counted(rates.operators(), "position", "positions") + ", " + Words.count(rates.alarms())
                    + " alarms, " + rates.open() + " open at the end");
            Table table = Table.of("metric", ">measured", "recommended", "");
            rates.rows()
                    .forEach(row -> table.row(row.metric(), row.value(), row.target(), row.within() ? "" : "outside"));
            out.print(table);
            out.println("Recommended: " + ShiftRates.SOURCE + ". Told, not held against the run.");
            out.println();
        }
        remarks(out);
        verdict(out);
    }

    private Table kinds() {
        Table table = Table.of(
                "alarms",
                ">truths",
                ">recall",
                ">at least",
                ">precision",
                ">at least",
                ">delay p50",
                ">p99",
                ">max",
                ">at most",
                "");
        for (KindRow row : judgement.report().kinds()) {
            Promise.OfKind promise = judgement.promise().held(row.kind());
            String kind = row.kind().wire();
            boolean pairs = row.found() > 0;
            table.row(
                    kind,
                    Words.count(row.truths()),
                    Share.percent(row.recall().value()),
                    promise != null ? Share.percent(promise.recall()) : "",
                    Share.percent(row.precision().value()),
                    promise != null ? Share.percent(promise.precision()) : "",
                    pairs ? Words.seconds(row.delayP50Millis()) : "",
                    pairs ? Words.seconds(row.delayP99Millis()) : "",
                    pairs ? Words.seconds(row.delayMaxMillis()) : "",
                    promise != null ? Words.seconds(promise.delayP99Millis()) : "",
                    promise != null ? mark(kind) : "not raised yet");
        }
        return table;
    }

    private String mark(String kind) {
        boolean missed = judgement.checks().stream()
                .anyMatch(check -> check.isMissed() && check.name().endsWith("." + kind));
        return missed ? terminal.paint(Colour.RED, "BROKEN") : terminal.paint(Colour.GREEN, "ok");
    }

    private void heads(PrintStream out) {
        HeadCountResult heads = judgement.headCounts();
        if (heads.fences().isEmpty()) {
            out.println(
                    "Head counts: not looked at; there are none beside the alarms, or this truth has no presences.");
            out.println();
            return;
        }
        for (Check check : judgement.checks()) {
            if (check.name().startsWith("head_count") || check.name().endsWith("_worst")) {
                String mark = check.pass() == null
                        ? ""
                        : check.isMissed()
                                ? terminal.paint(Colour.RED, " BROKEN")
                                : terminal.paint(Colour.GREEN, " ok");
                out.println(check.name().replace('_', ' ') + ": " + check.value() + " " + check.unit()
                        + (check.target() == null ? "" : ", promised " + check.target() + " " + check.unit()) + mark
                        + " (" + check.detail() + ")");
            }
        }
        Table table = Table.of("fences with the most wrong counts", ">right", ">worst", "at");
        heads.fences().stream()
                .filter(row -> row.worst() > 0)
                .limit(MOST_FENCES)
                .forEach(row -> table.row(
                        name(row),
                        Share.percent(row.right().value()),
                        row.worst(),
                        Instant.ofEpochMilli(row.worstAtMillis())));
        if (!table.isEmpty()) {
            out.print(table);
        }
        out.println();
    }

    private static String name(FenceRow row) {
        return row.name().isEmpty() ? row.fenceId() : row.name();
    }

    private void remarks(PrintStream out) {
        List<Outcome> wrong = judgement.wrong();
        wrong.stream().limit(MOST_REMARKS).forEach(outcome -> out.println(outcome.text()));
        if (wrong.size() > MOST_REMARKS) {
            out.println("… and " + (wrong.size() - MOST_REMARKS) + " more; --html lists all");
        }
        judgement
                .chatter()
                .forEach(chatter -> out.println("chattering: " + chatter.kind().wire() + " about "
                        + chatter.subject().id() + " rose " + chatter.rises() + " times within a minute from "
                        + Instant.ofEpochMilli(chatter.atMillis())));
    }

    private void verdict(PrintStream out) {
        if (judgement.passed()) {
            out.println(terminal.paint(Colour.GREEN, "PASSED") + ": every promise was kept.");
            return;
        }
        List<String> broken = judgement.checks().stream()
                .filter(Check::isMissed)
                .map(check -> check.name() + " is " + check.value() + " " + check.unit() + ", promised "
                        + check.target() + " " + check.unit())
                .toList();
        out.println(terminal.paint(Colour.RED, "FAILED") + ": " + String.join("; ", broken) + ".");
    }
}
