package io.muster.stream.kafka;

import io.muster.stream.time.TickPort;

/** Ticks into the input partitions of a live log. */
final class KafkaTickPort implements TickPort {
    private static final long serialVersionUID = 1;

    private final KafkaEnds ends;

    KafkaTickPort(KafkaEnds ends) {
        this.ends = ends;
    }

    @Override
    public Ticking open() {
        return new KafkaTicking(ends);
    }
}
