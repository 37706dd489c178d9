package io.muster.stream.output;

import io.muster.contract.topic.TopicKind;
import io.muster.rules.alarm.DeskOutput;
import io.muster.rules.alarm.RefusedCommand;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.fence.Refusal;
import io.muster.rules.gathering.GatheringChange;
import io.muster.rules.notify.NumberedMessage;
import io.muster.rules.occupancy.ZoneCount;
import io.muster.rules.sample.Sample;
import io.muster.rules.window.ZoneWindow;
import io.muster.stream.compliance.ComplianceRecord;
import io.muster.stream.config.LegalLimits;
import io.muster.stream.decode.Rejects;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Urgent;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** What the stages know, in the words of the contract. */
public final class Encode {
    private final TypeInformation<OutputRecord> record;

    public Encode(Carriage carriage) {
        this.record = carriage.of(OutputRecord.class);
    }

    public DataStream<OutputRecord> presence(DataStream<PresenceChange> changes) {
        return changes.flatMap((PresenceChange each, Collector<OutputRecord> out) -> {
                    if (each.crossing() != null) {
                        out.collect(FenceEvents.of(each, each.crossing()));
                    }
                })
                .returns(record)
                .uid("encode-fence-events")
                .name("encode-fence-events");
    }

    /** Where everything goes that was read and not done. */
    public DataStream<OutputRecord> refusals(DataStream<Refusal> refusals) {
        return refusals.map(each -> Rejects.of(
                        each.site(),
                        null,
                        "command_refused",
                        each.detail(),
                        each.origin(),
                        each.partition(),
                        each.offset(),
                        each.timeMillis(),
                        each.trackableId().getBytes(StandardCharsets.UTF_8),
                        null))
                .returns(record)
                .uid("encode-refusals")
                .name("encode-refusals");
    }

    public DataStream<OutputRecord> counts(DataStream<ZoneCount> counts) {
        return counts.map(Occupancies::of)
                .returns(record)
                .uid("encode-occupancy")
                .name("encode-occupancy");
    }

    public DataStream<OutputRecord> windows(DataStream<ZoneWindow> windows) {
        return windows.map(Occupancies::of)
                .returns(record)
                .uid("encode-windows")
                .name("encode-windows");
    }

    public DataStream<OutputRecord> samples(DataStream<Sample> samples) {
        return samples.flatMap(new MotionWriter())
                .returns(record)
                .uid("encode-motions")
                .name("encode-motions");
    }

    public DataStream<OutputRecord> gatherings(DataStream<GatheringChange> changes) {
        return changes.map(Gatherings::of)
                .returns(record)
                .uid("encode-gatherings")
                .name("encode-gatherings");
    }

    /** @param wanted which of the two topics of alarms are written */
    public DataStream<OutputRecord> alarms(DataStream<DeskOutput> told, Set<TopicKind> wanted) {
        return Urgent.stage(told.flatMap(
                        new AlarmWriter(wanted.contains(TopicKind.ALARMS), wanted.contains(TopicKind.ALARM_STATES)))
                .returns(record)
                .uid("alarm-writer")
                .name("alarm-writer"));
    }

    /** Commands that were not carried out go where everything goes that is not used. */
    public DataStream<OutputRecord> refusedCommands(DataStream<RefusedCommand> refused) {
        return refused.map(RefusedCommands::of)
                .returns(record)
                .uid("encode-refused-commands")
                .name("encode-refused-commands");
    }

    public DataStream<OutputRecord> notifications(DataStream<NumberedMessage> messages) {
        return messages.map(Notifications::of)
                .returns(record)
                .uid("encode-notifications")
                .name("encode-notifications");
    }

    public DataStream<OutputRecord> compliance(DataStream<ComplianceRecord> records, LegalLimits limits) {
        return records.map(each -> Compliances.of(each, limits))
                .returns(record)
                .uid("encode-compliance")
                .name("encode-compliance");
    }
}
