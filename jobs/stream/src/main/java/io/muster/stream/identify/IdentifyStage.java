package io.muster.stream.identify;

import io.muster.rules.identify.ClockOptions;
import io.muster.rules.identify.Fix;
import io.muster.rules.identify.Identified;
import io.muster.rules.identify.IdentifyRule;
import io.muster.rules.identify.Report;
import io.muster.rules.identify.TagNews;
import io.muster.rules.identify.TagOptions;
import io.muster.rules.identify.TagState;
import io.muster.stream.decode.Rejects;
import io.muster.stream.decode.Reported;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.Present;
import io.muster.stream.engine.ReferencedRuleFunction;
import io.muster.stream.output.OutputRecord;
import io.muster.stream.reference.Reference;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Reports to fixes of people, and news of tags. */
public record IdentifyStage(DataStream<Identified> identified, DataStream<OutputRecord> rejects) {

    public static IdentifyStage perTag(
            DataStream<Reported> reports,
            BroadcastStream<Reference> references,
            ClockOptions clock,
            TagOptions tags,
            Carriage carriage) {
        SingleOutputStreamOperator<Identified> fixes = reports.keyBy(each -> Keys.of(each.site(), each.providerKey()))
                .connect(references)
                .process(new ReferencedRuleFunction<TagState, Reported, Report, Identified>(
                        new IdentifyRule(clock, tags), new Locate(), "identify", TagState.class, Reported.class))
                .returns(carriage.of(Identified.class))
                .uid("identify")
                .name("identify");
        return new IdentifyStage(fixes, fixes.getSideOutput(Rejects.tag(carriage)));
    }

    public DataStream<Fix> fixes(Carriage carriage) {
        return Present.only(identified, Identified::fix, carriage.of(Fix.class), "fixes");
    }

    /** Few beside the fixes. */
    public DataStream<TagNews> news(Carriage carriage) {
        return Present.only(identified, Identified::news, carriage.of(TagNews.class), "tag-news");
    }
}
