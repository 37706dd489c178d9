package io.muster.stream;

import io.muster.stream.config.JobConfig;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param bootstrap HOST:PORT, several separated by commas
 * @param client further Kafka client settings
 * @param sitesPattern regular expression over site ids
 * @param replay a job of its own for replayed sites: it writes no ticks, since the input brings them
 * @param parallelism of the keyed stages, >= 1
 * @param checkpointDir null = in memory
 * @param restoreFrom the complete checkpoint to go on from; null = the job begins without a past
 */
public record KafkaJobOptions(
        String bootstrap,
        Map<String, String> client,
        String sitesPattern,
        JobConfig config,
        boolean replay,
        int parallelism,
        @Nullable Path checkpointDir,
        @Nullable Path restoreFrom) {

    /** A job without a past. */
    public KafkaJobOptions(
            String bootstrap,
            Map<String, String> client,
            String sitesPattern,
            JobConfig config,
            boolean replay,
            int parallelism,
            @Nullable Path checkpointDir) {
        this(bootstrap, client, sitesPattern, config, replay, parallelism, checkpointDir, null);
    }
}
