package io.muster.stream.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.contract.omlox.Location;
import io.muster.contract.omlox.ProviderType;
import io.muster.contract.omlox.TrackableMotion;
import io.muster.contract.topic.TopicKind;
import io.muster.rules.identify.Technology;
import io.muster.rules.sample.Sample;
import java.time.Instant;

/** Samples as omlox TrackableMotions, by the contract's codec: what {@link MotionWriter} writes is held against this. */
final class Motions {

    static OutputRecord of(Sample sample) {
        Location location = Location.of(
                        Texts.point(sample.x(), sample.y(), sample.z()),
                        sample.site(),
                        type(sample.technology()),
                        sample.providerId())
                .at(Instant.ofEpochMilli(sample.eventMillis()), null)
                .on("local", sample.floor())
                .within(sample.accuracyMetres());
        ObjectNode ours = Json.strict().createObjectNode();
        ObjectNode muster = ours.putObject("muster");
        muster.put("site", sample.site());
        muster.put("seq", sample.seq());
        muster.put("department", sample.who().department());
        muster.put("person_type", sample.who().personType());
        muster.put("plan_version", sample.planVersion());
        sample.fenceIds().forEach(muster.putArray("fence_ids")::add);
        TrackableMotion motion = new TrackableMotion(sample.trackableId(), null, null, null, location, ours);
        return Texts.record(
                sample.site(),
                TopicKind.TRACKABLE_MOTIONS,
                sample.trackableId(),
                motion,
                sample.timeMillis(),
                sample.seq());
    }

    static ProviderType type(Technology technology) {
        return switch (technology) {
            case UWB -> ProviderType.UWB;
            case BLE -> ProviderType.IBEACON;
            case GNSS -> ProviderType.GPS;
            case OTHER -> ProviderType.UNKNOWN;
        };
    }

    private Motions() {}
}
