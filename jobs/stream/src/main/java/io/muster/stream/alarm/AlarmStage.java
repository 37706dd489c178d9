package io.muster.stream.alarm;

import io.muster.rules.alarm.AlarmChange;
import io.muster.rules.alarm.AlarmDeskRule;
import io.muster.rules.alarm.AlarmDeskState;
import io.muster.rules.alarm.AlarmNames;
import io.muster.rules.alarm.DeskInput;
import io.muster.rules.alarm.DeskOutput;
import io.muster.rules.alarm.Finding;
import io.muster.rules.alarm.RefusedCommand;
import io.muster.rules.context.Notice;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Present;
import io.muster.stream.engine.Ruled;
import io.muster.stream.engine.Urgent;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Findings and commands to alarms, and to refused commands. */
public record AlarmStage(DataStream<DeskOutput> told) {

    public static AlarmStage perSite(
            DataStream<Finding> findings,
            DataStream<Notice> notices,
            Ruled ruled,
            AlarmNames names,
            Carriage carriage) {
        TypeInformation<DeskInput> input = carriage.of(DeskInput.class);
        DataStream<DeskInput> inputs = findings.map(DeskInput::of)
                .returns(input)
                .uid("findings-of-sites")
                .name("findings-of-sites")
                .union(Present.only(notices, DeskInput::of, input, "commands-of-sites"));
        return new AlarmStage(ruled.process(
                inputs.keyBy(DeskInput::site, Types.STRING),
                (config, planVersion) -> new AlarmDeskRule(config.alarm(), names),
                "alarm",
                AlarmDeskState.class,
                DeskInput.class,
                DeskOutput.class));
    }

    /** Together with alarms that were told before time came to them. */
    public DataStream<DeskOutput> with(DataStream<AlarmChange> atOnce) {
        return told.union(Urgent.stage(atOnce.map(DeskOutput::of)
                .returns(TypeInformation.of(DeskOutput.class))
                .uid("alarms-at-once")
                .name("alarms-at-once")));
    }

    /** Alarms alone. */
    public DataStream<AlarmChange> changes(Carriage carriage) {
        return Present.only(told, DeskOutput::change, carriage.of(AlarmChange.class), "alarm-changes");
    }

    /** Commands that were not carried out. */
    public DataStream<RefusedCommand> refusals() {
        return Present.only(told, DeskOutput::refusal, RefusedCommand.class, "refused-commands");
    }
}
