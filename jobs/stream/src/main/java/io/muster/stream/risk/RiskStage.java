package io.muster.stream.risk;

import io.muster.rules.alarm.Finding;
import io.muster.rules.context.Notice;
import io.muster.rules.gathering.GatheringChange;
import io.muster.rules.plan.ZoneDefinition;
import io.muster.rules.risk.RiskInput;
import io.muster.rules.risk.RiskOutput;
import io.muster.rules.risk.RiskRule;
import io.muster.rules.risk.RiskState;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Present;
import io.muster.stream.engine.Ruled;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Gatherings of all floors and what surrounds them, to gatherings with their level, and findings. */
public record RiskStage(DataStream<GatheringChange> changes, DataStream<Finding> findings) {

    public static RiskStage perSite(
            DataStream<GatheringChange> gatherings,
            DataStream<ZoneDefinition> zones,
            DataStream<Notice> notices,
            Ruled ruled,
            Carriage carriage) {
        TypeInformation<RiskInput> input = carriage.of(RiskInput.class);
        DataStream<RiskInput> inputs = gatherings
                .map(RiskInput::of)
                .returns(input)
                .uid("gathering-to-risk")
                .name("gathering-to-risk")
                .union(
                        zones.map(RiskInput::of)
                                .returns(input)
                                .uid("definition-to-risk")
                                .name("definition-to-risk"),
                        notices.filter(RiskStage::matters)
                                .uid("notices-of-risk")
                                .name("notices-of-risk")
                                .map(RiskInput::of)
                                .returns(input)
                                .uid("notice-to-risk")
                                .name("notice-to-risk"));
        DataStream<RiskOutput> out = ruled.process(
                inputs.keyBy(RiskInput::site),
                (config, planVersion) -> new RiskRule(config.risk(), planVersion),
                "risk",
                RiskState.class,
                RiskInput.class,
                RiskOutput.class);
        return new RiskStage(
                Present.only(out, RiskOutput::change, GatheringChange.class, "risk-changes"),
                Present.only(out, RiskOutput::finding, Finding.class, "risk-findings"));
    }

    private static boolean matters(Notice notice) {
        return notice.permit() != null || notice.gasAlarm() != null || notice.evacuation() != null;
    }
}
