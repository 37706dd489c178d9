package io.muster.launcher.record;

import io.muster.contract.codec.Envelope;
import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Holds records until they can be told in the order of a recording: arrival, topic, partition, offset. */
final class ArrivalOrder {
    static final Comparator<Envelope> ORDER = Comparator.comparingLong(Envelope::arrivalMillis)
            .thenComparing(Envelope::topic)
            .thenComparingInt(Envelope::partition)
            .thenComparingLong(Envelope::offset);

    private final PriorityQueue<Envelope> held = new PriorityQueue<>(ORDER);
    /** What arrived before this has been told. */
    private long told = Long.MIN_VALUE;

    private long raised;

    /** Takes what is told. */
    interface Out {
        void write(Envelope envelope) throws IOException;
    }

    /**
     * A record that arrived before what was told already, which a topic with times of its own or a broker's clock that jumped can bring, is told as if
     * it had arrived with the last of that: nothing is lost, and the recording stays sorted.
     */
    void add(Envelope record) {
        if (record.arrivalMillis() >= told) {
            held.add(record);
            return;
        }
        raised++;
        held.add(new Envelope(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                told,
                record.headers(),
                record.value()));
    }

    /** Tells what arrived before this moment. */
    void tellBefore(long millis, Out out) throws IOException {
        while (!held.isEmpty() && held.element().arrivalMillis() < millis) {
            out.write(held.remove());
        }
        told = Math.max(told, millis);
    }

    int held() {
        return held.size();
    }

    /** Records whose arrival was raised. */
    long raised() {
        return raised;
    }
}
