package io.muster.console.history;

import io.muster.console.config.Retention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What people did (audit log) and which addresses were called. Taken at once and written by a thread of its own, so that nobody waits for the database, least
 * of all who acknowledges an alarm; while it is away, the lines wait here. Should there be too many, they go to the log of the process instead.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private static final int MOST_WAITING = 100_000;
    private static final int BATCH = 500;
    private static final long RETRY_MILLIS = 1_000;
    private static final String AUDIT = "INSERT INTO audit_log (at, id, who, act, site, object, detail, address)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT DO NOTHING";
    private static final String CALL = "INSERT INTO api_calls (at, id, who, method, path, status, millis, address)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    /** A line with the row that it becomes. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Line(Tables table, Instant at, @Nullable Object[] row) {}

    private final Database database;
    private final Partitions partitions;
    private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final Thread thread;

    public Journal(Database database, Retention retention) {
        this.database = database;
        this.partitions = new Partitions(database.jdbc(), retention);
        this.thread = new Thread(this::run, "journal");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /**
     * @param act a word such as {@code alarm.acknowledge}
     * @param object what it was done to
     * @param detail a JSON object
     */
    public void act(
            String who,
            String act,
            @Nullable String site,
            @Nullable String object,
            String detail,
            @Nullable String address) {
        Instant now = Instant.now();
        take(new Line(Tables.AUDIT_LOG, now, new @Nullable Object[] {
            Sql.time(now), UUID.randomUUID(), who, act, site, object, detail, address
        }));
    }

    /** @param who null = nobody was logged in */
    public void call(
            @Nullable String who, String method, String path, int status, long millis, @Nullable String address) {
        Instant now = Instant.now();
        take(new Line(Tables.API_CALLS, now, new @Nullable Object[] {
            Sql.time(now),
            UUID.randomUUID(),
            who,
            method,
            path.replace('\0', '?'),
            status,
            (int) Math.min(millis, Integer.MAX_VALUE),
            address
        }));
    }

    private void take(Line line) {
        taken.incrementAndGet();
        if (!waiting.offer(line)) {
            written.incrementAndGet();
            LOG.error(
                    "the journal is full, this line goes nowhere else: {} {}",
                    line.table(),
                    Arrays.toString(line.row()));
        }
    }

    /** How many lines wait for the database. */
    public long waiting() {
        return taken.get() - written.get();
    }

    private void run() {
        List<Line> batch = new ArrayList<>();
        try {
            while (stop.getCount() > 0 || !waiting.isEmpty() || !batch.isEmpty()) {
                if (batch.isEmpty()) {
                    Line first = waiting.poll(100, TimeUnit.MILLISECONDS);
                    if (first == null) {
                        continue;
                    }
                    batch.add(first);
                    waiting.drainTo(batch, BATCH - 1);
                }
                try {
                    write(batch);
                    written.addAndGet(batch.size());
                    batch.clear();
                } catch (DataAccessException | TransactionException e) {
                    LOG.debug("the journal waits", e);
                    if (stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                        LOG.error("{} lines of the journal could not be written: {}", waiting(), e.toString());
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("the journal was interrupted; {} lines are lost", waiting());
        }
    }

    private void write(List<Line> batch) {
        for (Line each : batch) {
            partitions.ensure(each.table(), Partitions.dayOf(each.at()));
        }
        database.transactions().executeWithoutResult(transaction -> {
            write(AUDIT, batch, Tables.AUDIT_LOG);
            write(CALL, batch, Tables.API_CALLS);
        });
    }

    private void write(String sql, List<Line> batch, Tables table) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Line each : batch) {
            if (each.table() == table) {
                rows.add(each.row());
            }
        }
        if (!rows.isEmpty()) {
            database.jdbc().batchUpdate(sql, rows);
        }
    }

    /** Writes what waits, if the database takes it. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
