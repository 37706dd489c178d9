package io.muster.consumer;

import io.muster.contract.topic.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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

/**
 * Keeps an {@link AlarmBook} up to date with the alarm topics of one site, on a thread of its own.
 *
 * <p>Every start reads from the beginning and every reader reads all partitions: there is no consumer group, so no rebalance holds
 * an alarm back and no committed offset can skip one. A broker that is away, and topics that do not exist yet, are waited for.
 */
public final class AlarmSubscription implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmSubscription.class);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration BROKER_ANSWER = Duration.ofSeconds(10);
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final long RETRY_MILLIS = 500;
    /** How often partitions that were added are looked for. */
    private static final long REFRESH_MILLIS = 30_000;

    private final AlarmSubscriptionOptions options;
    private final AlarmBook book;
    private final Consumer<byte[], byte[]> consumer;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Queue<CompletableFuture<Void>> asked = new ConcurrentLinkedQueue<>();
    private volatile @Nullable KafkaException trouble;

    /** Somebody waits until the reader is past what was the end when it was asked. Touched by the thread alone. */
    private record Waiting(Map<TopicPartition, Long> ends, CompletableFuture<Void> done) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private boolean complete;
    private long refreshedNanos;

    private AlarmSubscription(AlarmSubscriptionOptions options, AlarmBook book, Consumer<byte[], byte[]> consumer) {
        this.options = options;
        this.book = book;
        this.consumer = consumer;
        this.thread = new Thread(this::run, "alarm-subscription-" + options.site());
        this.thread.setDaemon(true);
    }

    /**
     * Starts to read; returns at once.
     *
     * @param listeners hear every change from the first record on, on the thread of the subscription
     * @throws KafkaException when the client refuses its settings
     */
    public static AlarmSubscription start(AlarmSubscriptionOptions options, AlarmListener... listeners) {
        AlarmBook book = new AlarmBook();
        for (AlarmListener listener : listeners) {
            book.addListener(listener);
        }
        AlarmSubscription subscription = new AlarmSubscription(options, book, consumer(options));
        subscription.thread.start();
        return subscription;
    }

    private static Consumer<byte[], byte[]> consumer(AlarmSubscriptionOptions options) {
        Map<String, Object> settings = new HashMap<>(options.clientSettings());
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, options.bootstrapServers());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Should the log be cut behind our back, reading it again is harmless and skipping is not.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // The sink is at-least-once; waiting for transactions of others would only delay alarms.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The alarms as far as they were read; stays readable after {@link #close()}. */
    public AlarmBook book() {
        return book;
    }

    /**
     * Waits until everything that was in the topics at the time of this call is in the book, and told to the listeners.
     *
     * @return false when the time was not enough, as when no broker answers or a topic does not exist, or when the subscription was
     *     closed meanwhile
     */
    public boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        asked.add(done);
        consumer.wakeup();
        if (!isRunning()) {
            return false;
        }
        try {
            done.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            done.cancel(false);
            return false;
        }
    }

    /** False once closed. */
    public boolean isRunning() {
        return thread.isAlive() && stop.getCount() > 0;
    }

    /** What keeps it from reading now (broker refuses, no right to read); null when nothing does. */
    public @Nullable KafkaException trouble() {
        return trouble;
    }

    /** Ends the reading; what was read stays in the book. Must not be called by a listener. */
    @Override
    public void close() {
        stop.countDown();
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            // The thread is a daemon and ends by itself; whoever interrupts wants to go on.
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (stop.getCount() > 0) {
                try {
                    step();
                    trouble = null;
                } catch (WakeupException e) {
                    // Somebody asks or closes: both are looked at in the next round.
                } catch (InterruptException e) {
                    throw e;
                } catch (KafkaException e) {
                    note(e);
                    pause();
                }
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.warn("the subscription to the alarms of {} was interrupted and ends", options.site());
        } finally {
            stop.countDown();
            consumer.close(CloseOptions.timeout(CLOSE));
            waiting.forEach(one -> one.done().completeExceptionally(new IllegalStateException("closed")));
            asked.forEach(one -> one.completeExceptionally(new IllegalStateException("closed")));
        }
    }

    private void note(KafkaException e) {
        KafkaException before = trouble;
        trouble = e;
        // Once for each kind of trouble, not twice a second while it lasts.
        if (before == null || before.getClass() != e.getClass()) {
            LOG.warn("the alarms of {} cannot be read now, trying again: {}", options.site(), e.toString());
        }
    }

    private void pause() throws InterruptedException {
        if (stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
            LOG.debug("closed while waiting");
        }
    }

    private void step() throws InterruptedException {
        boolean everything = assign();
        if (consumer.assignment().isEmpty()) {
            pause();
            return;
        }
        if (everything) {
            takeQuestions();
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            book.apply(text(record.key()), record.value(), epoch(record), record.timestamp());
        }
        answer();
    }

    /**
     * Partitions found are read from their beginning, and never given up.
     *
     * @return false while one of the topics does not exist; the others are read meanwhile
     */
    private boolean assign() {
        long now = System.nanoTime();
        if (complete && now - refreshedNanos < TimeUnit.MILLISECONDS.toNanos(REFRESH_MILLIS)) {
            return true;
        }
        Set<TopicPartition> known = consumer.assignment();
        List<TopicPartition> added = new ArrayList<>();
        boolean allThere = true;
        for (String topic : options.topics()) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic, BROKER_ANSWER);
            allThere &= partitions != null && !partitions.isEmpty();
            for (PartitionInfo partition : partitions == null ? List.<PartitionInfo>of() : partitions) {
                TopicPartition name = new TopicPartition(topic, partition.partition());
                if (!known.contains(name)) {
                    added.add(name);
                }
            }
        }
        if (!added.isEmpty()) {
            List<TopicPartition> all = new ArrayList<>(known);
            all.addAll(added);
            consumer.assign(all);
            consumer.seekToBeginning(added);
        }
        complete = allThere;
        refreshedNanos = now;
        return complete;
    }

    private void takeQuestions() {
        while (true) {
            CompletableFuture<Void> question = asked.peek();
            if (question == null) {
                return;
            }
            // Taken out of the queue only once the broker answered: a wakeup in between must not lose it.
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), BROKER_ANSWER);
            waiting.add(new Waiting(ends, question));
            asked.remove();
        }
    }

    private void answer() {
        waiting.removeIf(one -> {
            if (one.done().isDone()) {
                return true;
            }
            for (Map.Entry<TopicPartition, Long> end : one.ends().entrySet()) {
                if (consumer.position(end.getKey(), BROKER_ANSWER) < end.getValue()) {
                    return false;
                }
            }
            return one.done().complete(null) || one.done().isDone();
        });
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable String epoch(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(Headers.WRITER_EPOCH);
        return header == null ? null : text(header.value());
    }
}
