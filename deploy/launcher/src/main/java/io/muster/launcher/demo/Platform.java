package io.muster.launcher.demo;

import io.muster.broker.KafkaProcess;
import io.muster.broker.KafkaProcessOptions;
import io.muster.broker.KafkaStartException;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.contract.topic.Topics;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.process.WorkFolder;
import io.muster.simulator.Simulation;
import io.muster.stream.KafkaJob;
import io.muster.stream.KafkaJobOptions;
import io.muster.stream.config.JobConfig;
import io.muster.stream.kafka.SitePattern;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Everything that the demo runs on: a Kafka with the topics, the plan and the people of its site, and the job. Closed in reverse. */
final class Platform implements AutoCloseable {
    private final WorkFolder folder;
    private final KafkaProcess kafka;
    private final KafkaJob job;
    private final Admin admin;

    private Platform(WorkFolder folder, KafkaProcess kafka, KafkaJob job) {
        this.folder = folder;
        this.kafka = kafka;
        this.job = job;
        this.admin = connection().admin();
    }

    /** A Kafka on its way up: the longest step of the start, so it comes first. */
    static CompletableFuture<KafkaProcess> startKafka(Steps steps) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                KafkaProcess kafka = KafkaProcess.start(KafkaProcessOptions.temporary());
                steps.done("Kafka answers at " + kafka.bootstrapServers());
                return kafka;
            } catch (KafkaStartException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Warms up what the job will need while Kafka starts, then makes the site and starts the job.
     *
     * @param plant whose announcement (plan and people) is written before the job starts, so that it is in force from the first fix on
     * @param warmUntilMillis when warming up ends, whether it is done or not: ms since the epoch
     * @param starting closed if anything fails
     */
    static Platform start(
            CompletableFuture<KafkaProcess> starting,
            Simulation plant,
            JobConfig config,
            long warmUntilMillis,
            Steps steps) {
        WorkFolder folder = WorkFolder.create("demo");
        try {
            Thread warmUp = new Thread(
                    () -> {
                        WarmUp.run(config, folder.path(), warmUntilMillis);
                        steps.done("job warmed up");
                    },
                    "muster-demo-warm-up");
            warmUp.setDaemon(true);
            warmUp.start();
            KafkaProcess kafka = starting.join();
            Connection connection = new Connection(kafka.bootstrapServers());
            DemoSite.prepare(connection, plant);
            steps.done("topics created, plan and " + plant.people().size() + " people applied");
            awaitWarm(warmUp);
            KafkaJob job = KafkaJob.start(new KafkaJobOptions(
                    connection.bootstrap(),
                    Map.of(),
                    SitePattern.DEFAULT,
                    config,
                    false,
                    DemoOptions.PARALLELISM,
                    folder.path().resolve("checkpoints")));
            return new Platform(folder, kafka, job);
        } catch (RuntimeException | Error e) {
            closeKafka(starting);
            folder.close();
            throw e;
        }
    }

    /** Both at once would fight for the processors, and take longer together than one after the other. */
    private static void awaitWarm(Thread warmUp) {
        try {
            warmUp.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it came up or not. */
    static void closeKafka(CompletableFuture<KafkaProcess> starting) {
        try {
            starting.join().close();
        } catch (CompletionException e) {
            // It did not come up, so there is nothing to close; who waits for it is told why.
        }
    }

    Connection connection() {
        return new Connection(kafka.bootstrapServers());
    }

    KafkaJob job() {
        return job;
    }

    boolean kafkaIsAlive() {
        return kafka.isAlive();
    }

    /** Whether the job lets time go on: behind the one plan that we wrote, its ticks stand in the topic of the plans. */
    boolean isDeciding() {
        return endOffset(new TopicName(DemoOptions.SITE, TopicKind.PLANS, null).full()) > 1;
    }

    /** How often an alarm writer has opened: each at the start of the job, and again at each restart. */
    long writerEpochs() {
        return endOffset(Topics.WRITER_EPOCHS);
    }

    private long endOffset(String topic) {
        TopicPartition only = new TopicPartition(topic, 0);
        return connection()
                .await(admin.listOffsets(Map.of(only, OffsetSpec.latest())).partitionResult(only), "end of " + topic)
                .offset();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        try {
            job.close();
        } finally {
            kafka.close();
            folder.close();
        }
    }
}
