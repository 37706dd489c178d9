package io.muster.broker.testing;

import io.muster.broker.KafkaProcess;
import io.muster.broker.KafkaProcessOptions;
import io.muster.broker.KafkaStartException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A Kafka for tests, whichever the machine has; the environment variable {@value KafkaPath#VARIABLE} decides ({@code auto},
 * {@code docker}, {@code jar}), and a line on standard error names the path taken. Both paths behave alike: no topic by itself,
 * LogAppendTime, one replica.
 */
public final class TestKafka implements AutoCloseable {
    /** The version of our jars. */
    private static final DockerImageName IMAGE = DockerImageName.parse("apache/kafka:4.2.2");

    /** Guarded by the class. */
    private static @Nullable TestKafka shared;

    private final KafkaPath path;
    private final String bootstrapServers;
    private final Runnable end;

    private TestKafka(KafkaPath path, String bootstrapServers, Runnable end) {
        this.path = path;
        this.bootstrapServers = bootstrapServers;
        this.end = end;
    }

    /**
     * A broker of the caller's own, empty.
     *
     * @throws IllegalArgumentException when {@value KafkaPath#VARIABLE} has an unknown value
     * @throws UncheckedIOException when the broker does not start
     */
    public static TestKafka start() {
        return start(System.getenv(KafkaPath.VARIABLE), DockerProbe::answers);
    }

    /** The same with the wish and the probe given, for the test of the chooser. */
    static TestKafka start(@Nullable String wish, BooleanSupplier dockerAnswers) {
        KafkaPath path = KafkaPath.choose(wish, dockerAnswers);
        TestKafka kafka = path == KafkaPath.DOCKER ? docker() : jar();
        System.err.println("Kafka for tests: " + kafka);
        return kafka;
    }

    /**
     * The one broker of this JVM, started by the first call and ended with the JVM. Its topics are shared too: name them after the
     * test. Closing it does nothing.
     */
    public static synchronized TestKafka shared() {
        TestKafka known = shared;
        if (known == null) {
            TestKafka started = start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "test-kafka-close"));
            known = new TestKafka(started.path, started.bootstrapServers, () -> {});
            shared = known;
        }
        return known;
    }

    // The container lives as long as the TestKafka that holds it.
    @SuppressWarnings("resource")
    private static TestKafka docker() {
        KafkaContainer container = new KafkaContainer(IMAGE);
        Map.of(
                        "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
                        "KAFKA_LOG_MESSAGE_TIMESTAMP_TYPE", "LogAppendTime",
                        "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0",
                        "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4",
                        "KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4")
                .forEach(container::withEnv);
        container.start();
        return new TestKafka(KafkaPath.DOCKER, container.getBootstrapServers(), container::stop);
    }

    private static TestKafka jar() {
        try {
            KafkaProcess process = KafkaProcess.start(KafkaProcessOptions.temporary());
            return new TestKafka(KafkaPath.JAR, process.bootstrapServers(), process::close);
        } catch (KafkaStartException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Which of the two it is. */
    public KafkaPath path() {
        return path;
    }

    /** Ends the broker and deletes its data. */
    @Override
    public void close() {
        end.run();
    }

    @Override
    public String toString() {
        return (path == KafkaPath.DOCKER ? "docker, " + IMAGE : "jar, a child process") + ", " + bootstrapServers;
    }
}
