package io.muster.stream.decode;

import io.muster.contract.codec.LocationReader;
import io.muster.contract.codec.ProximityReader;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.omlox.Location;
import io.muster.contract.omlox.Point;
import io.muster.contract.omlox.ProviderType;
import io.muster.contract.omlox.Proximity;
import io.muster.rules.context.Notice;
import io.muster.rules.identify.FeedHeard;
import io.muster.rules.identify.StatusReport;
import io.muster.rules.identify.Technology;
import io.muster.rules.time.Sequencer;
import io.muster.stream.config.RuleBook;
import io.muster.stream.input.RawRecord;
import io.muster.stream.reference.Reference;
import io.muster.stream.time.Sequenced;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Reads bytes. What cannot be read goes out as a reject with its reason; it never fails the job. */
public final class DecodeFunction extends ProcessFunction<Sequenced, Reported> {
    private static final long serialVersionUID = 1;

    /** Plans and people, valid ones only. */
    public static final OutputTag<Reference> REFERENCES =
            new OutputTag<>("references", TypeInformation.of(Reference.class));

    /** What neighbouring systems and control rooms said. */
    public static final OutputTag<Notice> NOTICES = new OutputTag<>("notices", TypeInformation.of(Notice.class));

    /** What tags said of themselves. */
    public static final OutputTag<StatusReport> STATUSES =
            new OutputTag<>("statuses", TypeInformation.of(StatusReport.class));

    /** That vendors send, once in a while. */
    public static final OutputTag<FeedHeard> HEARD = new OutputTag<>("heard", TypeInformation.of(FeedHeard.class));

    private final long settleMillis;
    private final FeedPulse pulse = new FeedPulse();
    private final ReferenceDecoder references;
    private final ProviderKeys providerKeys = new ProviderKeys();

    public DecodeFunction(long settleMillis, RuleBook rules) {
        this.settleMillis = settleMillis;
        this.references = new ReferenceDecoder(rules);
    }

    @Override
    public void processElement(Sequenced in, Context context, Collector<Reported> out) {
        RawRecord raw = in.record();
        FeedHeard heard = pulse.of(raw, in.arrivalMillis());
        if (heard != null) {
            context.output(HEARD, heard);
        }
        try {
            switch (raw.kind()) {
                case LOCATION_UPDATES -> out.collect(location(raw, in.arrivalMillis()));
                case PROXIMITY_UPDATES -> out.collect(proximity(raw, in.arrivalMillis()));
                case PLANS -> {
                    if (raw.value() != null) {
                        context.output(REFERENCES, references.plan(raw, in.arrivalMillis()));
                    }
                }
                case TRACKABLES -> context.output(REFERENCES, references.person(raw, in.arrivalMillis()));
                case PROVIDER_STATUS -> {
                    StatusReport status = NoticeDecoder.status(raw, in.arrivalMillis(), providerKeys);
                    context.output(STATUSES, status);
                    out.collect(said(raw, status));
                }
                case PERMITS -> context.output(NOTICES, NoticeDecoder.permit(raw, in.arrivalMillis()));
                case GAS_ALARMS -> context.output(NOTICES, NoticeDecoder.gasAlarm(raw, in.arrivalMillis()));
                case EVACUATIONS -> context.output(NOTICES, NoticeDecoder.evacuation(raw, in.arrivalMillis()));
                case GATE_PASSES -> context.output(NOTICES, NoticeDecoder.gatePass(raw, in.arrivalMillis()));
                case ALARM_COMMANDS -> context.output(NOTICES, NoticeDecoder.command(raw, in.arrivalMillis()));
                default -> {
                    // Inspections and the status of the infrastructure are recorded and replayed; no rule reads them.
                }
            }
        } catch (Unreadable e) {
            context.output(
                    Rejects.TAG,
                    Rejects.of(
                            raw.site(),
                            raw.vendor(),
                            e.reason().wire(),
                            e.detail(),
                            raw.topic(),
                            raw.partition(),
                            raw.offset(),
                            in.arrivalMillis(),
                            raw.key(),
                            raw.value()));
        }
    }

    private Reported location(RawRecord raw, long arrival) throws Unreadable {
        Location location = LocationReader.read(bytes(raw));
        Point position = location.position();
        double z = position.coordinates().size() > 2 && !"wgs84".equals(location.elevationRef())
                ? position.coordinates().get(2)
                : 0;
        String crs = location.crs() == null ? "local" : location.crs();
        Long generated = millis(location.timestampGenerated(), location.timestampSent());
        return reported(
                raw,
                arrival,
                technology(location.providerType()),
                location.providerId(),
                null,
                crs,
                position.coordinates().get(0),
                position.coordinates().get(1),
                z,
                location.floor(),
                location.accuracy(),
                generated,
                crs.equals("local") ? null : raw.value());
    }

    private Reported proximity(RawRecord raw, long arrival) throws Unreadable {
        Proximity sighting = ProximityReader.read(bytes(raw));
        return reported(
                raw,
                arrival,
                Technology.BLE,
                sighting.providerId(),
                sighting.source(),
                "",
                0,
                0,
                0,
                null,
                sighting.accuracy(),
                millis(sighting.timestampGenerated(), sighting.timestampSent()),
                raw.value());
    }

    private Reported reported(
            RawRecord raw,
            long arrival,
            Technology technology,
            String providerId,
            @Nullable String beacon,
            String crs,
            double first,
            double second,
            double z,
            @Nullable Double floor,
            @Nullable Double accuracy,
            @Nullable Long generated,
            byte @Nullable [] original) {
        long event = generated == null ? arrival : generated;
        return new Reported(
                raw.site(),
                raw.vendor() == null ? "" : raw.vendor(),
                technology,
                providerId,
                providerKeys.of(providerId),
                beacon,
                crs,
                first,
                second,
                z,
                floor,
                accuracy,
                generated,
                Sequencer.orderingMillis(event, arrival, settleMillis),
                arrival,
                raw.topic(),
                raw.partition(),
                raw.offset(),
                raw.key(),
                original,
                null);
    }

    private static Reported said(RawRecord raw, StatusReport status) {
        return new Reported(
                status.site(),
                status.vendor(),
                Technology.OTHER,
                status.providerId(),
                status.providerKey(),
                null,
                "",
                0,
                0,
                0,
                null,
                null,
                null,
                status.timeMillis(),
                status.timeMillis(),
                status.origin(),
                status.partition(),
                status.offset(),
                raw.key(),
                null,
                status);
    }

    private static byte[] bytes(RawRecord raw) {
        byte[] value = raw.value();
        return value == null ? new byte[0] : value;
    }

    private static @Nullable Long millis(@Nullable Instant generated, @Nullable Instant sent) {
        Instant chosen = generated == null ? sent : generated;
        return chosen == null ? null : chosen.toEpochMilli();
    }

    private static Technology technology(ProviderType type) {
        return switch (type) {
            case UWB -> Technology.UWB;
            case IBEACON -> Technology.BLE;
            case GPS -> Technology.GNSS;
            default -> Technology.OTHER;
        };
    }
}
