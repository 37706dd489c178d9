package io.muster.stream.engine;

import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Stages on the way of what is told without waiting for time (SOS). They hand on what they have after 5 ms; the others take longer, since each way between
 * two subtasks costs a thread that wakes up as often.
 */
public final class Urgent {
    /** What such a stage waits for company at most, milliseconds. */
    public static final long FLUSH_MILLIS = 5;

    public static <T> SingleOutputStreamOperator<T> stage(SingleOutputStreamOperator<T> stage) {
        return stage.setBufferTimeout(FLUSH_MILLIS);
    }

    private Urgent() {}
}
