package io.muster.stream.time;

import io.muster.stream.input.Control;
import io.muster.stream.input.RawRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Raw records to records in time. Runs once per job: see {@link SequenceFunction}. */
public final class SequenceStage {

    public static DataStream<Sequenced> inOnePlace(DataStream<RawRecord> raw, SequenceFunction function) {
        return raw.process(function)
                .returns(TypeInformation.of(Sequenced.class))
                .uid("sequence")
                .name("sequence")
                .setParallelism(1)
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<Sequenced>forGenerator(context -> new CarriedWatermarks())
                                .withTimestampAssigner((record, before) -> record.arrivalMillis()))
                .uid("watermarks")
                .name("watermarks")
                .setParallelism(1)
                .filter(each -> each.record().control() == Control.RECORD)
                .uid("without-ticks")
                .name("without-ticks")
                .setParallelism(1);
    }

    private SequenceStage() {}
}
