package io.muster.launcher;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.muster.contract.codec.Json;
import io.muster.contract.value.TruthLine;
import io.muster.launcher.demo.DemoSite;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.StopSignal;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Progress;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import io.muster.simulator.Simulation;
import io.muster.simulator.SimulationOptions;
import io.muster.simulator.SimulationProgress;
import io.muster.simulator.SimulationRun;
import io.muster.simulator.radio.RadioOptions;
import io.muster.simulator.sink.FileSink;
import io.muster.simulator.sink.KafkaSink;
import io.muster.simulator.sink.Sink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "simulate",
        description = {
            "Sends the traffic of the demo plant into Kafka or into a file that replays.",
            "The truth is written beside it. The same seed and options give the same bytes in a file."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./muster simulate --site demo --kafka localhost:9092 --people 500",
            "  ./muster simulate --site demo --for 3m --output shift.jsonl.gz --truth truth.jsonl"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final long ANNOUNCED_BEFORE_MILLIS = 2_000;

    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Target target;

    @Option(
            names = "--site",
            paramLabel = "SITE",
            defaultValue = "demo",
            converter = SiteOption.Converter.class,
            description = "The plant. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String site;

    @Option(names = "--truth", paramLabel = "FILE", description = "What really happened, one line each.")
    private @Nullable Path truth;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "500",
            description = "People in the plant. Default: ${DEFAULT-VALUE}.")
    private int people;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "Decides everything that chance decides. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            converter = SpeedConverter.class,
            description = "Simulated seconds in a second, or max. Default: 1 into Kafka, max into a file.")
    private @Nullable Double speed;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Simulated time to run, such as 3m. Default: until Ctrl-C; a file needs it.")
    private @Nullable Duration runFor;

    @Mixin
    private final JsonOption json = new JsonOption();

    /** Either a Kafka or a file. */
    static final class Target {
        @Option(
                names = "--kafka",
                required = true,
                paramLabel = "HOST:PORT",
                converter = KafkaOption.Converter.class,
                description = "Into the topics of the site, which are created where they are missing.")
        private @Nullable Connection kafka;

        @Option(
                names = "--output",
                required = true,
                paramLabel = "FILE|-",
                description = "Into a file (.jsonl, .jsonl.gz); - is standard output.")
        private @Nullable String output;
    }

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        SimulationOptions asked = options();
        StopSignal stop = StopSignal.install();
        Sink sink = sink(asked);
        // Last, since fixes that were due before the sink was there would come late.
        SimulationOptions options =
                target.kafka == null ? asked : asked.withAnnounce(false).withStartMillis(System.currentTimeMillis());
        terminal.err().println("simulate: " + options.describe());
        AtomicReference<SimulationProgress> reached = new AtomicReference<>();
        Long total = options.durationMillis();
        try (OutputStream truthFile = openTruth();
                Progress progress = Progress.of("simulate", terminal);
                SimulationRun run = Simulation.start(options, sink, reached::set)) {
            while (!run.awaitEnd(LOOK_EVERY)) {
                SimulationProgress now = reached.get();
                if (now != null) {
                    progress.update(run.simulatedMillis(), total == null ? 0 : total, detail(now));
                }
                if (stop.isAsked() || terminal.out().checkError()) {
                    run.stop();
                }
            }
            progress.close();
            Throwable failure = run.failure();
            if (failure != null) {
                throw new BadInput(
                        "stopped after " + Words.count(run.messages()) + " messages: " + failure.getMessage(), failure);
            }
            List<TruthLine> lines = run.truth();
            for (TruthLine line : lines) {
                truthFile.write(Json.write(line));
                truthFile.write('\n');
            }
            report(run, lines.size());
        } catch (IOException e) {
            throw new BadInput("--truth " + truth + ": cannot be written: " + e.getMessage(), e);
        }
        return Cli.DONE;
    }

    private SimulationOptions options() {
        boolean live = target.kafka != null;
        if (!live && runFor == null) {
            throw new BadInput("--for is missing: into a file, say how much to simulate, such as --for 3m");
        }
        Duration duration = runFor;
        try {
            return new SimulationOptions(
                    site,
                    people,
                    seed,
                    speed != null ? speed : live ? 1 : 0,
                    duration == null ? null : duration.toMillis(),
                    live ? System.currentTimeMillis() : SimulationOptions.FILE_START_MILLIS,
                    true,
                    RadioOptions.defaults());
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }

    /** Into Kafka, with topics, plan and people there before the first fix. */
    private Sink sink(SimulationOptions options) throws InterruptedException {
        Connection kafka = target.kafka;
        if (kafka != null) {
            DemoSite.prepare(kafka, Simulation.of(options));
            // People are known from their arrival on, and a fix counts from up to the settle before its own.
            Thread.sleep(ANNOUNCED_BEFORE_MILLIS);
            return new KafkaSink(kafka.bootstrap(), site, new SimpleMeterRegistry());
        }
        String output = String.valueOf(target.output);
        try {
            return FileSink.open(output);
        } catch (IOException e) {
            throw new BadInput("--output " + output + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private OutputStream openTruth() throws IOException {
        return truth == null ? OutputStream.nullOutputStream() : new BufferedOutputStream(Files.newOutputStream(truth));
    }

    private static String detail(SimulationProgress progress) {
        return Words.count(progress.messages()) + " messages, " + Words.count(Math.round(progress.messagesPerSecond()))
                + "/s";
    }

    private void report(SimulationRun run, int truths) {
        if (json.json && !"-".equals(target.output)) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("command", "simulate");
            object.put("seed", seed);
            object.put("site", site);
            object.put("people", people);
            object.put("messages", run.messages());
            object.put("simulated_ms", run.simulatedMillis());
            object.put("truths", truths);
            terminal.out().println(JsonOut.object(object));
            return;
        }
        terminal.err()
                .println("simulate: " + Words.count(run.messages()) + " messages of "
                        + Words.duration(run.simulatedMillis())
                        + " with " + Words.counted(people, "person", "people") + "; "
                        + Words.counted(truths, "truth", "truths")
                        + (truth == null ? " (--truth FILE writes them down)" : " in " + truth));
    }

    static final class SpeedConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            if (text.equals("max")) {
                return 0.0;
            }
            if (!text.matches("\\d{1,6}(\\.\\d{1,6})?") || Double.parseDouble(text) <= 0) {
                throw new TypeConversionException("expected a number above 0 or max, was '" + text + "'");
            }
            return Double.valueOf(text);
        }
    }
}
