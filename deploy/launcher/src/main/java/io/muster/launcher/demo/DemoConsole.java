package io.muster.launcher.demo;

import io.muster.launcher.console.ConsoleBuild;
import io.muster.launcher.console.ConsoleProcess;
import io.muster.launcher.console.FreePort;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.Logs;
import io.muster.launcher.terminal.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The console of a demo: a process of its own beside the job, with a history that is forgotten at the end. A demo goes on without it. */
final class DemoConsole implements AutoCloseable {
    /** C1 alone: half the work until it serves, and 500 people need no more. */
    private static final List<String> FLAGS = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    /** The alarms come first: the console takes what the job leaves. */
    private static final List<String> BEHIND = List.of("nice", "-n", "10");

    private final @Nullable ConsoleProcess process;
    private final PrintStream log;

    private DemoConsole(@Nullable ConsoleProcess process, PrintStream log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it and returns at once; where and how to log in is printed once it serves.
     *
     * @param kafka {@code HOST:PORT}
     * @param port the first to be tried
     */
    static DemoConsole start(String kafka, int port, Terminal terminal, Steps steps) {
        PrintStream log = log();
        try {
            List<String> command = new ArrayList<>(niceIsThere() ? BEHIND : List.of());
            command.addAll(ConsoleBuild.find()
                    .serve(
                            FLAGS,
                            List.of(
                                    "--muster.console.kafka=" + kafka,
                                    "--muster.console.port=" + FreePort.from(port),
                                    "--muster.console.discovery=1s")));
            ConsoleProcess console = new ConsoleProcess(command, log::println);
            console.first()
                    .thenAccept(first -> {
                        steps.done("the console serves");
                        terminal.out()
                                .println("console  " + first.url() + "  user " + first.user() + "  password "
                                        + first.password());
                    })
                    .exceptionally(failure -> {
                        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                        if (!(cause instanceof CancellationException)) {
                            terminal.err().println("  no console: " + cause.getMessage());
                        }
                        return null;
                    });
            return new DemoConsole(console, log);
        } catch (BadInput | UncheckedIOException e) {
            terminal.err().println("  no console: " + e.getMessage());
            return new DemoConsole(null, log);
        }
    }

    private static boolean niceIsThere() {
        return Files.isExecutable(Path.of("/usr/bin/nice"));
    }

    /** Beside the log of this process. */
    private static PrintStream log() {
        try {
            String ours = Logs.file();
            Path file = ours.isEmpty()
                    ? Files.createTempFile("muster-console-", ".log")
                    : Path.of(ours.replaceFirst("(\\.log)?$", "-console.log"));
            return new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            // What it says from here on is its end, not a failure.
            process.first().cancel(false);
            process.close();
        }
        log.close();
    }
}
