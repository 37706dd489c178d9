package io.muster.stream;

import io.muster.stream.kafka.KafkaTopology;
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

    private KafkaJob(JobClient client) {
        this.client = client;
        this.result = client.getJobExecutionResult();
    }

    /**
     * Submits the job to a Flink of this process. Kafka must answer.
     *
     * @throws IllegalStateException where it cannot be submitted, with the reason
     */
    public static KafkaJob start(KafkaJobOptions options) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(
                options.parallelism(), FlinkSettings.live(options.checkpointDir()));
        KafkaTopology.build(
                env, options.bootstrap(), options.client(), options.sitesPattern(), options.replay(), options.config());
        try {
            return new KafkaJob(env.executeAsync("muster"));
        } catch (Exception e) {
            throw new IllegalStateException("the job could not be submitted: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalStateException where the job ends before it runs, or does not run within the time */
    public void awaitRunning(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (!isRunning()) {
            Throwable failure = failure();
            if (failure != null || result.isDone()) {
                throw new IllegalStateException("the job ended before it ran", failure);
            }
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("the job does not run after " + most.toSeconds() + " s");
            }
            try {
                result.get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Not ended, which is what is wanted: look again whether it runs.
            } catch (ExecutionException e) {
                throw new IllegalStateException("the job ended before it ran", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    public boolean isRunning() {
        return status() == JobStatus.RUNNING;
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
