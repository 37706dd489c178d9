package io.muster.stream.output;

import io.muster.contract.topic.TopicKind;
import io.muster.rules.alarm.AlarmChange;
import io.muster.rules.alarm.DeskOutput;
import io.muster.rules.alarm.Tombstone;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Writes every change of an alarm to {@code alarms}, and its current state to {@code alarm-states}: at every change, again while it is open,
 * and a tombstone when it is forgotten.
 */
final class AlarmWriter implements FlatMapFunction<DeskOutput, OutputRecord> {
    private static final long serialVersionUID = 1;

    private final boolean changes;
    private final boolean states;

    /** Which of the two somebody wants. */
    AlarmWriter(boolean changes, boolean states) {
        this.changes = changes;
        this.states = states;
    }

    @Override
    public void flatMap(DeskOutput told, Collector<OutputRecord> out) {
        AlarmChange change = told.change();
        Tombstone forgotten = told.forgotten();
        if (change != null) {
            byte[] value = Alarms.write(change);
            if (changes && !change.report()) {
                out.collect(record(change, TopicKind.ALARMS, value));
            }
            if (states) {
                out.collect(record(change, TopicKind.ALARM_STATES, value));
            }
        } else if (forgotten != null && states) {
            out.collect(new OutputRecord(
                    forgotten.site(),
                    TopicKind.ALARM_STATES.wire(),
                    forgotten.alarmId(),
                    null,
                    null,
                    Map.of(),
                    told.forgottenMillis(),
                    forgotten.seq()));
        }
    }

    private static OutputRecord record(AlarmChange change, TopicKind topic, byte[] value) {
        return new OutputRecord(
                change.site(),
                topic.wire(),
                change.alarmId(),
                null,
                value,
                Map.of(),
                change.timeMillis(),
                change.seq());
    }
}
