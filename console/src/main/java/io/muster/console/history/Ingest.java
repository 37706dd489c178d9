package io.muster.console.history;

import io.muster.contract.topic.TopicName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;

/**
 * Reads the topics of all sites into the database, on a thread of its own. A batch and how far it reaches are one transaction, so that whatever is killed, each
 * record is stored once. While the database is away nothing is read on, and what was read is kept and written again: writing twice does no harm. A record that
 * the database refuses is kept aside in {@code ingest_rejects}, with everything around it stored.
 */
public final class Ingest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BROKER_ANSWER = Duration.ofSeconds(10);
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final Duration MAINTENANCE = Duration.ofHours(1);
    private static final int MOST_RECORDS = 2_000;

    /** Records with the rows that they became: made once, written until it succeeds. */
    private record Batch(List<Taken> records, Rows rows) {
        static final Batch NONE = new Batch(List.of(), new Rows());
    }

    private final IngestOptions options;
    private final Database database;
    private final Partitions partitions;
    private final RowMaker maker;
    private final Consumer<byte[], byte[]> consumer;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicLong stored = new AtomicLong();
    private volatile @Nullable String trouble;
    private volatile boolean migrated;

    private final Map<String, TopicName> names = new HashMap<>();
    private long discoveredNanos;
    private long maintainedNanos;

    private Ingest(IngestOptions options, Database database) {
        this.options = options;
        this.database = database;
        this.partitions = new Partitions(database.jdbc(), options.retention());
        this.maker = new RowMaker(options.positionInterval());
        this.consumer = consumer(options);
        this.thread = new Thread(this::run, "history-ingest");
        this.thread.setDaemon(true);
    }

    /** Starts to read; returns at once, whether broker and database are there or not. */
    public static Ingest start(IngestOptions options, Database database) {
        Ingest ingest = new Ingest(options, database);
        ingest.thread.start();
        return ingest;
    }

    private static Consumer<byte[], byte[]> consumer(IngestOptions options) {
        Map<String, Object> settings = new HashMap<>(options.kafkaClient());
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, options.kafka());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "muster-console-history");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
        // Where the log was cut behind our back, what is left of it is still to be stored.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What keeps it from storing now; null when nothing does. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** Whether the tables have the form of this version, so that questions can be asked. */
    public boolean migrated() {
        return migrated;
    }

    /** Records stored since the start. */
    public long stored() {
        return stored.get();
    }

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
        Batch batch = Batch.NONE;
        try {
            while (stop.getCount() > 0) {
                try {
                    if (!migrated) {
                        database.migrate();
                        migrated = true;
                    }
                    if (due(maintainedNanos, MAINTENANCE)) {
                        partitions.maintain(Instant.now());
                        maintainedNanos = System.nanoTime();
                    }
                    if (!batch.records().isEmpty()) {
                        store(batch);
                        batch = Batch.NONE;
                    }
                    trouble = null;
                    discover();
                    batch = poll();
                } catch (WakeupException e) {
                    // Somebody closes: looked at in the next round.
                } catch (InterruptException e) {
                    throw e;
                } catch (KafkaException | DataAccessException | TransactionException | FlywayException e) {
                    note(e);
                    pause();
                }
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.warn("the history was interrupted and ends");
        } finally {
            stop.countDown();
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    private static boolean due(long sinceNanos, Duration every) {
        return sinceNanos == 0 || System.nanoTime() - sinceNanos >= every.toNanos();
    }

    private void note(RuntimeException e) {
        // Once, not every second while it lasts.
        if (trouble == null) {
            LOG.warn("the history waits, and tries again: {}", e.toString());
        }
        trouble = e.toString();
    }

    private void pause() throws InterruptedException {
        if (stop.await(options.retry().toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("closed while waiting");
        }
    }

    private Batch poll() throws InterruptedException {
        if (consumer.assignment().isEmpty()) {
            pause();
            return Batch.NONE;
        }
        List<Taken> batch = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            TopicName name = names.get(record.topic());
            if (name != null) {
                batch.add(Taken.of(name, record));
            }
        }
        return batch.isEmpty() ? Batch.NONE : batchOf(batch);
    }

    /** Partitions found are read from where the database says, and never given up. */
    private void discover() {
        if (!due(discoveredNanos, options.discovery())) {
            return;
        }
        Set<TopicPartition> known = consumer.assignment();
        Set<TopicPartition> found = new HashSet<>();
        for (Map.Entry<String, List<PartitionInfo>> topic :
                consumer.listTopics(BROKER_ANSWER).entrySet()) {
            TopicName name = TopicName.parse(topic.getKey());
            if (name != null
                    && RowMaker.KINDS.contains(name.kind())
                    && options.sites().matcher(name.site()).matches()) {
                names.put(topic.getKey(), name);
                topic.getValue().forEach(each -> found.add(new TopicPartition(each.topic(), each.partition())));
            }
        }
        found.removeAll(known);
        if (!found.isEmpty()) {
            Map<TopicPartition, Long> offsets = offsets();
            Set<TopicPartition> all = new HashSet<>(known);
            all.addAll(found);
            consumer.assign(all);
            for (TopicPartition each : found) {
                Long next = offsets.get(each);
                if (next == null) {
                    consumer.seekToBeginning(List.of(each));
                } else {
                    consumer.seek(each, next);
                }
            }
        }
        discoveredNanos = System.nanoTime();
    }

    private Map<TopicPartition, Long> offsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        database.jdbc().query("SELECT topic, partition, next_offset FROM ingest_offsets", row -> {
            offsets.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
        });
        return offsets;
    }

    private void store(Batch batch) {
        try {
            write(batch.rows());
        } catch (DataIntegrityViolationException e) {
            // The database refuses what one of them holds, such as a NUL in a text: the others must not wait for it.
            LOG.warn(
                    "a batch of {} was refused and is stored one by one: {}",
                    batch.records().size(),
                    e.toString());
            // What it remembers of them says that they are stored, and they are not.
            maker.forget();
            batch.records().forEach(this::storeAlone);
        }
        stored.addAndGet(batch.records().size());
    }

    private void storeAlone(Taken record) {
        try {
            write(batchOf(List.of(record)).rows());
        } catch (DataIntegrityViolationException e) {
            Rows rejected = new Rows();
            RowMaker.reject(record, e.toString(), rejected);
            reach(List.of(record), rejected);
            write(rejected);
        }
    }

    private Batch batchOf(List<Taken> records) {
        Rows rows = new Rows();
        records.forEach(each -> maker.add(each, rows));
        reach(records, rows);
        return new Batch(records, rows);
    }

    /** How far the records reach, to be stored with them. */
    private static void reach(List<Taken> records, Rows rows) {
        Map<TopicPartition, Long> next = new HashMap<>();
        records.forEach(each -> next.merge(each.partition(), each.offset() + 1, Math::max));
        next.forEach(
                (partition, offset) -> rows.add(Statements.OFFSET, partition.topic(), partition.partition(), offset));
    }

    private void write(Rows rows) {
        rows.days().forEach((table, days) -> days.forEach(day -> partitions.ensure(table, day)));
        try {
            database.transactions().executeWithoutResult(transaction -> rows.write(database.jdbc()));
        } catch (DataIntegrityViolationException e) {
            if (Partitions.dayIsGone(e)) {
                // It went to a file in this moment. Nothing is wrong with the record: it is written again, into a new
                // partition.
                partitions.forgetKnown();
                throw new TransientDataAccessResourceException("a day was taken to a file meanwhile", e);
            }
            throw e;
        }
    }
}
