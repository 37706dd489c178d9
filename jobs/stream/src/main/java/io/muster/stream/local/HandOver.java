package io.muster.stream.local;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Records on their way between operators of this process. They are immutable, so instead of their bytes a number travels, and whoever reads the number
 * takes the record. Flink's buffers carry the number from thread to thread, and with it what was written before.
 */
final class HandOver {
    private static final int BLOCK_BITS = 8;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private static final class Block {
        final @Nullable Object[] records = new @Nullable Object[BLOCK];
        final AtomicInteger left = new AtomicInteger(BLOCK);
    }

    private final Map<Long, Block> blocks = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong();

    /** One end that gives. For one thread. */
    final class Giver {
        private long number;
        private Block block = new Block();
        private int used = BLOCK;

        long give(Object record) {
            if (used == BLOCK) {
                number = next.getAndIncrement();
                block = new Block();
                blocks.put(number, block);
                used = 0;
            }
            block.records[used] = record;
            return (number << BLOCK_BITS) | used++;
        }
    }

    /** One end that takes. For one thread. */
    final class Taker {
        private long number = -1;
        private Block block = new Block();

        Object take(long ticket) {
            long wanted = ticket >>> BLOCK_BITS;
            if (wanted != number) {
                Block found = blocks.get(wanted);
                if (found == null) {
                    throw new IllegalStateException("record " + ticket + " was taken before");
                }
                number = wanted;
                block = found;
            }
            int place = (int) (ticket & (BLOCK - 1));
            Object record = block.records[place];
            if (record == null) {
                throw new IllegalStateException("record " + ticket + " was taken before");
            }
            block.records[place] = null;
            if (block.left.decrementAndGet() == 0) {
                blocks.remove(number);
            }
            return record;
        }
    }
}
