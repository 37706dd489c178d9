package io.muster.console.hub;

import io.muster.console.config.ConsoleOptions;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.topic.Headers;
import io.muster.contract.topic.Ticks;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the hub tells: motions, locations, sightings and fence events of all sites, by a reader of its own. */
final class HubFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubFeed.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BROKER_ANSWER = Duration.ofSeconds(10);
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final long RETRY_MILLIS = 500;
    /** As long as the live view draws somebody. */
    private static final Duration FORGET = Duration.ofHours(24);
    /** A topic that was found later is read from before it was found. */
    private static final Duration FOUND_LATER = Duration.ofSeconds(60);

    /** How far back at the start. Vendors' locations come every 10 s at most, and there are many; events that were are history. */
    private static final Map<TopicKind, Duration> BACK = new EnumMap<>(Map.of(
            TopicKind.TRACKABLE_MOTIONS,
            Duration.ofMinutes(10),
            TopicKind.LOCATION_UPDATES,
            Duration.ofSeconds(60),
            TopicKind.PROXIMITY_UPDATES,
            Duration.ZERO,
            TopicKind.FENCE_EVENTS,
            Duration.ZERO));

    private final ConsoleOptions options;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, HubSite> sites = new ConcurrentHashMap<>();
    private final List<BiConsumer<String, Told>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    /** Null = the brokers never answered yet. */
    private volatile @Nullable Set<String> topics;

    private boolean troubled;
    private long discoveredNanos;

    private HubFeed(ConsoleOptions options) {
        this.options = options;
        Map<String, Object> settings = new HashMap<>(options.kafkaClient());
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, options.kafka());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "muster-console-hub");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.thread = new Thread(this::run, "hub");
        this.thread.setDaemon(true);
    }

    /** Starts to read; returns at once, whether the broker is there or not. */
    static HubFeed start(ConsoleOptions options) {
        HubFeed feed = new HubFeed(options);
        feed.thread.start();
        return feed;
    }

    /** Hears of every object of a site, on the reader's thread: must not wait for anybody. */
    void listen(BiConsumer<String, Told> listener) {
        listeners.add(listener);
    }

    /** What was heard of a site; empty where nothing was. */
    HubSite site(String id) {
        return sites.computeIfAbsent(id, each -> new HubSite());
    }

    /** Whether there is such a topic; null = the brokers were not reached yet. */
    @Nullable
    Boolean has(TopicName topic) {
        Set<String> known = topics;
        return known == null ? null : Boolean.valueOf(known.contains(topic.full()));
    }

    @Override
    public void close() {
        stop.countDown();
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (stop.getCount() > 0) {
                try {
                    discover();
                    if (consumer.assignment().isEmpty()) {
                        pause();
                    } else {
                        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                            take(each);
                        }
                    }
                    troubled = false;
                } catch (WakeupException e) {
                    // Somebody closes: looked at in the next round.
                } catch (InterruptException e) {
                    throw e;
                } catch (KafkaException e) {
                    if (!troubled) {
                        LOG.warn("the omlox Hub cannot read now, trying again: {}", e.toString());
                    }
                    troubled = true;
                    pause();
                }
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.warn("the omlox Hub was interrupted and reads no more");
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    private void pause() throws InterruptedException {
        if (stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
            LOG.debug("the hub's reader ends");
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        TopicName name = TopicName.parse(record.topic());
        HubTopic topic = name == null ? null : HubTopic.of(name.kind());
        byte[] value = record.value();
        if (name == null
                || topic == null
                || value == null
                || Ticks.isTick(record.key(), record.headers().lastHeader(Headers.TICK) != null)) {
            return;
        }
        try {
            Told told = Told.read(topic, value, name.vendor(), Instant.ofEpochMilli(record.timestamp()));
            site(name.site()).take(told);
            for (BiConsumer<String, Told> each : listeners) {
                each.accept(name.site(), told);
            }
        } catch (Unreadable e) {
            // The job tells of it, in the rejects of the vendor.
            LOG.debug("a record of {} was passed over", record.topic(), e);
        }
    }

    private void discover() {
        boolean first = topics == null;
        if (!first && System.nanoTime() - discoveredNanos < options.discovery().toNanos()) {
            return;
        }
        Set<String> known = new HashSet<>();
        Set<TopicPartition> found = new HashSet<>();
        consumer.listTopics(BROKER_ANSWER).forEach((topic, partitions) -> {
            TopicName name = TopicName.parse(topic);
            if (name != null && options.sites().matcher(name.site()).matches()) {
                known.add(topic);
                if (BACK.containsKey(name.kind())) {
                    partitions.forEach(each -> found.add(new TopicPartition(each.topic(), each.partition())));
                }
            }
        });
        Set<TopicPartition> fresh = new HashSet<>(found);
        fresh.removeAll(consumer.assignment());
        if (!consumer.assignment().equals(found)) {
            // Asked before they are assigned: where the answer fails, the next round finds them as fresh as they were.
            Map<TopicPartition, Long> starts = starts(fresh, first);
            consumer.assign(found);
            starts.forEach(consumer::seek);
        }
        topics = Set.copyOf(known);
        sites.values().forEach(each -> each.forgetBefore(Instant.now().minus(FORGET)));
        discoveredNanos = System.nanoTime();
    }

    private Map<TopicPartition, Long> starts(Set<TopicPartition> fresh, boolean first) {
        Map<TopicPartition, Long> since = new HashMap<>();
        long now = System.currentTimeMillis();
        for (TopicPartition each : fresh) {
            TopicName name = TopicName.parse(each.topic());
            Duration back = name == null ? Duration.ZERO : BACK.getOrDefault(name.kind(), Duration.ZERO);
            Duration reach = first || back.compareTo(FOUND_LATER) > 0 ? back : FOUND_LATER;
            if (!reach.isZero()) {
                since.put(each, now - reach.toMillis());
            }
        }
        // Ends first: what is told between the two answers is read and not passed over.
        Map<TopicPartition, Long> starts = new HashMap<>(consumer.endOffsets(fresh, BROKER_ANSWER));
        consumer.offsetsForTimes(since, BROKER_ANSWER).forEach((partition, offset) -> {
            if (offset != null) {
                starts.put(partition, offset.offset());
            }
        });
        return starts;
    }
}
