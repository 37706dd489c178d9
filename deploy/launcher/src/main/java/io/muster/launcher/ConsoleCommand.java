package io.muster.launcher;

import io.muster.launcher.console.ConsoleBuild;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.StopSignal;
import io.muster.launcher.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "console",
        description = {
            "The control room's console as a process of its own, until Ctrl-C: map, alarms, history, API.",
            "At its first start it prints the name and the generated password of the first user.",
            "The password of an outer database is taken from MUSTER_CONSOLE_DATABASE_PASSWORD."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./muster console --kafka localhost:9092 --dir .muster/console",
            "  ./muster console --kafka localhost:9092 --database jdbc:postgresql://localhost/muster \\",
            "      --database-user muster --files-dir /var/lib/muster/positions"
        })
final class ConsoleCommand implements Callable<Integer> {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final long LONGEST_END_SECONDS = 30;

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Looked for here and not by the parser, which would ask for it before {@code measure} too. */
    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            converter = KafkaOption.Converter.class,
            description = "Where Kafka answers; several addresses separated by commas. Required.")
    private @Nullable Connection kafka;

    @Option(names = "--port", paramLabel = "PORT", description = "Where it listens; 0 takes a free one. Default: 8080.")
    private @Nullable Integer port;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Address that it listens on. Default: 127.0.0.1.")
    private @Nullable String bind;

    @Option(names = "--sites", paramLabel = "PATTERN", description = "Regular expression over site ids.")
    private @Nullable String sites;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "jdbc:postgresql://… of an outer database. Default: a PostgreSQL of its own.")
    private @Nullable String database;

    @Option(names = "--database-user", paramLabel = "NAME", description = "User of the outer database.")
    private @Nullable String databaseUser;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Keeps the history here for the next start. Without it and --database it is forgotten.")
    private @Nullable Path dir;

    @Option(
            names = "--files-dir",
            paramLabel = "DIR",
            description = {
                "Keeps days of positions here that the database keeps no longer. Required with --database.",
                "Default: positions below --dir."
            })
    private @Nullable Path filesDir;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any other setting of docs/console.md by its name there, such as retention.positions=60d.")
    private Map<String, String> set = new LinkedHashMap<>();

    ConsoleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (kafka == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--kafka=HOST:PORT'");
        }
        Process console = start(ConsoleBuild.find().serve(flags(), settings(kafka)));
        StopSignal stop = StopSignal.install();
        try {
            while (console.isAlive()) {
                if (stop.await(LOOK_EVERY)) {
                    console.toHandle().destroy();
                    if (!console.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                        terminal.err().println("the console does not end; it is ended hard");
                    }
                    return Cli.DONE;
                }
            }
            // It has said why, a line for each fault.
            return console.waitFor() == Cli.BAD_INPUT ? Cli.BAD_INPUT : Cli.FOUND;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Cli.FOUND;
        } finally {
            console.destroyForcibly();
        }
    }

    /** Its input is a pipe of ours, whose end ends it; what it says goes where this process writes. */
    static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new BadInput("the console could not be started: " + e.getMessage(), e);
        }
    }

    /** MUSTER_CONSOLE_JAVA_OPTS, such as -Xmx2g. */
    static List<String> flags() {
        String flags = System.getenv("MUSTER_CONSOLE_JAVA_OPTS");
        return flags == null || flags.isBlank()
                ? List.of()
                : List.of(flags.strip().split("\\s+"));
    }

    private List<String> settings(Connection kafka) {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        settings.put("kafka", kafka.bootstrap());
        settings.put("port", port);
        settings.put("bind", bind);
        settings.put("sites", sites);
        settings.put("database", database);
        settings.put("database-user", databaseUser);
        settings.put("dir", dir);
        settings.put("files-dir", filesDir);
        settings.putAll(set);
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> {
            if (value != null) {
                arguments.add("--muster.console." + name + "=" + value);
            }
        });
        return arguments;
    }
}
