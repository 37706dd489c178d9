package io.muster.launcher.record;

import io.muster.contract.codec.Envelope;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.process.BadInput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** All input partitions of a site, also those that come later, ticks included; without a consumer group. Not for use by two threads at once. */
final class InputTail implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long LONGEST_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final String site;
    private final Set<TopicPartition> followed = new HashSet<>();
    private Set<TopicPartition> paused = Set.of();

    InputTail(Connection connection, String site) {
        this.consumer = connection.consumer();
        this.site = site;
    }

    /** Begins with the partitions that are there now, where {@code from} says. @return where each begins, and the moment of it */
    Start begin(From from, Instant now) {
        Set<TopicPartition> there = partitions();
        Map<TopicPartition, Long> ends = consumer.endOffsets(there, ANSWER);
        Instant moment = from.isNow() ? now : from.moment();
        if (moment == null) {
            moment = earliest(there);
        }
        Map<TopicPartition, Long> begins = new HashMap<>(ends);
        if (moment != null && !from.isNow()) {
            long millis = moment.toEpochMilli();
            Map<TopicPartition, Long> wanted = new HashMap<>();
            there.forEach(each -> wanted.put(each, millis));
            consumer.offsetsForTimes(wanted, ANSWER).forEach((partition, found) -> {
                if (found != null) {
                    begins.put(partition, found.offset());
                }
            });
        }
        followed.addAll(there);
        consumer.assign(followed);
        begins.forEach(consumer::seek);
        return new Start(begins, moment == null ? now : moment);
    }

    /** @param offsets the first offset of each partition */
    record Start(Map<TopicPartition, Long> offsets, Instant moment) {}

    /** Takes in what is new, from its beginning. @return the new partitions */
    Set<TopicPartition> lookAround() {
        Set<TopicPartition> fresh = partitions();
        fresh.removeAll(followed);
        if (!fresh.isEmpty()) {
            followed.addAll(fresh);
            consumer.assign(followed);
            consumer.seekToBeginning(fresh);
        }
        return fresh;
    }

    Set<TopicPartition> followed() {
        return followed;
    }

    Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration patience) {
        return consumer.poll(patience);
    }

    /** Where every partition ends now. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(followed, ANSWER);
    }

    long position(TopicPartition partition) {
        return consumer.position(partition, ANSWER);
    }

    /** These partitions bring nothing until they are left out again. */
    void pauseOnly(Set<TopicPartition> partitions) {
        if (!paused.equals(partitions)) {
            consumer.resume(paused);
            consumer.pause(partitions);
            paused = Set.copyOf(partitions);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    static Envelope envelope(ConsumerRecord<byte[], byte[]> record, String site, long arrivalMillis) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new Envelope(
                record.topic().substring(site.length() + 1),
                record.partition(),
                record.offset(),
                record.key(),
                arrivalMillis,
                headers,
                record.value());
    }

    /** Hands over what a topic of the site holds before these offsets, without ticks. Nothing where there is no such topic. */
    static void readUntil(
            Connection connection,
            String site,
            TopicKind kind,
            Map<TopicPartition, Long> until,
            Consumer<Envelope> each) {
        String topic = new TopicName(site, kind, null).full();
        Map<TopicPartition, Long> ends = new HashMap<>();
        until.forEach((partition, offset) -> {
            if (partition.topic().equals(topic)) {
                ends.put(partition, offset);
            }
        });
        try (var consumer = connection.consumer()) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            long heardAt = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var records = consumer.poll(Duration.ofMillis(200));
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    long end = ends.getOrDefault(new TopicPartition(topic, record.partition()), 0L);
                    if (record.offset() < end && !io.muster.launcher.kafka.Records.isTick(record)) {
                        each.accept(envelope(record, site, record.timestamp()));
                    }
                }
                if (!records.isEmpty()) {
                    heardAt = System.nanoTime();
                } else if (System.nanoTime() - heardAt > LONGEST_SILENCE_NANOS) {
                    throw new BadInput("topic " + topic + " on " + connection.bootstrap()
                            + " cannot be read to its end: no answer for 30 s");
                }
            }
        }
    }

    private Set<TopicPartition> partitions() {
        Set<TopicPartition> found = new HashSet<>();
        consumer.listTopics(ANSWER).forEach((topic, partitions) -> {
            TopicName name = TopicName.parse(topic);
            if (name != null && name.site().equals(site) && name.kind().input()) {
                partitions.forEach(each -> found.add(new TopicPartition(topic, each.partition())));
            }
        });
        return found;
    }

    /** When the first record that is still kept arrived; plans and people are kept for ever and say nothing. Null where there is none. */
    private @org.jspecify.annotations.Nullable Instant earliest(Set<TopicPartition> there) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        for (TopicPartition each : there) {
            TopicName name = TopicName.parse(each.topic());
            if (name != null && name.kind() != TopicKind.PLANS && name.kind() != TopicKind.TRACKABLES) {
                wanted.put(each, 0L);
            }
        }
        List<Long> stamps = new ArrayList<>();
        for (OffsetAndTimestamp found : consumer.offsetsForTimes(wanted, ANSWER).values()) {
            if (found != null) {
                stamps.add(found.timestamp());
            }
        }
        return stamps.stream().min(Long::compare).map(Instant::ofEpochMilli).orElse(null);
    }
}
