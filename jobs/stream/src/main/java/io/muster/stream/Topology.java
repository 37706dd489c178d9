package io.muster.stream;

import io.muster.rules.identify.Fix;
import io.muster.rules.identify.Identified;
import io.muster.rules.place.Placed;
import io.muster.stream.alarm.AlarmStage;
import io.muster.stream.compliance.ComplianceStage;
import io.muster.stream.compliance.WallClock;
import io.muster.stream.config.JobConfig;
import io.muster.stream.decode.DecodeStage;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.ReferencedRuleFunction;
import io.muster.stream.fence.FenceStage;
import io.muster.stream.fuse.FuseStage;
import io.muster.stream.gathering.GatheringStage;
import io.muster.stream.identify.IdentifyStage;
import io.muster.stream.input.RawRecord;
import io.muster.stream.occupancy.OccupancyStage;
import io.muster.stream.output.Encode;
import io.muster.stream.output.OutputRecord;
import io.muster.stream.plan.PlanStage;
import io.muster.stream.sample.SampleStage;
import io.muster.stream.time.SequenceFunction;
import io.muster.stream.time.SequenceStage;
import io.muster.stream.window.WindowStage;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/**
 * The whole job, top to bottom. Raw records of all input topics come in, records of all output topics go out; where from and where to is
 * plugged in: Kafka, files, lists.
 */
public final class Topology {

    /**
     * @param raw every input, in one place, in the order of each partition
     * @param sequence puts them in time: knows whether ticks come from a live log or a file
     * @param clock tells how late a result is; files have none
     */
    public static DataStream<OutputRecord> build(
            DataStream<RawRecord> raw, SequenceFunction sequence, WallClock clock, JobConfig config) {
        var records = SequenceStage.inOnePlace(raw, sequence); // arrival and watermark
        var decoded = DecodeStage.where(records, config.settleMillis()); // still in one place
        var references = decoded.references().broadcast(ReferencedRuleFunction.REFERENCES); // to every subtask
        var zones = PlanStage.perSite(decoded.references()); // site

        var identified = IdentifyStage.perTag(decoded.reports(), references, config.clock()); // site, tag
        var fixes = identified
                .fixes()
                .map(Identified::fix)
                .returns(TypeInformation.of(Fix.class))
                .uid("fixes")
                .name("fixes");
        var placed = samePerson(FuseStage.perPerson(fixes, references, config.fuse(), config.place())); // site, person
        var presence = FenceStage.perPerson(placed); // site, person: every fix
        var occupancy = OccupancyStage.perZone(presence, zones, config.occupancy()); // site, fence: presence changes
        var samples = SampleStage.perPerson(placed, config.sampling()); // site, person: at most one a second
        var gathering = GatheringStage.perFloor(samples, config.gathering()); // site, floor
        var windows = WindowStage.perZone(occupancy.counts(), samples, config.window()); // site, fence
        var alarms = AlarmStage.perSubject(
                occupancy.findings().union(gathering.findings()), config.alarm()); // site, kind, subject

        var rejects = decoded.rejects().union(identified.rejects());
        var compliance = ComplianceStage.perSite(
                identified.fixes(), gathering.evaluations(), rejects, config.profile(), config.limits(), clock); // site

        return Encode.presence(presence)
                .union(
                        Encode.counts(occupancy.counts()),
                        Encode.samples(samples),
                        Encode.gatherings(gathering.changes(), config.gathering()),
                        Encode.windows(windows),
                        Encode.alarms(alarms),
                        Encode.compliance(compliance, config.limits()),
                        rejects);
    }

    /** What is told of a person comes from one place and in order, so nothing has to be sent around again. */
    private static KeyedStream<Placed, String> samePerson(DataStream<Placed> placed) {
        return DataStreamUtils.reinterpretAsKeyedStream(
                placed, each -> Keys.of(each.position().site(), each.position().trackableId()), Types.STRING);
    }

    private Topology() {}
}
