package io.muster.console.live;

import io.muster.console.config.ConsoleOptions;
import io.muster.contract.codec.Json;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.contract.value.AlarmCommand;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends what operators ask for. Needs Kafka and nothing else. */
public final class Commands implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Producer<String, byte[]> producer;

    public Commands(ConsoleOptions options) {
        Map<String, Object> settings = new HashMap<>(options.kafkaClient());
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, options.kafka());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "muster-console-commands");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Returns once the brokers have it.
     *
     * @throws NotSent where they did not say so in time: it may have arrived all the same
     */
    public void send(String site, AlarmCommand command) throws NotSent {
        String topic = new TopicName(site, TopicKind.ALARM_COMMANDS, null).full();
        try {
            producer.send(new ProducerRecord<>(topic, command.target().id(), Json.write(command)))
                    .get(PATIENCE_MILLIS + 1_000L, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotSent(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    /** The brokers did not say that they have it. */
    public static final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;

        NotSent(Throwable cause) {
            super(cause);
        }
    }
}
