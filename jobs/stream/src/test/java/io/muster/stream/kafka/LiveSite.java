package io.muster.stream.kafka;

import static org.awaitility.Awaitility.await;

import io.muster.contract.topic.Ticks;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A site on a real Kafka: writes what vendors write, reads what the job writes. */
final class LiveSite implements AutoCloseable {
    private final String bootstrap;
    private final String site;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    LiveSite(String bootstrap, String site) {
        this.bootstrap = bootstrap;
        this.site = site;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 0, "max.request.size", 3_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The topics of the site with these vendors; those that are there already stay. */
    LiveSite topics(String... vendors) throws Exception {
        List<NewTopic> wanted = new ArrayList<>();
        for (TopicName name : Topics.ofSite(site, List.of(vendors))) {
            wanted.add(new NewTopic(name.full(), Optional.of(name.kind().defaultPartitions()), Optional.empty())
                    .configs(name.kind().settings(true)));
        }
        for (var each : admin.createTopics(wanted).values().values()) {
            try {
                each.get(30, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        return this;
    }

    void write(TopicKind kind, @Nullable String vendor, @Nullable String key, byte[] value) throws Exception {
        TopicName name = new TopicName(site, kind, vendor);
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(name.full(), keyBytes, value)).get(30, TimeUnit.SECONDS);
    }

    /** Waits until Kafka has taken it on; the topic goes a little later. */
    void delete(TopicKind kind, String vendor) throws Exception {
        admin.deleteTopics(List.of(new TopicName(site, kind, vendor).full()))
                .all()
                .get(30, TimeUnit.SECONDS);
    }

    /** The topic is deleted and made anew: what was in it never was. */
    void anew(TopicKind kind) throws Exception {
        TopicName name = new TopicName(site, kind, null);
        admin.deleteTopics(List.of(name.full())).all().get(30, TimeUnit.SECONDS);
        NewTopic topic = new NewTopic(name.full(), Optional.of(kind.defaultPartitions()), Optional.empty())
                .configs(kind.settings(true));
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            try {
                admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
                return true;
            } catch (ExecutionException e) {
                return false; // the old one is not gone everywhere yet
            }
        });
    }

    /** A UWB fix of this very moment on floor 0. */
    void fix(String vendor, String tag, double x, double y) throws Exception {
        String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        String json = String.format(
                Locale.ROOT,
                "{\"position\":{\"type\":\"Point\",\"coordinates\":[%f,%f]},\"source\":\"s\",\"provider_type\":\"uwb\",\"provider_id\":\"%s\","
                        + "\"crs\":\"local\",\"floor\":0,\"accuracy\":0.3,\"timestamp_generated\":\"%s\"}",
                x,
                y,
                tag,
                now);
        write(TopicKind.LOCATION_UPDATES, vendor, tag, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything that is in a topic now. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(
                            0,
                            consumer.partitionsFor(topic, Duration.ofSeconds(30))
                                    .size())
                    .mapToObj(each -> new TopicPartition(topic, each))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    /** What is in a topic of the site now, without ticks, as text. */
    List<String> texts(TopicKind kind, @Nullable String vendor) {
        return read(new TopicName(site, kind, vendor).full()).stream()
                .filter(each -> !Ticks.isKey(each.key()))
                .map(each -> each.value() == null ? "tombstone" : new String(each.value(), StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
    }
}
