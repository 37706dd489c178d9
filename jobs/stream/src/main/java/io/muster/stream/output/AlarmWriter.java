package io.muster.stream.output;

import io.muster.contract.topic.Headers;
import io.muster.contract.topic.TopicKind;
import io.muster.rules.alarm.AlarmChange;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Writes every change of an alarm to {@code alarms}, and its current state to {@code alarm-states}: at every change, every 5 s while it is open,
 * and a tombstone when it is forgotten. Each record names the writer by its epoch.
 */
final class AlarmWriter extends RichFlatMapFunction<AlarmChange, OutputRecord> {
    private static final long serialVersionUID = 1;

    private final WriterEpoch epoch;
    private transient Map<String, String> headers = Map.of();

    AlarmWriter(WriterEpoch epoch) {
        this.epoch = epoch;
    }

    @Override
    public void open(OpenContext context) {
        headers = Map.of(Headers.WRITER_EPOCH, Long.toString(epoch.open()));
    }

    @Override
    public void flatMap(AlarmChange change, Collector<OutputRecord> out) {
        String id = Alarms.id(change);
        byte[] value = change.forget() ? null : Alarms.write(change, id);
        if (!change.report() && !change.forget()) {
            out.collect(record(change, TopicKind.ALARMS, id, value));
        }
        out.collect(record(change, TopicKind.ALARM_STATES, id, value));
    }

    private OutputRecord record(AlarmChange change, TopicKind topic, String id, byte @Nullable [] value) {
        return new OutputRecord(
                change.site(), topic.wire(), id, null, value, headers, change.timeMillis(), change.seq());
    }
}
