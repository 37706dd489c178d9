package io.muster.launcher.demo;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.muster.broker.KafkaProcess;
import io.muster.launcher.lines.Names;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.StopSignal;
import io.muster.launcher.report.Spread;
import io.muster.launcher.terminal.Colour;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import io.muster.simulator.Simulation;
import io.muster.simulator.SimulationOptions;
import io.muster.simulator.SimulationRun;
import io.muster.simulator.scenario.ScenarioFaults;
import io.muster.simulator.sink.KafkaSink;
import io.muster.simulator.verify.VerifyReport;
import io.muster.stream.config.JobConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One demo from its start to its verdict. */
public final class Demo {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    /** From the command: with what follows, a first alarm within 30 s on two slow processors. */
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(17);

    private static final Duration LONGEST_DECISION = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final long COUNTED_EVERY_MILLIS = 5_000;
    private static final long STATUS_EVERY_MILLIS = 10_000;

    private final DemoOptions options;
    private final JobConfig config;
    private final Terminal terminal;
    private final StopSignal stop;
    private final Measurements measurements = new Measurements();

    public Demo(DemoOptions options, JobConfig config, Terminal terminal, StopSignal stop) {
        this.options = options;
        this.config = config;
        this.terminal = terminal;
        this.stop = stop;
    }

    /**
     * Runs until the time is over or somebody asks to stop.
     *
     * @return what was measured; null when it was stopped before the plant worked
     * @throws IllegalStateException when Kafka, the job or the simulator ends by itself
     */
    public @Nullable Verdict run() {
        Steps steps = new Steps(terminal, options.commandMillis());
        CompletableFuture<KafkaProcess> kafka = Platform.startKafka(steps);
        Names names = new Names();
        Simulation plant = prepare(kafka, names);
        try (Platform platform = Platform.start(
                        kafka, plant, config, options.commandMillis() + LONGEST_WARM_UP.toMillis(), steps);
                DemoConsole console = console(platform, steps);
                Watch watch = new Watch(platform.connection(), terminal, names, measurements);
                Operator operator = options.operator() ? new Operator(platform.connection(), terminal) : null) {
            if (operator != null) {
                terminal.out().println(Operator.says());
            }
            platform.job().awaitRunning(LONGEST_START);
            if (!await(LONGEST_START, () -> platform.isDeciding() || stop.isAsked(), platform, watch)) {
                throw new IllegalStateException(
                        "the job runs, and time does not go on after " + LONGEST_START.toSeconds() + " s");
            }
            if (stop.isAsked()) {
                return null;
            }
            steps.done("the job decides; the plant begins to work");
            return work(plant, platform, watch);
        }
    }

    private @Nullable DemoConsole console(Platform platform, Steps steps) {
        Integer port = options.consolePort();
        return port == null ? null : DemoConsole.start(platform.connection().bootstrap(), port, terminal, steps);
    }

    private Simulation prepare(CompletableFuture<KafkaProcess> kafka, Names names) {
        try {
            Simulation plant = Simulation.open(SimulationOptions.of(options.scenario(), DemoOptions.SITE)
                    .withSpeed(1)
                    .withStartMillis(System.currentTimeMillis())
                    .withPeople(options.people())
                    .withSeed(options.seed()));
            announce(plant);
            names.add(plant.plan());
            plant.people().forEach(person -> names.person(person.id(), person.name()));
            return plant;
        } catch (ScenarioFaults e) {
            Platform.closeKafka(kafka);
            throw new BadInput(e.faults());
        } catch (RuntimeException | Error e) {
            Platform.closeKafka(kafka);
            throw e;
        }
    }

