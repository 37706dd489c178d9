package io.muster.launcher;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import io.muster.simulator.scenario.ScenarioFaults;
import io.muster.simulator.sink.FileSink;
import io.muster.simulator.sink.FilesSink;
import io.muster.simulator.sink.KafkaSink;
import io.muster.simulator.sink.Sink;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
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
            "Sends what a simulated plant sends into Kafka, or into a file that replays.",
            "Positions and battery states of two vendors, and what gates, permits, patrols and detectors say.",
            "The truth is written beside it. The same seed and options give the same bytes in a file."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./muster simulate --site demo --kafka localhost:9092 --people 500",
            "  ./muster simulate --scenario day-shift --output shift.jsonl.gz --truth truth.jsonl",
            "  ./muster simulate --scenario my-shift.yaml --for 3m --output -",
            "  ./muster simulate --kafka localhost:9092 --sites 100 --people 200 --speed max"
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

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "What really happened, one line each. Of several sites, {site} stands for the id.")
    private @Nullable String truth;

    @Option(
            names = "--sites",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "So many plants, each with that many people; their ids are SITE-0001 and so on. Default: ${DEFAULT-VALUE}.")
    private int sites;

    @Mixin
    private final PlantOptions plant = new PlantOptions();

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
            description =
                    "Simulated time to run, such as 3m. Default: until Ctrl-C into Kafka, the scenario's own length into a file.")
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
                description =
                        "Into a file (.jsonl, .jsonl.gz); - is standard output. Of several sites, one file each: {site} stands for the id.")
        private @Nullable String output;
    }

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Simulation asked = open();
        StopSignal stop = StopSignal.install();
        Sink sink = sink(asked);
        // Last, since fixes that were due before the sink was there would come late.
        Simulation plants = target.kafka == null
                ? asked
                : asked.with(asked.options().withAnnounce(false).withStartMillis(System.currentTimeMillis()));
        SimulationOptions options = plants.options();
        terminal.err().println("simulate: " + options.describe());
        AtomicReference<SimulationProgress> reached = new AtomicReference<>();
        Long total = options.durationMillis();
        try (Truths truths = Truths.open(truth, plants);
                Progress progress = Progress.of("simulate", terminal);
                SimulationRun run = plants.start(sink, reached::set)) {
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
            report(run, options, truths.write(run));
        } catch (IOException e) {
            throw new BadInput("--truth " + truth + ": cannot be written: " + e.getMessage(), e);
        }
        return Cli.DONE;
    }

    private Simulation open() {
        boolean live = target.kafka != null;
        String output = target.output;
        if (output != null && sites > 1 && !output.contains(FilesSink.SITE)) {
            throw new BadInput("--output " + output + ": of several sites, {site} must stand in the name");
        }
        Duration duration = runFor;
        try {
            SimulationOptions options = plant.options(site).withSites(sites);
            options = options.withSpeed(speed != null ? speed : live ? 1 : 0);
            Long own = live ? null : options.scenario().scenario().durationMillis();
            return Simulation.open(options.withDurationMillis(duration == null ? own : duration.toMillis()));
        } catch (ScenarioFaults e) {
            throw new BadInput(e.faults());
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        }
    }

    /** Into Kafka, with topics, plan and people there before the first fix. */
    private Sink sink(Simulation plants) throws InterruptedException {
        Connection kafka = target.kafka;
        if (kafka != null) {
            DemoSite.prepare(kafka, plants);
            // People are known from their arrival on, and a fix counts from up to the settle before its own.
            Thread.sleep(ANNOUNCED_BEFORE_MILLIS);
            return new KafkaSink(kafka.bootstrap(), new SimpleMeterRegistry());
        }
        String output = String.valueOf(target.output);
        try {
            return output.contains(FilesSink.SITE) ? new FilesSink(output) : FileSink.open(output);
        } catch (IOException e) {
            throw new BadInput("--output " + output + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static String detail(SimulationProgress progress) {
        return Words.count(progress.messages()) + " messages, " + Words.count(Math.round(progress.messagesPerSecond()))
                + "/s";
    }

    private void report(SimulationRun run, SimulationOptions options, long truths) {
        if (json.json && !"-".equals(target.output)) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("command", "simulate");
            object.put("seed", options.seed());
            object.put("scenario", options.scenario().scenario().name());
            object.put("site", site);
            object.put("sites", options.sites());
            object.put("people", options.people());
            object.put("messages", run.messages());
            object.put("simulated_ms", run.simulatedMillis());
            object.put("truths", truths);
            terminal.out().println(JsonOut.object(object));
            return;
        }
        terminal.err()
                .println("simulate: " + Words.count(run.messages()) + " messages of "
                        + Words.duration(run.simulatedMillis())
                        + (options.sites() > 1 ? " at " + Words.count(options.sites()) + " sites" : "")
                        + " with " + Words.counted(options.people(), "person", "people")
                        + (truth == null
                                ? " (--truth FILE writes down what really happened)"
                                : "; " + Words.counted(truths, "line of truth", "lines of truth") + " in " + truth));
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
