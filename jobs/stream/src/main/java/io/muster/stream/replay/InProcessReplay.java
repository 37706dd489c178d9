package io.muster.stream.replay;

import io.muster.stream.LocalJob;
import io.muster.stream.config.JobConfig;
import java.util.Iterator;
import java.util.function.Consumer;

/** Records of many sites through the topology within this process, without files: for callers that ask the job itself what it makes of them. */
public final class InProcessReplay {

    /**
     * Returns when everything is decided that the input decides. Starting costs about a second, so many sites go into one run rather than into
     * one each; they do not know of each other.
     *
     * @param in sorted by arrival over all sites; each site with its own {@code plans} and {@code trackables}. Read by another thread, one
     *     record at a time
     * @param parallelism of the keyed stages, 1 to 128; the output does not depend on it
     * @param out called by another thread, one record at a time, in the order (time, topic, site, key, seq)
     * @throws IllegalArgumentException where a topic is no input topic, a site none, or a record arrived before the one above it
     * @throws IllegalStateException where the job fails, or {@code out} does
     */
    public static void run(Iterator<InputEnvelope> in, JobConfig config, int parallelism, Consumer<OutputValue> out) {
        LocalJob.run(
                "replay",
                new EnvelopeFeed(in, config.settleMillis()),
                record -> out.accept(new OutputValue(
                        record.site(),
                        record.topic(),
                        record.key(),
                        record.value(),
                        record.timeMillis(),
                        record.seq())),
                config,
                parallelism);
    }

    private InProcessReplay() {}
}
