package io.muster.console.live;

import io.muster.console.config.ConsoleOptions;
import io.muster.consumer.AlarmSubscription;
import io.muster.consumer.AlarmSubscriptionOptions;
import io.muster.contract.topic.Headers;
import io.muster.contract.topic.Ticks;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sites as they are now, kept up by one reader, and by an alarm subscription for each site. */
public final class Live implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BROKER_ANSWER = Duration.ofSeconds(10);
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final long RETRY_MILLIS = 500;
    /** A person who was silent for so long is drawn no more; the head counts of the job go on counting them. */
    private static final Duration FORGET = Duration.ofHours(24);

    /** How far back a topic is read at the start; zero = all of it. */
    private static final Map<TopicKind, Duration> BACK = new EnumMap<>(Map.of(
            TopicKind.PLANS, Duration.ZERO,
            TopicKind.TRACKABLES, Duration.ZERO,
            TopicKind.ZONE_OCCUPANCY, Duration.ZERO,
            TopicKind.GATHERING_EVENTS, Duration.ofMinutes(10),
            TopicKind.TRACKABLE_MOTIONS, Duration.ofMinutes(10),
            TopicKind.COMPLIANCE, Duration.ofMinutes(10),
            TopicKind.ALARM_COMMANDS, Duration.ofMinutes(10),
            TopicKind.REJECTED_UPDATES, Duration.ZERO,
            TopicKind.PROVIDER_STATUS, Duration.ofHours(24),
            TopicKind.INFRASTRUCTURE_STATUS, Duration.ofHours(24)));

    private final ConsoleOptions options;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, LiveSite> sites = new ConcurrentHashMap<>();
    private final Map<String, TopicName> names = new HashMap<>();
    private final Progress progress = new Progress();
    private final List<AlarmSubscription> subscriptions = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable String trouble;
    private long discoveredNanos;

    private Live(ConsoleOptions options) {
        this.options = options;
        this.consumer = consumer(options);
        this.thread = new Thread(this::run, "live");
        this.thread.setDaemon(true);
    }

    /** Starts to read; returns at once, whether the broker is there or not. */
    public static Live start(ConsoleOptions options) {
        Live live = new Live(options);
        live.thread.start();
        return live;
    }

    private static Consumer<byte[], byte[]> consumer(ConsoleOptions options) {
        Map<String, Object> settings = new HashMap<>(options.kafkaClient());
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, options.kafka());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "muster-console-live");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public @Nullable LiveSite site(String id) {
        return sites.get(id);
    }

    /** Those found so far, in no order. */
    public List<LiveSite> sites() {
        return List.copyOf(sites.values());
    }

    /** What keeps it from reading now; null when nothing does. */
    public @Nullable String trouble() {
        return trouble;
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
                        poll();
                    }
                    trouble = null;
                } catch (WakeupException e) {
                    // Somebody closes: looked at in the next round.
                } catch (InterruptException e) {
                    throw e;
                } catch (KafkaException e) {
                    if (trouble == null) {
                        LOG.warn("what is live cannot be read now, trying again: {}", e.toString());
                    }
                    trouble = e.toString();
                    pause();
                }
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.warn("the live view was interrupted and ends");
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE));
            subscriptions.forEach(AlarmSubscription::close);
        }
    }

    private void pause() throws InterruptedException {
        if (stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
            LOG.debug("closed while waiting");
        }
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            TopicName name = names.get(record.topic());
            LiveSite site = name == null ? null : sites.get(name.site());
            if (name != null && site != null) {
                take(site, name, record);
            }
            progress.reached(record.topic(), record.offset() + 1);
        }
    }

    private static void take(LiveSite site, TopicName name, ConsumerRecord<byte[], byte[]> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (Ticks.isTick(record.key(), record.headers().lastHeader(Headers.TICK) != null)) {
            if (name.kind() == TopicKind.ALARM_COMMANDS) {
                site.commands().ticked(at);
            }
        } else if (name.kind() == TopicKind.REJECTED_UPDATES) {
            site.rejected(
                    header(record, Headers.TOPIC),
                    header(record, Headers.OFFSET),
                    header(record, Headers.DETAIL),
                    record.value());
        } else {
            site.take(name, key, record.value(), record.offset(), at);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /**
     * Waits until this topic, of one partition, was read up to this offset; false where it took longer.
     *
     * @param topic of a kind that is read here
     */
    public boolean reached(String topic, long offset, Duration patience) throws InterruptedException {
        return progress.await(topic, offset, patience);
    }

    private void discover() {
        if (discoveredNanos != 0
                && System.nanoTime() - discoveredNanos < options.discovery().toNanos()) {
            return;
        }
        Set<TopicPartition> known = consumer.assignment();
        Map<String, List<PartitionInfo>> topics = consumer.listTopics(BROKER_ANSWER);
        // First the sites: of a site that is not open yet nothing is read, or it would be read for nobody and never
        // again.
        for (String topic : topics.keySet()) {
            TopicName name = TopicName.parse(topic);
            if (name != null
                    && name.kind() == TopicKind.ALARM_STATES
                    && options.sites().matcher(name.site()).matches()
                    && !sites.containsKey(name.site())) {
                open(name.site());
            }
        }
        Set<TopicPartition> found = new HashSet<>();
        topics.forEach((topic, partitions) -> {
            TopicName name = TopicName.parse(topic);
            if (name != null && isRead(name) && sites.containsKey(name.site())) {
                names.put(topic, name);
                partitions.forEach(each -> found.add(new TopicPartition(each.topic(), each.partition())));
            }
        });
        found.removeAll(known);
        if (!found.isEmpty()) {
            Set<TopicPartition> all = new HashSet<>(known);
            all.addAll(found);
            consumer.assign(all);
            seek(found);
        }
        Instant before = Instant.now().minus(FORGET);
        sites.values().forEach(each -> each.forgetBefore(before));
        discoveredNanos = System.nanoTime();
    }

    /** What the job rejected of vendors is theirs; of the rest, plans and commands among it, it is for us to tell. */
    private static boolean isRead(TopicName name) {
        return BACK.containsKey(name.kind())
                && (name.kind() != TopicKind.REJECTED_UPDATES || Topics.NO_VENDOR.equals(name.vendor()));
    }

    private void open(String siteId) {
        LiveSite site = new LiveSite(siteId);
        AlarmSubscription alarms = AlarmSubscription.start(
                new AlarmSubscriptionOptions(options.kafka(), siteId, false, options.kafkaClient()), site::changed);
        subscriptions.add(alarms);
        site.alarms(alarms.book());
        sites.put(siteId, site);
    }

    private void seek(Set<TopicPartition> found) {
        Map<TopicPartition, Long> since = new HashMap<>();
        List<TopicPartition> whole = new ArrayList<>();
        long now = System.currentTimeMillis();
        for (TopicPartition each : found) {
            TopicName name = names.get(each.topic());
            Duration back = name == null ? Duration.ZERO : BACK.getOrDefault(name.kind(), Duration.ZERO);
            if (back.isZero()) {
                whole.add(each);
            } else {
                since.put(each, now - back.toMillis());
            }
        }
        if (!whole.isEmpty()) {
            consumer.seekToBeginning(whole);
        }
        // The end as it was before: what is told while we ask is read.
        Map<TopicPartition, Long> ends = consumer.endOffsets(since.keySet(), BROKER_ANSWER);
        Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(since, BROKER_ANSWER);
        for (TopicPartition each : since.keySet()) {
            OffsetAndTimestamp offset = offsets.get(each);
            consumer.seek(each, offset == null ? ends.getOrDefault(each, 0L) : offset.offset());
        }
    }
}
