package io.muster.stream;

import io.muster.stream.engine.RuleFaults;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.jspecify.annotations.Nullable;

/** Settings of Flink that the product rests on; a cluster's own settings do not replace them. */
final class FlinkSettings {

    /** State can be spread over this many subtasks at most; it cannot be changed once there is a checkpoint. */
    private static final int MAX_PARALLELISM = 128;

    /**
     * A record waits for company at most this long between two stages. Each way between two subtasks has a thread that looks after it this often, whether
     * anything comes or not: at 5 ms they took a third of all that 500 people cost. What must not wait says so itself: {@link io.muster.stream.engine.Urgent}.
     */
    private static final Duration FLUSH = Duration.ofMillis(20);

    /**
     * @param checkpoints where checkpoints are kept; null = in memory, or where the cluster's own settings say
     * @param restoreFrom a complete checkpoint to go on from; null = none
     */
    static Configuration live(@Nullable Path checkpoints, @Nullable Path restoreFrom) {
        Configuration settings = common();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 3);
        if (checkpoints != null) {
            settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            settings.set(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                    checkpoints.toUri().toString());
        }
        if (restoreFrom != null) {
            settings.set(
                    StateRecoveryOptions.SAVEPOINT_PATH, restoreFrom.toUri().toString());
            // The checkpoint is the job's from now on: it goes once a newer one is complete, so that the folder does
            // not grow.
            settings.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
        }
        // Neither bad input nor a rule can fail the job, so what fails is the machine: come back at once, and for ever.
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(200));
        settings.set(ExecutionOptions.BUFFER_TIMEOUT, FLUSH);
        settings.set(PipelineOptions.GLOBAL_JOB_PARAMETERS, RuleFaults.skip());
        return settings;
    }

    /** As live, for a job that ends by itself and is watched by nobody: checkpoints come often, and what fails is not tried again. */
    static Configuration rehearsal(Path checkpoints) {
        Configuration settings = live(checkpoints, null);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.DELETE_ON_CANCELLATION);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return settings;
    }

    /** For files: what fails is told, not tried again. */
    static Configuration bounded() {
        Configuration settings = common();
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        // All of it is one process, so silence means a busy machine and never a lost one: a long replay waits for its
        // turn.
        settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofHours(1));
        return settings;
    }

    private static Configuration common() {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        settings.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        // Watermarks are carried by records; nothing is done each so many milliseconds.
        settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ZERO);
        // Every record is immutable, so operators of one chain may share it.
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        return settings;
    }

    private FlinkSettings() {}
}
