package io.muster.stream.handover;

import io.muster.stream.output.OutputRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The last thing before alarms go out, in one place: so that one writer tells an alarm from its first number to its last. */
public final class HandoverStage {

    public static DataStream<OutputRecord> inOnePlace(DataStream<OutputRecord> alarms, EarlierAlarms earlier) {
        return alarms.transform("handover", TypeInformation.of(OutputRecord.class), new HandoverOperator(earlier))
                .uid("handover")
                .setParallelism(1);
    }

    private HandoverStage() {}
}
