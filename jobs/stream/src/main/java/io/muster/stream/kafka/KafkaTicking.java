package io.muster.stream.kafka;

import io.muster.contract.topic.Headers;
import io.muster.contract.topic.Ticks;
import io.muster.stream.time.TickPort;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a tick into every input partition, all at one instant, and opens partitions that were not there before. Runs on a thread of its own, so
 * that time goes on while the job is busy; a broker that does not answer is waited for, and logged once.
 */
final class KafkaTicking implements TickPort.Ticking {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaTicking.class);
    private static final byte[] NOTHING = new byte[0];

    private final KafkaEnds ends;
    private final Admin admin;
    private final InputPartitions inputs;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Set<String> ticked = ConcurrentHashMap.newKeySet();
    private final Set<String> opening = ConcurrentHashMap.newKeySet();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> missingSince = new ConcurrentHashMap<>();
    private final Set<String> present;
    private final ScheduledExecutorService tickThread;
    private final ScheduledExecutorService discoveryThread;
    private final ScheduledFuture<?> tickTask;
    private final ScheduledFuture<?> discoveryTask;
    private boolean troubled;

    KafkaTicking(KafkaEnds ends) {
        this.ends = ends;
        this.admin = Admin.create(ends.clientProperties());
        this.inputs = new InputPartitions(admin, ends.sites());
        Map<String, Object> properties = ends.clientProperties();
        properties.put("acks", "all");
        properties.put("linger.ms", 0);
        properties.put("max.block.ms", 5_000);
        // A tick that could not be written soon is worth nothing: the next one says more.
        properties.put("delivery.timeout.ms", 5_000);
        properties.put("request.timeout.ms", 4_000);
        properties.put("compression.type", "lz4");
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        this.present = inputs.find();
        this.tickThread = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "muster-ticks"));
        this.discoveryThread = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "muster-discovery"));
        tickTask = tickThread.scheduleAtFixedRate(this::tick, 0, ends.tickMillis(), TimeUnit.MILLISECONDS);
        discoveryTask = discoveryThread.scheduleWithFixedDelay(
                this::discover, ends.discoveryMillis(), ends.discoveryMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Set<String> present() {
        return present;
    }

    @Override
    public void opened(String partition) {
        opening.remove(partition);
        ticked.add(partition);
    }

    @Override
    public Set<String> takeGone() {
        if (gone.isEmpty()) {
            return Set.of();
        }
        Set<String> taken = new HashSet<>(gone);
        gone.removeAll(taken);
        return taken;
    }

    @Override
    public void close() {
        tickTask.cancel(true);
        discoveryTask.cancel(true);
        tickThread.shutdownNow();
        discoveryThread.shutdownNow();
        producer.close(Duration.ofSeconds(1));
        admin.close(Duration.ofSeconds(1));
    }

    private void tick() {
        if (ends.writesTicks()) {
            ticked.forEach(partition -> send(partition, Ticks.TICK));
        }
    }

    private void discover() {
        try {
            Set<String> now = inputs.find();
            for (String each : now) {
                missingSince.remove(each);
                if (!ticked.contains(each) && ends.writesTicks()) {
                    // Sent again at each look until the opening record has come out of the source.
                    opening.add(each);
                    send(each, Ticks.OPEN);
                }
            }
            for (String each : Set.copyOf(ticked)) {
                if (!now.contains(each) && missingSince.put(each, 1L) != null) {
                    // Missed twice in a row: its topic was deleted.
                    ticked.remove(each);
                    missingSince.remove(each);
                    gone.add(each);
                }
            }
            untroubled();
        } catch (RuntimeException e) {
            trouble("looking for new topics", e);
        }
    }

    private void send(String partition, String what) {
        try {
            int at = partition.lastIndexOf('#');
            List<Header> headers = List.of(new RecordHeader(Headers.TICK, what.getBytes(StandardCharsets.UTF_8)));
            Future<RecordMetadata> sent = producer.send(
                    new ProducerRecord<>(
                            partition.substring(0, at),
                            Integer.parseInt(partition.substring(at + 1)),
                            Ticks.key(),
                            NOTHING,
                            headers),
                    (metadata, failure) -> {
                        if (failure != null) {
                            trouble("writing a tick to " + partition, failure);
                        } else {
                            untroubled();
                        }
                    });
            LOG.trace("{} to {}: {}", what, partition, sent.isDone());
        } catch (RuntimeException e) {
            trouble("writing a tick to " + partition, e);
        }
    }

    private synchronized void trouble(String doing, Exception failure) {
        if (!troubled && !tickThread.isShutdown()) {
            troubled = true;
            LOG.warn("Time stands still while {} fails: {}", doing, failure.toString());
        }
    }

    private synchronized void untroubled() {
        troubled = false;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
