package io.muster.launcher.demo;

import io.muster.simulator.Simulation;
import io.muster.simulator.SimulationOptions;
import io.muster.simulator.SimulationRun;
import io.muster.simulator.sink.FileSink;
import io.muster.stream.replay.InputFormat;
import io.muster.stream.replay.ReplayFaults;
import io.muster.stream.replay.ReplayOptions;
import io.muster.stream.replay.ReplayRun;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Runs half a minute of a plant through the same topology, from a file, while Kafka starts: the classes of Flink and of all stages are then
 * loaded and compiled when the first real fix comes, which would otherwise wait for them.
 */
final class WarmUp {
    private static final long PLANT_MILLIS = 30_000;
    private static final int PEOPLE = 500;

    private WarmUp() {}

    /** A failure is no news here: the real job will tell it. */
    static void run(String profile, Path folder) {
        try {
            Path input = folder.resolve("warm-up.jsonl");
            SimulationOptions plant =
                    SimulationOptions.file(DemoOptions.SITE, PLANT_MILLIS).withPeople(PEOPLE);
            try (SimulationRun run = Simulation.start(plant, FileSink.open(input.toString()))) {
                run.awaitEnd();
            }
            ReplayRun.run(
                    new ReplayOptions(
                            input.toString(),
                            InputFormat.JSONL,
                            null,
                            null,
                            null,
                            null,
                            profile,
                            1,
                            folder.resolve("warm-up"),
                            null,
                            null,
                            null),
                    progress -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ReplayFaults | RuntimeException e) {
            LoggerFactory.getLogger(WarmUp.class).warn("The warm-up failed", e);
        }
    }
}
