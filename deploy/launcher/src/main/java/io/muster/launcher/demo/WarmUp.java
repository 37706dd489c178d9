package io.muster.launcher.demo;

import io.muster.launcher.quality.Openings;
import io.muster.launcher.quality.SiteFeed;
import io.muster.simulator.Simulation;
import io.muster.simulator.SimulationOptions;
import io.muster.simulator.SiteMessage;
import io.muster.stream.config.JobConfig;
import io.muster.stream.replay.InProcessReplay;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.slf4j.LoggerFactory;

/**
 * Runs a little of a plant through the same topology while Kafka starts: the classes of Flink and of all stages are then loaded and compiled when the first
 * real fix comes, which would otherwise wait for them.
 */
final class WarmUp {
    private static final long PLANT_MILLIS = 30_000;
    private static final long BEFORE_MILLIS = 1_000;
    private static final int PEOPLE = 500;

    private WarmUp() {}

    /**
     * A failure is no news here: the real job will tell it.
     *
     * @param until no more than what is done by then, ms since the epoch: on a slow machine the first alarm must not wait for ever
     */
    static void run(JobConfig config, Path folder, long until) {
        try {
            Simulation plant = Simulation.of(
                    SimulationOptions.file(DemoOptions.SITE, PLANT_MILLIS).withPeople(PEOPLE));
            Iterator<SiteMessage> all =
                    Openings.before(plant.sites(), plant.options().startMillis(), BEFORE_MILLIS, plant.traffic());
            Iterator<SiteMessage> inTime = StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false)
                    .takeWhile(each -> System.currentTimeMillis() < until)
                    .iterator();
            InProcessReplay.rehearse(
                    new SiteFeed(inTime), config, DemoOptions.PARALLELISM, folder.resolve("warm-up"), told -> {});
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(WarmUp.class).warn("The warm-up failed", e);
        }
    }
}