    private Verdict work(Simulation plant, Platform platform, Watch watch) {
        Duration runFor = options.runFor();
        KafkaSink sink = new KafkaSink(platform.connection().bootstrap(), new SimpleMeterRegistry());
        // Last, since fixes that were due before the sink was there would come late.
        SimulationOptions live = plant.options()
                .withAnnounce(false)
                .withDurationMillis(runFor == null ? null : runFor.toMillis())
                .withStartMillis(System.currentTimeMillis());
        try (SimulationRun run = plant.with(live).start(sink, progress -> {})) {
            long epochs = -1;
            long statusAt = live.startMillis() + STATUS_EVERY_MILLIS;
            while (run.isRunning() && !stop.await(LOOK_EVERY)) {
                check(platform, watch);
                if (epochs < 0 && measurements.evaluations() > 0) {
                    // What has come through all stages came through open ones: from here on, an opening is a restart.
                    epochs = platform.writerEpochs();
                }
                if (System.currentTimeMillis() >= statusAt) {
                    terminal.out().println(terminal.paint(Colour.DIM, status(run, live)));
                    statusAt += STATUS_EVERY_MILLIS;
                }
            }
            run.stop();
            if (run.failure() != null) {
                throw new IllegalStateException("the simulator ended by itself", run.failure());
            }
            long endMillis = live.startMillis() + run.simulatedMillis();
            measurements.plantEnds(endMillis);
            terminal.err()
                    .println("The plant has stopped after " + Words.duration(run.simulatedMillis())
                            + "; waiting until the job has decided everything up to the end.");
            boolean decided = awaitDecided(endMillis, platform, watch);
            long restarts = epochs < 0 ? 0 : platform.writerEpochs() - epochs;
            VerifyReport truths =
                    TruthCheck.of(run.truth(run.simulatedMillis()).alarms(), watch.alarms(), config.settleMillis());
            return Verdict.of(new Verdict.Input(
                    options, config, measurements, truths, run.messages(), run.simulatedMillis(), restarts, decided));
        }
    }

    private boolean awaitDecided(long endMillis, Platform platform, Watch watch) {
        // One more evaluation than the one that covers the end, since alarms of the end are written before the next one
        // begins; or, where
        // cycles are long and a still plant is not evaluated any more, a head count that is as much later.
        long evaluatedAt = endMillis + config.settleMillis() + config.cycleMillis();
        long countedAt = endMillis + config.settleMillis() + COUNTED_EVERY_MILLIS;
        boolean decided = await(
                LONGEST_DECISION,
                () -> measurements.decidedUntilMillis() >= evaluatedAt
                        || measurements.countedUntilMillis() >= countedAt,
                platform,
                watch);
        watch.lookAgain();
        return await(LONGEST_DECISION, watch::isAtEnd, platform, watch) && decided;
    }

    private static boolean await(Duration longest, BooleanSupplier condition, Platform platform, Watch watch) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            check(platform, watch);
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static void check(Platform platform, Watch watch) {
        Throwable failure = platform.job().failure();
        if (failure != null) {
            throw new IllegalStateException("the job ended by itself", failure);
        }
        if (!platform.kafkaIsAlive()) {
            throw new IllegalStateException("Kafka ended by itself");
        }
        if (watch.failure() != null) {
            throw new IllegalStateException("the alarms could not be read", watch.failure());
        }
    }

    private void announce(Simulation plant) {
        Duration runFor = options.runFor();
        terminal.out()
                .println("Muster demo: seed=" + options.seed() + " scenario="
                        + options.scenario().scenario().name() + " people=" + options.people() + " for="
                        + (runFor == null ? "until Ctrl-C" : Words.duration(runFor.toMillis())) + " profile="
                        + options.profile()
                        + " report=" + (options.report() == null ? "none" : options.report()));
        terminal.out()
                .println("Simulator: site=" + DemoOptions.SITE + " speed=1 "
                        + plant.site().scenario().radio().describe());
        terminal.out()
                .println(
                        "Plan: " + plant.plan().name() + ", "
                                + plant.plan().fences().size()
                                + " zones. Its limits are short, so that alarms come within a minute: not what a real plant would set.");
    }

    private String status(SimulationRun run, SimulationOptions live) {
        Spread delay = measurements.modelDelayMillis();
        Spread sampling = measurements.samplingP99Millis();
        return Words.clock(Instant.now()) + "  -- " + Words.duration(System.currentTimeMillis() - live.startMillis())
                + ", "
                + Words.count(run.messages()) + " fixes, " + Words.counted(measurements.open(), "alarm", "alarms")
                + " open"
                + (sampling.isEmpty() ? "" : ", sampling p99 " + Words.seconds(sampling.last()))
                + (delay.isEmpty() ? "" : ", delay " + Words.seconds(delay.last()))
                + (measurements.rejectedCount() == 0
                        ? ""
                        : ", " + Words.count(measurements.rejectedCount()) + " rejected");
    }
}
