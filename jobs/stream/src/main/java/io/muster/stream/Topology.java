package io.muster.stream;

import io.muster.contract.topic.TopicKind;
import io.muster.rules.fence.FenceInput;
import io.muster.stream.alarm.AlarmStage;
import io.muster.stream.compliance.ComplianceStage;
import io.muster.stream.compliance.WallClock;
import io.muster.stream.config.JobConfig;
import io.muster.stream.decode.DecodeStage;
import io.muster.stream.device.DeviceStage;
import io.muster.stream.device.SosStage;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Keys;
import io.muster.stream.engine.ReferencedRuleFunction;
import io.muster.stream.engine.Ruled;
import io.muster.stream.fence.FenceStage;
import io.muster.stream.fuse.FuseStage;
import io.muster.stream.gathering.GatheringStage;
import io.muster.stream.identify.IdentifyStage;
import io.muster.stream.input.RawRecord;
import io.muster.stream.notify.NotifyStage;
import io.muster.stream.occupancy.OccupancyStage;
import io.muster.stream.output.Encode;
import io.muster.stream.output.OutputRecord;
import io.muster.stream.output.Outputs;
import io.muster.stream.output.WireNames;
import io.muster.stream.plan.PlanStage;
import io.muster.stream.risk.RiskStage;
import io.muster.stream.sample.SampleStage;
import io.muster.stream.time.SequenceFunction;
import io.muster.stream.time.SequenceStage;
import io.muster.stream.watch.WatchStage;
import io.muster.stream.window.WindowStage;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.jspecify.annotations.Nullable;

/**
 * The whole job, top to bottom. Raw records of all input topics come in, records of all output topics go out; where from and where to is
 * plugged in: Kafka, files, lists.
 */
public final class Topology {

    /** All output topics, between processes. */
    public static Outputs build(
            DataStream<RawRecord> raw, SequenceFunction sequence, WallClock clock, JobConfig config) {
        return build(raw, sequence, clock, config, Carriage.bytes(), EnumSet.allOf(TopicKind.class));
    }

