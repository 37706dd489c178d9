package io.muster.stream.decode;

import io.muster.rules.context.Notice;
import io.muster.rules.identify.FeedHeard;
import io.muster.rules.identify.StatusReport;
import io.muster.stream.config.RuleBook;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Urgent;
import io.muster.stream.output.OutputRecord;
import io.muster.stream.reference.Reference;
import io.muster.stream.time.Sequenced;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Bytes to reports, references, notices and rejects, in the place where they are sequenced. */
public record DecodeStage(
        DataStream<Reported> reports,
        DataStream<Reference> references,
        DataStream<Notice> notices,
        DataStream<StatusReport> statuses,
        DataStream<FeedHeard> heard,
        DataStream<OutputRecord> rejects) {

    /** @param rules by which the rules in plans are checked */
    public static DecodeStage where(
            DataStream<Sequenced> records, long settleMillis, RuleBook rules, Carriage carriage) {
        SingleOutputStreamOperator<Reported> reports =
                Urgent.stage(records.process(new DecodeFunction(settleMillis, rules))
                        .returns(carriage.of(Reported.class))
                        .uid("decode")
                        .name("decode")
                        .setParallelism(1));
        return new DecodeStage(
                reports,
                reports.getSideOutput(DecodeFunction.REFERENCES),
                reports.getSideOutput(DecodeFunction.NOTICES),
                reports.getSideOutput(DecodeFunction.STATUSES),
                reports.getSideOutput(DecodeFunction.HEARD),
                reports.getSideOutput(Rejects.tag(carriage)));
    }
}
