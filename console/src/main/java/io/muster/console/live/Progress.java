package io.muster.console.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How far each topic has been read. */
final class Progress {
    private final Map<String, Long> next = new HashMap<>();

    synchronized void reached(String topic, long nextOffset) {
        next.merge(topic, nextOffset, Math::max);
        notifyAll();
    }

    /** Waits until everything before this offset was read; false where it took longer. */
    synchronized boolean await(String topic, long offset, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (offset > 0 && next.getOrDefault(topic, 0L) < offset) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
