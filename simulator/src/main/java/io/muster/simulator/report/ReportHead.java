package io.muster.simulator.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has to know to make the same report again.
 *
 * @param what which truth and which alarms
 * @param seed of the simulation; null = not told
 * @param profile of the job; null = not told
 * @param revision of the source tree
 * @param promise where the targets are from
 * @param at when it was written
 */
public record ReportHead(
        String what,
        @Nullable Long seed,
        @Nullable String profile,
        String machine,
        String revision,
        String promise,
        Instant at) {}
