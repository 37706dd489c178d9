package io.muster.console.measure;

import io.muster.contract.topic.Headers;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the job of a live plant tells: everybody once a second, head counts every 5 s, a few alarms and gatherings. */
final class LiveFeed implements AutoCloseable {
    private static final int OPEN_ALARMS = 12;
    private static final int GATHERINGS = 3;
    private static final long COUNT_EVERY = 5;
    /** Above that of the history that was filled. */
    private static final String EPOCH = "2";

    private final KafkaProducer<String, byte[]> producer;
    private final Walkers walkers;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private final AtomicInteger lost = new AtomicInteger();
    private long second;

    private LiveFeed(String kafka, int people, long seed) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.LINGER_MS_CONFIG,
                        "20",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.walkers = new Walkers(people, seed);
        this.thread = new Thread(this::run, "live-feed");
        this.thread.setDaemon(true);
    }

    static LiveFeed start(String kafka, int people, long seed) throws InterruptedException, ExecutionException {
        topics(kafka);
        LiveFeed feed = new LiveFeed(kafka, people, seed);
        feed.tell(TopicKind.PLANS, "v1", MeasuredSite.plan());
        for (int i = 0; i < people; i++) {
            feed.tell(TopicKind.TRACKABLES, MeasuredSite.person(i), MeasuredSite.trackable(i));
        }
        feed.thread.start();
        return feed;
    }

    private static void topics(String kafka) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            for (TopicKind kind : TopicKind.values()) {
                if (!kind.perVendor()) {
                    NewTopic topic = new NewTopic(new TopicName(MeasuredSite.ID, kind, null).full(), 1, (short) 1);
                    topic.configs(kind.settings(true));
                    try {
                        admin.createTopics(List.of(topic)).all().get();
                    } catch (ExecutionException e) {
                        if (!(e.getCause() instanceof TopicExistsException)) {
                            throw e;
                        }
                    }
                }
            }
        }
    }

    private void run() {
        try {
            long next = System.nanoTime();
            while (!stop.await(Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                second();
                next += TimeUnit.SECONDS.toNanos(1);
            }
        } catch (InterruptedException e) {
            // Nobody does; the thread is a daemon.
            Thread.currentThread().interrupt();
        }
    }

    private void second() {
        Instant now = Instant.now();
        second++;
        Map<Integer, List<Integer>> zones = new HashMap<>();
        for (int i = 0; i < walkers.people(); i++) {
            walkers.walk(i, 1);
            double x = walkers.x(i);
            double y = walkers.y(i);
            zones.computeIfAbsent(MeasuredSite.zoneAt(x, y), key -> new ArrayList<>())
                    .add(i);
            tell(TopicKind.TRACKABLE_MOTIONS, MeasuredSite.person(i), MeasuredSite.motion(i, second, now, x, y));
        }
        if (second % COUNT_EVERY == 1) {
            zones.forEach((zone, people) -> tell(
                    TopicKind.ZONE_OCCUPANCY,
                    MeasuredSite.zone(zone),
                    MeasuredSite.occupancy(zone, second, now, people)));
            for (int i = 0; i < OPEN_ALARMS; i++) {
                String id = MeasuredSite.uuid("live-alarm-" + i);
                String alarm = MeasuredSite.alarm(
                        id,
                        second,
                        "over_capacity",
                        "orange",
                        "raised_unacknowledged",
                        i,
                        i,
                        now.minusSeconds(60),
                        false);
                tell(TopicKind.ALARM_STATES, id, alarm);
            }
            for (int i = 0; i < GATHERINGS; i++) {
                String id = MeasuredSite.uuid("live-gathering-" + i);
                tell(
                        TopicKind.GATHERING_EVENTS,
                        id,
                        MeasuredSite.gathering(
                                id, second, "gathering", now.minusSeconds(second), now, 10 * i, 100 + 200.0 * i, 100));
            }
        }
    }

    private void tell(TopicKind kind, String key, String value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                new TopicName(MeasuredSite.ID, kind, null).full(), key, value.getBytes(StandardCharsets.UTF_8));
        if (kind.output()) {
            record.headers().add(Headers.WRITER_EPOCH, EPOCH.getBytes(StandardCharsets.UTF_8));
        }
        Future<RecordMetadata> unused = producer.send(record, (told, fault) -> {
            if (fault != null) {
                lost.incrementAndGet();
            }
        });
    }

    /** Records that the broker did not take: what was asked for meanwhile was not asked of a live plant. */
    int lost() {
        return lost.get();
    }

    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        thread.join();
        producer.close();
    }
}
