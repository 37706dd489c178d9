package io.muster.stream.replay;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * @param input path, or {@code -} for standard input
 * @param columns of a CSV; null for JSONL
 * @param plan replaces recorded plans; bare lines and CSV need one to have zones
 * @param trackables replaces recorded people; without any, every tag is a person of its own
 * @param config null = the profile as it is
 * @param parallelism of the keyed stages, >= 1; the output does not depend on it
 * @param output folder for one file per output topic; made where it lacks
 * @param site replaces the plan's; null = the plan's, else {@code site}
 * @param crs replaces the plan's
 * @param origin {@code lon,lat,bearing}; replaces the plan's
 */
public record ReplayOptions(
        String input,
        InputFormat format,
        @Nullable CsvColumns columns,
        @Nullable Path plan,
        @Nullable Path trackables,
        @Nullable Path config,
        String profile,
        int parallelism,
        Path output,
        @Nullable String site,
        @Nullable String crs,
        @Nullable String origin) {}
