package io.muster.launcher;

import io.muster.contract.value.Alarm;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.report.Report;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import io.muster.launcher.verify.DiffText;
import io.muster.launcher.verify.Seen;
import io.muster.simulator.verify.AlarmDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = {
            "What is different between the alarms of two runs: added, lost, earlier or later, another level, other people.",
            "Exit code 1 on any difference."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster diff before/alarms.jsonl after/alarms.jsonl"})
final class DiffCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "alarms.jsonl of the first run, or the folder that replay wrote.")
    @SuppressWarnings("NullAway.Init")
    private Path before;

    @Parameters(index = "1", paramLabel = "B", description = "The same of the second run.")
    @SuppressWarnings("NullAway.Init")
    private Path after;

    @Option(names = "--report", paramLabel = "FILE", description = "The object of --json, into a file.")
    private @Nullable Path report;

    @Mixin
    private final JsonOption json = new JsonOption();

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Alarm> first = Seen.alarms(before);
        List<Alarm> second = Seen.alarms(after);
        AlarmDiff diff = AlarmDiff.of(first, second);
        String object = Report.object("diff", null, DiffText.figures(diff));
        if (report != null) {
            try {
                Files.writeString(report, object + "\n", StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new BadInput("--report " + report + ": cannot be written: " + e.getMessage(), e);
            }
        }
        if (json.json) {
            terminal.out().println(object);
        } else if (diff.isEmpty()) {
            terminal.out().println("the same " + Words.counted(diff.same(), "alarm", "alarms"));
        } else {
            terminal.out().print(DiffText.table(diff));
            terminal.out()
                    .println(Words.count(diff.added()) + " added, " + Words.count(diff.lost()) + " lost, "
                            + Words.count(diff.changes().size() - diff.added() - diff.lost()) + " changed, "
                            + Words.count(diff.same()) + " the same");
        }
        return diff.isEmpty() ? Cli.DONE : Cli.FOUND;
    }
}