    /**
     * @param raw every input, in one place, in the order of each partition
     * @param sequence puts them in time: knows whether ticks come from a live log or a file
     * @param clock tells how late a result is; files have none
     * @param carriage how records travel between stages
     * @param wanted output topics; what only another one needs is not done at all. Rejects go out always
     */
    public static Outputs build(
            DataStream<RawRecord> raw,
            SequenceFunction sequence,
            WallClock clock,
            JobConfig config,
            Carriage carriage,
            Set<TopicKind> wanted) {
        var records = SequenceStage.inOnePlace(raw, sequence); // arrival and watermark
        var decoded = DecodeStage.where(records, config.settleMillis(), config.rules(), carriage); // still in one place
        var references = decoded.references().broadcast(ReferencedRuleFunction.REFERENCES); // to every subtask
        var zones = PlanStage.perSite(decoded.references()); // site
        var ruled = Ruled.by(config.rules(), decoded.references()); // what plans say of rules, to every subtask
        var identified = IdentifyStage.perTag(
                decoded.reports(), references, config.clock(), config.tags(), carriage); // site, tag
        var fixes = identified.fixes(carriage);
        var device = DeviceStage.of(
                identified.news(carriage),
                decoded.heard(),
                decoded.notices(),
                references,
                ruled,
                carriage); // site, tag; site, person; site, vendor; site
        var heard = FuseStage.perPerson(
                fixes, device.notices(), references, config.fuse(), config.place(), carriage); // site, person
        var placed = samePerson(FuseStage.placed(heard), each -> each.position().site(), each -> each.position()
                .trackableId());
        var fences = FenceStage.perPerson(
                samePerson(heard, FenceInput::site, FenceInput::trackableId),
                config.fences()); // site, person: every fix
        var presence = fences.presence();
        var occupancy =
                OccupancyStage.perZone(presence, zones, config.occupancy(), carriage); // site, fence: presence changes
        var samples = SampleStage.perPerson(placed, config.sampling(), carriage); // site, person: at most one a second
        var gathering = GatheringStage.perFloor(samples, ruled); // site, floor
        var risk =
                RiskStage.perSite(gathering.changes(), zones, decoded.notices(), ruled, carriage); // site: all floors
        var watch = WatchStage.findings(presence, zones, ruled, carriage); // site, fence; then site, person
        var findings = occupancy.findings().union(risk.findings(), watch, device.findings());
        var names = new WireNames();
        var alarms = AlarmStage.perSite(findings, decoded.notices(), ruled, names, carriage); // site

        var encode = new Encode(carriage);
        var rejects = decoded.rejects().union(identified.rejects());
        var refused = encode.refusals(fences.refusals()).union(encode.refusedCommands(alarms.refusals()));
        var out = new Wanted(wanted, rejects.union(refused));
        out.add(TopicKind.FENCE_EVENTS, () -> encode.presence(presence));
        out.add(TopicKind.ZONE_OCCUPANCY, () -> encode.counts(occupancy.counts()));
        out.add(TopicKind.TRACKABLE_MOTIONS, () -> encode.samples(samples));
        out.add(TopicKind.GATHERING_EVENTS, () -> encode.gatherings(risk.changes()));
        var windows = new Once<>(
                () -> WindowStage.perZone(occupancy.counts(), samples, config.window(), carriage)); // site, fence
        out.add(TopicKind.OCCUPANCY_WINDOWS, () -> encode.windows(windows.get()));
        out.alarms(() -> {
            var atOnce = SosStage.perTag(decoded.statuses(), names); // site, tag: does not wait for time
            return encode.alarms(alarms.with(atOnce), wanted);
        });
        out.add(
                TopicKind.NOTIFICATIONS,
                () -> encode.notifications(
                        NotifyStage.perRecipient(alarms.told(), references, carriage))); // site, alarm; site, recipient
        out.add(TopicKind.COMPLIANCE, () -> {
            var compliance = ComplianceStage.perSite(
                    identified.identified(),
                    gathering.evaluations(),
                    windows.get(),
                    occupancy.counts(),
                    rejects,
                    config.profile(),
                    clock,
                    carriage); // site
            return encode.compliance(compliance, config.limits());
        });
        return out.all();
    }

    /** The outputs that somebody wants. */
    private static final class Wanted {
        private final Set<TopicKind> wanted;
        private DataStream<OutputRecord> others;
        private @Nullable DataStream<OutputRecord> alarms;

        Wanted(Set<TopicKind> wanted, DataStream<OutputRecord> rejects) {
            this.wanted = wanted;
            this.others = rejects;
        }

        void add(TopicKind topic, Supplier<DataStream<OutputRecord>> stream) {
            if (wanted.contains(topic)) {
                others = others.union(stream.get());
            }
        }

        void alarms(Supplier<DataStream<OutputRecord>> stream) {
            if (wanted.contains(TopicKind.ALARMS) || wanted.contains(TopicKind.ALARM_STATES)) {
                alarms = stream.get();
            }
        }

        Outputs all() {
            return new Outputs(alarms, others);
        }
    }

    /** A stage that several outputs want, made when the first of them does. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> made;
        private @Nullable T there;

        Once(Supplier<T> made) {
            this.made = made;
        }

        @Override
        public T get() {
            T now = there == null ? made.get() : there;
            there = now;
            return now;
        }
    }

    /** What is told of a person comes from one place and in order, so nothing has to be sent around again. */
    private static <T> KeyedStream<T, String> samePerson(DataStream<T> stream, Of<T> site, Of<T> trackableId) {
        return DataStreamUtils.reinterpretAsKeyedStream(
                stream, each -> Keys.of(site.of(each), trackableId.of(each)), Types.STRING);
    }

    private interface Of<T> extends Serializable {
        String of(T record);
    }

    private Topology() {}
}
