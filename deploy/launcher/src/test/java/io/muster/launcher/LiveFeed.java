package io.muster.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What vendors write to a site, on a real Kafka. */
final class LiveFeed implements AutoCloseable {
    private final String bootstrap;
    private final String site;
    private final KafkaProducer<byte[], byte[]> producer;
    private long sent;

    LiveFeed(String bootstrap, String site) {
        this.bootstrap = bootstrap;
        this.site = site;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** A UWB fix of this very moment on floor 0, in metres. */
    void fix(String vendor, String tag, double x, double y) throws Exception {
        String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        write(
                vendor,
                tag,
                String.format(
                        Locale.ROOT,
                        "{\"position\":{\"type\":\"Point\",\"coordinates\":[%.2f,%.2f]},\"source\":\"s\",\"provider_type\":\"uwb\",\"provider_id\":\"%s\","
                                + "\"crs\":\"local\",\"floor\":0,\"accuracy\":0.3,\"timestamp_generated\":\"%s\"}",
                        x,
                        y,
                        tag,
                        now));
    }

    /** Anything, as a location update. */
    void write(String vendor, String key, String value) throws Exception {
        producer.send(new ProducerRecord<>(
                        site + ".location-updates." + vendor,
                        key.getBytes(StandardCharsets.UTF_8),
                        value.getBytes(StandardCharsets.UTF_8)))
                .get(30, TimeUnit.SECONDS);
        sent++;
    }

    /** Messages so far. */
    long sent() {
        return sent;
    }

    boolean hasRecordsInEveryPartition(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(site + "." + topic).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream().allMatch(end -> end > 0);
        }
    }

    /** A file, unpacked. */
    static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream unpacked = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
