package io.muster.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How an embedded broker is started.
 *
 * @param dir where it keeps its data ({@code data}), its log ({@code logs}) and its settings; made when missing. null = a
 *     directory of its own below the system's temporary one, always deleted on close
 * @param port of the listener on 127.0.0.1, 1..65535; 0 = a free one is chosen
 * @param keepData true: a restart on the same {@code dir} finds its topics again. false: what the broker wrote is deleted on close,
 *     and a {@code dir} that already holds the data of a broker is refused rather than overwritten
 * @param heapMb largest Java heap of the broker in MiB, at least 128; empty = {@value #DEFAULT_HEAP_MB}
 * @param overrides broker settings by their Kafka names that replace or join ours; the identity, the listeners and the directories
 *     of the node are not replaceable
 */
public record KafkaProcessOptions(
        @Nullable Path dir, int port, boolean keepData, OptionalInt heapMb, Map<String, String> overrides) {

    /** Enough for a plant of a few thousand people; the page cache does the rest. */
    public static final int DEFAULT_HEAP_MB = 512;

    private static final int MIN_HEAP_MB = 128;

    /** @throws IllegalArgumentException for a port or a heap outside its range, in one line */
    public KafkaProcessOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the port of Kafka must be 0 (any free one) to 65535, was " + port);
        }
        if (heapMb.isPresent() && heapMb.getAsInt() < MIN_HEAP_MB) {
            throw new IllegalArgumentException(
                    "the heap of Kafka must be at least " + MIN_HEAP_MB + " MiB, was " + heapMb.getAsInt());
        }
        if (keepData && dir == null) {
            throw new IllegalArgumentException("to keep the data of Kafka, name a directory for it");
        }
        overrides = Map.copyOf(overrides);
    }

    /** A broker on a free port that leaves nothing behind. */
    public static KafkaProcessOptions temporary() {
        return new KafkaProcessOptions(null, 0, false, OptionalInt.empty(), Map.of());
    }

    /** A broker on a free port whose data outlives it in {@code dir}. */
    public static KafkaProcessOptions keeping(Path dir) {
        return new KafkaProcessOptions(dir, 0, true, OptionalInt.empty(), Map.of());
    }

    /** The same on this port; 0 = a free one. */
    public KafkaProcessOptions withPort(int newPort) {
        return new KafkaProcessOptions(dir, newPort, keepData, heapMb, overrides);
    }

    /** The same with a heap of at most so many MiB. */
    public KafkaProcessOptions withHeapMb(int newHeapMb) {
        return new KafkaProcessOptions(dir, port, keepData, OptionalInt.of(newHeapMb), overrides);
    }

    /** The same with these broker settings in place of the former overrides. */
    public KafkaProcessOptions withOverrides(Map<String, String> newOverrides) {
        return new KafkaProcessOptions(dir, port, keepData, heapMb, newOverrides);
    }
}
