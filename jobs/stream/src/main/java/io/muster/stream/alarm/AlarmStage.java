package io.muster.stream.alarm;

import io.muster.rules.alarm.AlarmChange;
import io.muster.rules.alarm.AlarmOptions;
import io.muster.rules.alarm.AlarmRule;
import io.muster.rules.alarm.AlarmState;
import io.muster.rules.alarm.Finding;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.RuleFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Findings to alarms. */
public final class AlarmStage {

    public static DataStream<AlarmChange> perSubject(DataStream<Finding> findings, AlarmOptions options) {
        return findings.keyBy(each -> Keys.of(each.site(), each.kind(), each.subjectId()))
                .process(new RuleFunction<>(new AlarmRule(options), "alarm", AlarmState.class, Finding.class))
                .returns(TypeInformation.of(AlarmChange.class))
                .uid("alarm")
                .name("alarm");
    }

    private AlarmStage() {}
}
