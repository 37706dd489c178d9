package io.muster.stream.output;

import io.muster.contract.topic.TopicKind;
import io.muster.rules.alarm.AlarmChange;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Writes every change of an alarm to {@code alarms}, and its current state to {@code alarm-states}: at every change, every 5 s while it is open,
 * and a tombstone when it is forgotten.
 */
final class AlarmWriter implements FlatMapFunction<AlarmChange, OutputRecord> {
    private static final long serialVersionUID = 1;

    private final boolean changes;
    private final boolean states;

    /** Which of the two somebody wants. */
    AlarmWriter(boolean changes, boolean states) {
        this.changes = changes;
        this.states = states;
    }

    @Override
    public void flatMap(AlarmChange change, Collector<OutputRecord> out) {
        String id = Alarms.id(change);
        byte[] value = change.forget() ? null : Alarms.write(change, id);
        if (changes && !change.report() && !change.forget()) {
            out.collect(record(change, TopicKind.ALARMS, id, value));
        }
        if (states) {
            out.collect(record(change, TopicKind.ALARM_STATES, id, value));
        }
    }

    private static OutputRecord record(AlarmChange change, TopicKind topic, String id, byte @Nullable [] value) {
        return new OutputRecord(
                change.site(), topic.wire(), id, null, value, Map.of(), change.timeMillis(), change.seq());
    }
}
