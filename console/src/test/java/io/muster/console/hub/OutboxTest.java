package io.muster.console.hub;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that does not read, and one that does. */
@Timeout(60)
class OutboxTest {
    private static final Subscription MOTIONS =
            new Subscription(0, HubTopic.TRACKABLE_MOTIONS, "trackable_motions", false, Map.of());
    private static final Subscription EVENTS =
            new Subscription(1, HubTopic.FENCE_EVENTS, "fence_events", false, Map.of());

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger dropped = new AtomicInteger();

    /** Reads once it is let. */
    private static final class Reader implements Outbox.Wire {
        private final CountDownLatch reads = new CountDownLatch(1);
        private final CountDownLatch asked = new CountDownLatch(1);
        private final List<String> frames = new CopyOnWriteArrayList<>();
        private final List<String> cuts = new CopyOnWriteArrayList<>();

        @Override
        public void write(String frame) throws IOException {
            asked.countDown();
            try {
                reads.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            frames.add(frame);
        }

        @Override
        public void cut(String reason) {
            cuts.add(reason);
        }
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private Outbox box(Reader reader) {
        return new Outbox(reader, threads, dropped::incrementAndGet);
    }

    @Test
    void aClientThatDoesNotReadDelaysNobodyElse() throws Exception {
        Reader slow = new Reader();
        Reader quick = new Reader();
        quick.reads.countDown();
        Outbox first = box(slow);
        Outbox second = box(quick);
        for (int i = 0; i < 5_000; i++) {
            first.put(new Outbox.Item(MOTIONS, "{\"n\":" + i + "}"));
        }
        slow.asked.await();
        second.put(new Outbox.Item(MOTIONS, "{}"));
        await().atMost(Duration.ofSeconds(30)).until(() -> quick.frames.size() == 1);
        assertEquals(List.of(), slow.frames);
    }

    @Test
    void theOldestPositionsGoAndTheNewestArrive() throws Exception {
        Reader slow = new Reader();
        Outbox box = box(slow);
        box.put(new Outbox.Item(MOTIONS, "{\"n\":\"first\"}"));
        slow.asked.await();
        for (int i = 0; i < Outbox.MOST + 7; i++) {
            box.put(new Outbox.Item(MOTIONS, "{\"n\":" + i + "}"));
        }
        assertEquals(7, dropped.get());
        slow.reads.countDown();
        String last = "{\"n\":" + (Outbox.MOST + 6) + "}]}";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !slow.frames.isEmpty()
                        && slow.frames.get(slow.frames.size() - 1).endsWith(last));
        assertEquals(
                "{\"event\":\"message\",\"topic\":\"trackable_motions\",\"subscription_id\":0,\"payload\":[{\"n\":\"first\"}]}",
                slow.frames.get(0));
        assertTrue(slow.frames.get(1).contains("[{\"n\":7},{\"n\":8}"), slow.frames.get(1));
        assertEquals(11, slow.frames.size(), "a hundred in a message");
        assertEquals(List.of(), slow.cuts);
    }

    @Test
    void eventsAreNeverLeftOutSoWhoLeavesThemIsCutOff() throws Exception {
        Reader slow = new Reader();
        Outbox box = box(slow);
        box.put(new Outbox.Item(EVENTS, "{}"));
        slow.asked.await();
        for (int i = 0; i < Outbox.MOST; i++) {
            box.put(new Outbox.Item(EVENTS, "{}"));
        }
        assertEquals(List.of(), slow.cuts);
        box.put(new Outbox.Item(EVENTS, "{}"));
        assertEquals(List.of("it leaves 1000 events unread"), slow.cuts);
        assertEquals(0, dropped.get());
    }

    @Test
    void eventsGoBeforePositionsThatWait() throws Exception {
        Reader slow = new Reader();
        Outbox box = box(slow);
        box.put(new Outbox.Item(MOTIONS, "{\"n\":1}"));
        slow.asked.await();
        box.put(new Outbox.Item(MOTIONS, "{\"n\":2}"));
        box.put(new Outbox.Item(EVENTS, "{\"n\":3}"));
        slow.reads.countDown();
        await().atMost(Duration.ofSeconds(30)).until(() -> slow.frames.size() == 3);
        assertTrue(slow.frames.get(1).contains("fence_events"), slow.frames.toString());
    }
}
