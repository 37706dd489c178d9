package io.muster.stream.local;

import io.muster.stream.engine.Carriage;
import io.muster.stream.input.RawRecord;
import io.muster.stream.output.OutputRecord;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * Hands iterators and drains to operators of the same process, which Flink makes from serialised copies: the copies carry a number, and find the
 * real thing here.
 */
public final class LocalEnds implements AutoCloseable {
    private static final Map<Long, LocalEnds> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong();

    /** Takes what goes out. Called by one thread, in the order (time, key, seq). */
    public interface Drain {
        void accept(OutputRecord record) throws Exception;
    }

    private final long number = NEXT.incrementAndGet();
    private final Iterator<RawRecord> feed;
    private final Drain drain;
    private final HandOver handOver = new HandOver();

    private LocalEnds(Iterator<RawRecord> feed, Drain drain) {
        this.feed = feed;
        this.drain = drain;
    }

    public static LocalEnds open(Iterator<RawRecord> feed, Drain drain) {
        LocalEnds ends = new LocalEnds(feed, drain);
        OPEN.put(ends.number, ends);
        return ends;
    }

    public FeedSource source() {
        return new FeedSource(number);
    }

    public DrainSink sink() {
        return new DrainSink(number);
    }

    /** Between operators of this process records go from hand to hand. */
    public Carriage carriage() {
        return new ByHand(number);
    }

    @Override
    public void close() {
        OPEN.remove(number);
    }

    static Iterator<RawRecord> feed(long number) {
        return find(number).feed;
    }

    static Drain drain(long number) {
        return find(number).drain;
    }

    static HandOver handOver(long number) {
        return find(number).handOver;
    }

    private record ByHand(long number) implements Carriage {
        @Override
        public <T> TypeInformation<T> of(Class<T> type) {
            return new HandedType<>(number, type);
        }
    }

    private static LocalEnds find(long number) {
        @Nullable LocalEnds ends = OPEN.get(number);
        if (ends == null) {
            throw new IllegalStateException("local ends " + number + " are not open in this process");
        }
        return ends;
    }
}
