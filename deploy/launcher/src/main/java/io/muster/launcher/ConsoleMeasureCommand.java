package io.muster.launcher;

import io.muster.launcher.console.ConsoleBuild;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "measure",
        description = {
            "How fast the console answers: fills a history, asks as many users would at once, and prints each figure",
            "beside its limit. Options go to the measurement as they stand."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster console measure --kafka localhost:9092 --dir /var/tmp/measure --days 30"})
final class ConsoleMeasureCommand implements Callable<Integer> {
    @Parameters(paramLabel = "OPTION", arity = "0..*", description = "Options of the measurement.")
    private List<String> options = new ArrayList<>();

    /** What it does not know is no fault here. */
    static CommandLine command() {
        return new CommandLine(new ConsoleMeasureCommand())
                .setUnmatchedOptionsArePositionalParams(true)
                .setStopAtPositional(true);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new ProcessBuilder(ConsoleBuild.find().measure(ConsoleCommand.flags(), options))
                .inheritIO()
                .start()
                .waitFor();
    }
}
