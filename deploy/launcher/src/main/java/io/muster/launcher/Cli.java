package io.muster.launcher;

import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.Logs;
import io.muster.launcher.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and how each of them says no: one clear line and a hint, exit code 2, no stack trace unless MUSTER_DEBUG is set. */
final class Cli {
    static final int DONE = 0;
    static final int FOUND = 1;
    static final int BAD_INPUT = 2;

    private static final int WIDTH = 110;

    private Cli() {}

    static CommandLine commandLine(Terminal terminal) {
        CommandLine muster = new CommandLine(new MusterCommand(terminal));
        muster.addSubcommand(new DemoCommand(terminal));
        muster.addSubcommand(new KafkaCommand(terminal));
        muster.addSubcommand(new CommandLine(new TopicsCommand()).addSubcommand(new TopicsCreateCommand(terminal)));
        muster.addSubcommand(new CommandLine(new PlanCommand())
                .addSubcommand(new PlanCheckCommand(terminal))
                .addSubcommand(new PlanApplyCommand(terminal))
                .addSubcommand(new PlanShowCommand(terminal))
                .addSubcommand(new PlanHistoryCommand(terminal)));
        muster.addSubcommand(new CommandLine(new PeopleCommand())
                .addSubcommand(new PeopleCheckCommand(terminal))
                .addSubcommand(new PeopleApplyCommand(terminal)));
        muster.addSubcommand(new JobCommand(terminal));
        muster.addSubcommand(
                new CommandLine(new ConsoleCommand(terminal)).addSubcommand(ConsoleMeasureCommand.command()));
        muster.addSubcommand(new SimulateCommand(terminal));
        muster.addSubcommand(new RecordCommand(terminal));
        muster.addSubcommand(new ReplayCommand(terminal));
        muster.addSubcommand(new CommandLine(new FeedCommand()).addSubcommand(new FeedCheckCommand(terminal)));
        muster.addSubcommand(new VerifyCommand(terminal));
        muster.addSubcommand(new DiffCommand(terminal));
        muster.addSubcommand(new QualityCommand(terminal));
        muster.addSubcommand(new ExploreCommand(terminal));
        muster.addSubcommand(AlarmGroupCommand.with(terminal));
        muster.addSubcommand(new TailCommand(terminal));
        muster.addSubcommand(new HelpCommand());
        everywhere(muster, command -> command.getCommandSpec().versionProvider(new MusterCommand.Version()));
        muster.setUsageHelpWidth(WIDTH);
        muster.setCaseInsensitiveEnumValuesAllowed(true);
        muster.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        muster.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        muster.setParameterExceptionHandler((bad, arguments) -> badUsage(bad, terminal));
        muster.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command, terminal));
        return muster;
    }

    private static void everywhere(CommandLine command, Consumer<CommandLine> what) {
        what.accept(command);
        command.getSubcommands().values().forEach(each -> everywhere(each, what));
    }

    private static int badUsage(ParameterException bad, Terminal terminal) {
        CommandSpec command = bad.getCommandLine().getCommandSpec();
        String name = command.qualifiedName(" ");
        StringBuilder line = new StringBuilder(name).append(": ").append(oneLine(String.valueOf(bad.getMessage())));
        List<String> close =
                bad instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (!close.isEmpty()) {
            line.append("; did you mean ").append(close.get(0)).append('?');
        }
        terminal.err().println(line.append(" (see ./").append(name).append(" --help)"));
        trace(bad, terminal);
        return BAD_INPUT;
    }

    private static int failed(Exception failure, CommandLine command, Terminal terminal) {
        String name = command.getCommandSpec().qualifiedName(" ");
        Throwable cause = unwrapped(failure);
        if (cause instanceof BadInput bad) {
            for (String line : bad.lines()) {
                terminal.err().println(name + ": " + oneLine(line));
            }
        } else {
            terminal.err()
                    .println(name + ": failed: " + describe(cause) + " (MUSTER_DEBUG=1 shows where; log: " + Logs.file()
                            + ")");
        }
        trace(failure, terminal);
        return BAD_INPUT;
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The message of the failure and of what caused it, if that says something else. */
    private static String describe(Throwable failure) {
        String said = failure.getMessage() == null ? failure.getClass().getSimpleName() : oneLine(failure.getMessage());
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String rootSaid = root.getMessage() == null ? root.getClass().getSimpleName() : oneLine(root.getMessage());
        return root == failure || said.contains(rootSaid) ? said : said + ": " + rootSaid;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static void trace(Exception failure, Terminal terminal) {
        if (Logs.debug()) {
            failure.printStackTrace(terminal.err());
        }
    }
}
