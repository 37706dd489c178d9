package io.muster.launcher.demo;

import io.muster.simulator.scenario.Scenarios;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a demo was asked for.
 *
 * @param scenario what happens in the plant
 * @param runFor how long the plant works; null = until Ctrl-C
 * @param operator whether somebody acknowledges, resets and confirms alarms
 * @param consolePort where the console listens, or on the next free port; null = there is no console
 * @param report a file for the figures, JSON; null = none
 * @param commandMillis when the user gave the command, epoch milliseconds
 */
public record DemoOptions(
        @Nullable Duration runFor,
        Scenarios.Opened scenario,
        int people,
        long seed,
        String profile,
        boolean operator,
        @Nullable Integer consolePort,
        @Nullable Path report,
        long commandMillis) {
    static final String SITE = "demo";
    /** Each stage has a thread of its own as it is; a second one of each doubles what has to warm up, and 500 people need none. */
    static final int PARALLELISM = 1;
}
