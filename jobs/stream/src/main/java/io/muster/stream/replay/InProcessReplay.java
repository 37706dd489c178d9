package io.muster.stream.replay;

import io.muster.contract.topic.TopicKind;
import io.muster.stream.LocalJob;
import io.muster.stream.config.JobConfig;
import io.muster.stream.output.OutputRecord;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;

/** Records of many sites through the topology within this process, without files: for callers that ask the job itself what it makes of them. */
public final class InProcessReplay {

    /** All output topics. */
    public static void run(Iterator<InputEnvelope> in, JobConfig config, int parallelism, Consumer<OutputValue> out) {
        run(in, config, parallelism, WantedTopics.all(), out);
    }

    /**
     * Returns when everything is decided that the input decides. Starting costs about a second, so many sites go into one run rather than into
     * one each; they do not know of each other.
     *
     * @param in sorted by arrival over all sites; each site with its own {@code plans} and {@code trackables}. Read by another thread, one
     *     record at a time
     * @param parallelism of the keyed stages, 1 to 128; the output does not depend on it
     * @param topics output topics that are wanted; the others are not made, nor what only they need
     * @param out called by another thread, one record at a time, in the order (time, topic, site, key, seq)
     * @throws IllegalArgumentException where a topic is no input topic, a site none, or a record arrived before the one above it
     * @throws IllegalStateException where the job fails, or {@code out} does
     */
    public static void run(
            Iterator<InputEnvelope> in,
            JobConfig config,
            int parallelism,
            Set<TopicKind> topics,
            Consumer<OutputValue> out) {
        boolean rejects = topics.contains(TopicKind.REJECTED_UPDATES);
        LocalJob.run(
                "replay",
                new EnvelopeFeed(in, config.settleMillis()),
                record -> {
                    if (rejects || !record.topic().startsWith(TopicKind.REJECTED_UPDATES.wire())) {
                        out.accept(value(record));
                    }
                },
                config,
                parallelism,
                topics);
    }

    /**
     * As {@link #run(Iterator, JobConfig, int, Consumer)}, by the ways of the live job: records go as bytes from stage to stage, and checkpoints are taken
     * while it runs. The same comes out, more slowly; the process has then loaded and compiled what a live job needs.
     *
     * @param checkpoints folder for them
     */
    public static void rehearse(
            Iterator<InputEnvelope> in,
            JobConfig config,
            int parallelism,
            Path checkpoints,
            Consumer<OutputValue> out) {
        LocalJob.rehearse(
                new EnvelopeFeed(in, config.settleMillis()),
                record -> out.accept(value(record)),
                config,
                parallelism,
                checkpoints);
    }

    private static OutputValue value(OutputRecord record) {
        return new OutputValue(
                record.site(), record.topic(), record.key(), record.value(), record.timeMillis(), record.seq());
    }

    private InProcessReplay() {}
}
