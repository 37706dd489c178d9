package io.muster.console.hub;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for one client. Nobody who puts something in waits for it: a thread is taken while there is something to write, and one client that reads slowly
 * holds that one. When it is full, the oldest position goes, since a newer one makes up for it; events and answers do not go, and a client that leaves so many
 * of them unread is cut off, so that it knows.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Waiting objects of each sort. */
    static final int MOST = 1_000;
    /** Objects of one subscription that travel in one message. */
    private static final int TOGETHER = 100;

    /** How a frame gets to the client. */
    interface Wire {
        /** Waits until it is written. */
        void write(String frame) throws IOException;

        void cut(String reason);
    }

    /**
     * Something to be told.
     *
     * @param subscription null = it is a whole frame: an answer or an error
     * @param json an object of the topic, or the frame
     */
    record Item(@Nullable Subscription subscription, String json) {}

    private final Wire wire;
    private final Executor threads;
    private final Runnable dropped;
    private final Deque<Item> answers = new ArrayDeque<>();
    private final Deque<Item> positions = new ArrayDeque<>();
    private boolean writing;
    private boolean closed;

    /** @param dropped told of every object that was left out */
    Outbox(Wire wire, Executor threads, Runnable dropped) {
        this.wire = wire;
        this.threads = threads;
        this.dropped = dropped;
    }

    void put(Item item) {
        boolean cut = false;
        boolean start = false;
        synchronized (this) {
            if (closed) {
                return;
            }
            Subscription subscription = item.subscription();
            boolean superseded = subscription != null && subscription.topic().superseded();
            Deque<Item> queue = superseded ? positions : answers;
            if (queue.size() >= MOST) {
                if (superseded) {
                    queue.removeFirst();
                    dropped.run();
                } else {
                    closed = true;
                    cut = true;
                }
            }
            if (!cut) {
                queue.addLast(item);
                start = !writing;
                writing = true;
            }
        }
        if (cut) {
            wire.cut("it leaves " + MOST + " events unread");
        } else if (start) {
            threads.execute(this::write);
        }
    }

    synchronized void close() {
        closed = true;
        answers.clear();
        positions.clear();
    }

    private void write() {
        try {
            for (String frame = next(); frame != null; frame = next()) {
                wire.write(frame);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("a client of the hub takes no more", e);
            close();
            wire.cut("it could not be written to in time");
        }
    }

    private synchronized @Nullable String next() {
        Deque<Item> queue = answers.isEmpty() ? positions : answers;
        Item first = closed ? null : queue.pollFirst();
        if (first == null) {
            writing = false;
            return null;
        }
        Subscription subscription = first.subscription();
        if (subscription == null) {
            return first.json();
        }
        List<String> objects = new ArrayList<>();
        objects.add(first.json());
        while (objects.size() < TOGETHER) {
            Item more = queue.peekFirst();
            if (more == null || !subscription.equals(more.subscription())) {
                break;
            }
            objects.add(more.json());
            queue.removeFirst();
        }
        return "{\"event\":\"message\",\"topic\":\"" + subscription.wire() + "\",\"subscription_id\":"
                + subscription.id() + ",\"payload\":[" + String.join(",", objects) + "]}";
    }
}
