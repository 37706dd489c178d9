package io.muster.stream.replay;

import io.muster.contract.topic.TopicKind;
import java.nio.file.Path;
import java.util.Set;
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
 * @param speed recorded seconds in a second, paced on arrival; 0 = as fast as it goes. The output does not depend on it
 * @param topics output topics that are written; the others are not made, nor what only they need
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
        @Nullable String origin,
        double speed,
        Set<TopicKind> topics) {
    public ReplayOptions {
        topics = Set.copyOf(topics);
    }

    /** As fast as it goes, all topics. */
    public ReplayOptions(
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
            @Nullable String origin) {
        this(
                input,
                format,
                columns,
                plan,
                trackables,
                config,
                profile,
                parallelism,
                output,
                site,
                crs,
                origin,
                0,
                WantedTopics.all());
    }

    /** The same at this speed. */
    public ReplayOptions at(double newSpeed) {
        return new ReplayOptions(
                input,
                format,
                columns,
                plan,
                trackables,
                config,
                profile,
                parallelism,
                output,
                site,
                crs,
                origin,
                newSpeed,
                topics);
    }

    /** The same with these output topics only. */
    public ReplayOptions only(Set<TopicKind> newTopics) {
        return new ReplayOptions(
                input,
                format,
                columns,
                plan,
                trackables,
                config,
                profile,
                parallelism,
                output,
                site,
                crs,
                origin,
                speed,
                newTopics);
    }
}
