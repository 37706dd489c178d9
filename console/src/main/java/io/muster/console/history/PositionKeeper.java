package io.muster.console.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Runs the {@link PositionArchive} once an hour, on a thread of its own, so that what is stored now never waits for what goes to files. */
final class PositionKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PositionKeeper.class);
    private static final Duration ROUND = Duration.ofHours(1);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration UNTIL_THERE = Duration.ofSeconds(1);

    private final PositionArchive archive;
    private final BooleanSupplier tablesAreThere;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable String trouble;

    PositionKeeper(PositionArchive archive, BooleanSupplier tablesAreThere) {
        this.archive = archive;
        this.tablesAreThere = tablesAreThere;
        this.thread = new Thread(this::run, "position-keeper");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** What kept the last round from its end; null when nothing did. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private void run() {
        try {
            Duration wait = Duration.ZERO;
            while (!stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                wait = tablesAreThere.getAsBoolean() ? round() : UNTIL_THERE;
            }
        } catch (InterruptedException e) {
            LOG.warn("positions go to no more files: interrupted");
        }
    }

    private Duration round() {
        try {
            archive.run(Instant.now());
            trouble = null;
            return ROUND;
        } catch (IOException | UncheckedIOException | DataAccessException | TransactionException e) {
            LOG.warn("positions stay in the database, and are tried again: {}", e.toString());
            trouble = e.toString();
            return RETRY;
        }
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
