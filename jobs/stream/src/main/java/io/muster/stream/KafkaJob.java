package io.muster.stream;

import io.muster.stream.kafka.KafkaTopology;
import io.muster.stream.restore.StateRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The job in this process, between Kafka and Kafka, until it is closed. */
public final class KafkaJob implements AutoCloseable {
    private static final Duration MOST_FOR_AN_ANSWER = Duration.ofSeconds(20);

    private final JobClient client;
    private final CompletableFuture<?> result;
    private final @Nullable Path restoredFrom;

    private KafkaJob(JobClient client, @Nullable Path restoredFrom) {
        this.client = client;
        this.result = client.getJobExecutionResult();
        this.restoredFrom = restoredFrom;
    }

    /**
     * Submits the job to a Flink of this process. Kafka must answer.
     *
     * @throws IllegalStateException where it cannot be submitted, with the reason
     * @throws StateRefused where the state to go on from is of another topology
     */
    public static KafkaJob start(KafkaJobOptions options) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(
                options.parallelism(), FlinkSettings.live(options.checkpointDir(), options.restoreFrom()));
        KafkaTopology.build(
                env, options.bootstrap(), options.client(), options.sitesPattern(), options.replay(), options.config());
        try {
            return new KafkaJob(env.executeAsync("muster"), options.restoreFrom());
        } catch (Exception e) {
            StateRefused refused = refused(options.restoreFrom(), e);
            throw refused != null
                    ? refused
                    : new IllegalStateException("the job could not be submitted: " + e.getMessage(), e);
        }
    }

    /**
     * @throws IllegalStateException where the job ends before it runs, or does not run within the time
     * @throws StateRefused where it ends because its state is of another topology
     */
    public void awaitRunning(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (!isRunning()) {
            Throwable failure = failure();
            if (failure != null || result.isDone()) {
                throw endedEarly(failure);
            }
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("the job does not run after " + most.toSeconds() + " s");
            }
            try {
                result.get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Not ended, which is what is wanted: look again whether it runs.
            } catch (ExecutionException e) {
                throw endedEarly(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private RuntimeException endedEarly(@Nullable Throwable failure) {
        StateRefused refused = refused(restoredFrom, failure);
        return refused != null ? refused : new IllegalStateException("the job ended before it ran", failure);
    }

    /** Flink has no type for it, so its words are looked at. */
    private static @Nullable StateRefused refused(@Nullable Path restoredFrom, @Nullable Throwable failure) {
        for (Throwable each = failure; restoredFrom != null && each != null; each = each.getCause()) {
            if (String.valueOf(each.getMessage()).contains("Cannot map checkpoint/savepoint state")) {
                return StateRefused.otherStages(restoredFrom, each);
            }
        }
        return null;
    }

    public boolean isRunning() {
        return status() == JobStatus.RUNNING;
    }

    /** Whether it is over; a job that comes back from a failure is not. */
    public boolean hasEnded() {
        return result.isDone();
    }

    /** Why the job ended; null while it has not, or when it was cancelled. */
    public @Nullable Throwable failure() {
        if (!result.isCompletedExceptionally()) {
            return null;
        }
        try {
            result.getNow(null);
            return null;
        } catch (RuntimeException e) {
            return e.getCause() == null ? e : e.getCause();
        }
    }

    /** Cancels the job and waits until it is gone. */
    @Override
    public void close() {
        try {
            if (!result.isDone()) {
                client.cancel().get(MOST_FOR_AN_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
                result.handle((done, failure) -> true).get(MOST_FOR_AN_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the job could not be cancelled: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable JobStatus status() {
        try {
            return client.getJobStatus().get(MOST_FOR_AN_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
