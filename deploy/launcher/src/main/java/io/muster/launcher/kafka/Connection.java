package io.muster.launcher.kafka;

import io.muster.launcher.process.BadInput;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Clients of one Kafka. A Kafka that is not there is the user's input to mend: {@link BadInput}, in one line, within seconds.
 *
 * @param bootstrap {@code HOST:PORT}, several separated by commas
 */
public record Connection(String bootstrap) {
    private static final int ANSWER_SECONDS = 15;
    private static final int REACH_SECONDS = 15;

    /** An admin client of a Kafka that has answered. */
    public Admin admin() {
        Properties settings = common();
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_SECONDS * 1_000);
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_SECONDS * 1_000);
        Admin admin;
        try {
            admin = Admin.create(settings);
        } catch (org.apache.kafka.common.KafkaException e) {
            throw new BadInput("--kafka " + bootstrap + ": " + rootMessage(e), e);
        }
        try {
            admin.describeCluster().nodes().get(REACH_SECONDS, TimeUnit.SECONDS);
            return admin;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            admin.close();
            throw new BadInput("interrupted while connecting to Kafka at " + bootstrap, e);
        } catch (ExecutionException | TimeoutException e) {
            admin.close(java.time.Duration.ZERO);
            throw new BadInput("--kafka " + bootstrap + ": no Kafka answers there within " + REACH_SECONDS + " s", e);
        }
    }

    /** A consumer without a group that starts where it is told. */
    public Consumer<byte[], byte[]> consumer() {
        Properties settings = common();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Alarms are read as they come, not by the heap.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer whose records are on the disk of every replica that counts when they are acknowledged. */
    public Producer<byte[], byte[]> producer() {
        Properties settings = common();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 << 20);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_SECONDS * 1_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_SECONDS * 1_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * ANSWER_SECONDS * 1_000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** What Kafka answers, or {@link BadInput} with what it said. */
    public <T> T await(KafkaFuture<T> answer, String what) {
        try {
            return answer.get(2L * ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput(what + ": interrupted", e);
        } catch (TimeoutException e) {
            throw new BadInput(what + ": Kafka at " + bootstrap + " did not answer in time", e);
        } catch (ExecutionException e) {
            throw new BadInput(what + ": Kafka at " + bootstrap + " says: " + rootMessage(e), e);
        }
    }

    /** The deepest message that says something. */
    static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof ApiException) && !(root instanceof ConfigException)) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private Properties common() {
        Properties settings = new Properties();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        // Metrics of clients are pushed to the broker by default; nobody here reads them.
        settings.put("enable.metrics.push", false);
        return settings;
    }
}
