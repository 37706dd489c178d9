package io.muster.launcher;

import io.muster.launcher.demo.Demo;
import io.muster.launcher.demo.DemoOptions;
import io.muster.launcher.demo.Summary;
import io.muster.launcher.demo.Verdict;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.StopSignal;
import io.muster.launcher.terminal.Terminal;
import io.muster.simulator.SimulationOptions;
import io.muster.stream.config.JobConfig;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Everything on this machine: a real Kafka, the Flink job, a simulated plant and the console.",
            "Prints where the console is and how to log in, and alarms as they rise. Ends with the legal figures (10 s sampling, 5 s delay, 30 s cycle) and holds",
            "every alarm against the simulator's truth. The demo's plan sets short limits, so that alarms come soon.",
            "Exit code 0: all limits kept, all truths found, none invented; 1: not so."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster demo --for 150s --people 500 --report demo.json"})
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long the plant works, such as 60s. Default: until Ctrl-C.")
    private @Nullable Duration runFor;

    @Mixin
    private final PlantOptions plant = new PlantOptions();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "aq3064",
            description = "Limits and cycles: aq3064, henan2024 or raw. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String profile;

    @Option(names = "--no-console", description = "Do not start the console: only what the terminal shows.")
    private boolean noConsole;

    @Option(
            names = "--console-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the console on 127.0.0.1, or the next free one. Default: ${DEFAULT-VALUE}.")
    private int consolePort;

    @Option(
            names = "--no-operator",
            description = "Nobody acknowledges, resets or confirms alarms: they wait for you (./muster alarm).")
    private boolean noOperator;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the figures as one JSON object.")
    private @Nullable Path report;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SimulationOptions asked = plant.options("demo");
        JobConfig config = ProfileOption.load(profile, null);
        if (consolePort < 0 || consolePort > 65_535) {
            throw new BadInput("--console-port must be 0 (any free one) to 65535, was " + consolePort);
        }
        Path file = report;
        if (file != null) {
            write(file, "");
        }
        StopSignal stop = StopSignal.install();
        DemoOptions options = new DemoOptions(
                runFor,
                asked.scenario(),
                asked.people(),
                asked.seed(),
                profile,
                !noOperator,
                noConsole ? null : consolePort,
                file,
                commandMillis());
        Verdict verdict = new Demo(options, config, terminal, stop).run();
        if (verdict == null) {
            terminal.err().println("stopped before the plant worked");
            return Cli.FOUND;
        }
        Summary.print(verdict, profile, terminal);
        if (file != null) {
            write(file, Summary.report(verdict, options) + "\n");
        }
        return verdict.passed() ? Cli.DONE : Cli.FOUND;
    }

    /** The script hands its process over to the JVM, so the process is as old as the command; a build before it does not count. */
    private static long commandMillis() {
        long jvm = ManagementFactory.getRuntimeMXBean().getStartTime();
        return Boolean.getBoolean("muster.fresh")
                ? jvm
                : ProcessHandle.current()
                        .info()
                        .startInstant()
                        .map(Instant::toEpochMilli)
                        .orElse(jvm);
    }

    /** Also before the demo, so that a path that cannot be written is said at once. */
    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInput("--report " + file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
