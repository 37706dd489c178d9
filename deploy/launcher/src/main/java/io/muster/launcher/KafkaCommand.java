package io.muster.launcher;

import io.muster.broker.KafkaProcess;
import io.muster.broker.KafkaProcessOptions;
import io.muster.broker.KafkaStartException;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.StopSignal;
import io.muster.launcher.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "kafka",
        description = "Starts a real Kafka (KRaft, one node) on this machine, until Ctrl-C. For development.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./muster kafka --port 9092 --dir .muster/kafka"})
final class KafkaCommand implements Callable<Integer> {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Terminal terminal;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Port on 127.0.0.1; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Keeps the data here for the next start. Without it, everything is gone after the end.")
    private @Nullable Path dir;

    KafkaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        StopSignal stop = StopSignal.install();
        try (KafkaProcess kafka = start()) {
            terminal.out()
                    .println("Kafka answers at " + kafka.bootstrapServers() + " (process " + kafka.pid() + ", "
                            + (dir == null ? "data deleted at the end" : "data kept in " + dir) + "). Ctrl-C ends it.");
            while (!stop.await(LOOK_EVERY)) {
                if (!kafka.isAlive()) {
                    terminal.err().print(kafka.logTail());
                    throw new BadInput("Kafka ended by itself");
                }
            }
            terminal.err().println("stopping Kafka");
        }
        return Cli.DONE;
    }

    private KafkaProcess start() {
        try {
            return KafkaProcess.start(new KafkaProcessOptions(dir, port, dir != null, OptionalInt.empty(), Map.of()));
        } catch (IllegalArgumentException | KafkaStartException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }
}
