package io.muster.stream.identify;

import io.muster.rules.identify.ClockOptions;
import io.muster.rules.identify.ClockState;
import io.muster.rules.identify.Identified;
import io.muster.rules.identify.IdentifyRule;
import io.muster.rules.identify.Report;
import io.muster.stream.decode.Rejects;
import io.muster.stream.decode.Reported;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.ReferencedRuleFunction;
import io.muster.stream.output.OutputRecord;
import io.muster.stream.reference.Reference;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Reports to fixes of people. */
public record IdentifyStage(DataStream<Identified> fixes, DataStream<OutputRecord> rejects) {

    public static IdentifyStage perTag(
            DataStream<Reported> reports,
            BroadcastStream<Reference> references,
            ClockOptions options,
            Carriage carriage) {
        SingleOutputStreamOperator<Identified> fixes = reports.keyBy(each -> Keys.of(each.site(), each.providerKey()))
                .connect(references)
                .process(new ReferencedRuleFunction<ClockState, Reported, Report, Identified>(
                        new IdentifyRule(options), new Locate(), "identify", ClockState.class, Reported.class))
                .returns(carriage.of(Identified.class))
                .uid("identify")
                .name("identify");
        return new IdentifyStage(fixes, fixes.getSideOutput(Rejects.tag(carriage)));
    }
}
