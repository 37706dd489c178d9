package io.muster.stream.output;

import io.muster.rules.alarm.AlarmChange;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.gathering.GatheringChange;
import io.muster.rules.gathering.GatheringOptions;
import io.muster.rules.occupancy.ZoneCount;
import io.muster.rules.sample.Sample;
import io.muster.rules.window.ZoneWindow;
import io.muster.stream.compliance.ComplianceRecord;
import io.muster.stream.config.LegalLimits;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** What the stages know, in the words of the contract. */
public final class Encode {
    private static final TypeInformation<OutputRecord> RECORD = TypeInformation.of(OutputRecord.class);

    public static DataStream<OutputRecord> presence(DataStream<PresenceChange> changes) {
        return changes.flatMap((PresenceChange each, Collector<OutputRecord> out) -> {
                    if (each.crossing() != null) {
                        out.collect(FenceEvents.of(each, each.crossing()));
                    }
                })
                .returns(RECORD)
                .uid("encode-fence-events")
                .name("encode-fence-events");
    }

    public static DataStream<OutputRecord> counts(DataStream<ZoneCount> counts) {
        return counts.map(Occupancies::of)
                .returns(RECORD)
                .uid("encode-occupancy")
                .name("encode-occupancy");
    }

    public static DataStream<OutputRecord> windows(DataStream<ZoneWindow> windows) {
        return windows.map(Occupancies::of)
                .returns(RECORD)
                .uid("encode-windows")
                .name("encode-windows");
    }

    public static DataStream<OutputRecord> samples(DataStream<Sample> samples) {
        return samples.flatMap(new MotionWriter())
                .returns(RECORD)
                .uid("encode-motions")
                .name("encode-motions");
    }

    public static DataStream<OutputRecord> gatherings(DataStream<GatheringChange> changes, GatheringOptions options) {
        return changes.map(each -> Gatherings.of(each, options))
                .returns(RECORD)
                .uid("encode-gatherings")
                .name("encode-gatherings");
    }

    public static DataStream<OutputRecord> alarms(DataStream<AlarmChange> changes) {
        return changes.flatMap(new AlarmWriter())
                .returns(RECORD)
                .uid("alarm-writer")
                .name("alarm-writer");
    }

    public static DataStream<OutputRecord> compliance(DataStream<ComplianceRecord> records, LegalLimits limits) {
        return records.map(each -> Compliances.of(each, limits))
                .returns(RECORD)
                .uid("encode-compliance")
                .name("encode-compliance");
    }

    private Encode() {}
}
