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
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** Time stands still while a partition is not there, so whether it is gone is looked at sooner than whether one is new. */
    private static final long LOOK_AGAIN_MILLIS = 1_000;

    private final KafkaEnds ends;
    private final Admin admin;
    private final InputPartitions inputs;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Set<String> ticked = ConcurrentHashMap.newKeySet();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean lookingSoon = new AtomicBoolean();
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
        // All other partitions wait for their tick as long as the leader of one that was deleted is looked for.
        properties.put("max.block.ms", 2_000);
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
                // Soon: what was made while the job was down waits for its opening record.
                this::discover, LOOK_AGAIN_MILLIS, ends.discoveryMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Set<String> present() {
        return present;
    }

    @Override
    public boolean serves(String partition) {
        return ends.sites().read(partition.substring(0, partition.lastIndexOf('#'))) != null;
    }

    @Override
    public void opened(String partition) {
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
            // One that is missing would hold up the ticks of all others, each time for as long as its leader is looked
            // for.
            ticked.stream().filter(each -> !missing.contains(each)).forEach(each -> send(each, Ticks.TICK));
        }
    }

    private void lookSoon() {
        if (lookingSoon.compareAndSet(false, true) && !discoveryThread.isShutdown()) {
            ScheduledFuture<?> unused =
                    discoveryThread.schedule(this::discover, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void discover() {
        lookingSoon.set(false);
        try {
            Set<String> now = inputs.find();
            for (String each : now) {
                missing.remove(each);
                if (!ticked.contains(each) && ends.writesTicks()) {
                    // Sent again at each look until the opening record has come out of the source.
                    send(each, Ticks.OPEN);
                }
            }
            for (String each : Set.copyOf(ticked)) {
                if (now.contains(each)) {
                    continue;
                }
                if (missing.add(each)) {
                    lookSoon();
                } else {
                    // Missed twice in a row: its topic was deleted.
                    ticked.remove(each);
                    missing.remove(each);
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
                            lookSoon();
                        } else {
                            untroubled();
                        }
                    });
            LOG.trace("{} to {}: {}", what, partition, sent.isDone());
        } catch (RuntimeException e) {
            trouble("writing a tick to " + partition, e);
            lookSoon();
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
