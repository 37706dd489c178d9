package io.muster.stream.device;

import io.muster.rules.alarm.AlarmChange;
import io.muster.rules.alarm.AlarmNames;
import io.muster.rules.device.SosRule;
import io.muster.rules.device.SosState;
import io.muster.rules.identify.StatusReport;
import io.muster.stream.engine.InOrderRuleFunction;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.Urgent;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** SOS at once: what a tag says comes in the order of its log, and nothing waits for time. */
public final class SosStage {

    public static DataStream<AlarmChange> perTag(DataStream<StatusReport> statuses, AlarmNames names) {
        return Urgent.stage(statuses.keyBy(each -> Keys.of(each.site(), each.providerKey()))
                .process(new InOrderRuleFunction<>(new SosRule(names), "sos", SosState.class))
                .returns(TypeInformation.of(AlarmChange.class))
                .uid("sos")
                .name("sos"));
    }

    private SosStage() {}
}
