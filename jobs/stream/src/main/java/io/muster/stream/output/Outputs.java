package io.muster.stream.output;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that goes out.
 *
 * @param alarms {@code alarms} and {@code alarm-states}, apart because one writer tells them; null where nobody wants them
 * @param others all other topics
 */
public record Outputs(@Nullable DataStream<OutputRecord> alarms, DataStream<OutputRecord> others) {

    public DataStream<OutputRecord> all() {
        return alarms == null ? others : others.union(alarms);
    }
}
