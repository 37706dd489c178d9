package io.muster.stream.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.omlox.FenceEvent;
import io.muster.contract.omlox.FenceEventType;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.value.FenceEventProperties;
import io.muster.rules.fence.Crossing;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.identify.Mark;
import java.time.Instant;
import java.util.Locale;

/** Changes of presence that are omlox fence events. */
final class FenceEvents {

    static OutputRecord of(PresenceChange change, Crossing crossing) {
        boolean entry = crossing == Crossing.ENTRY;
        Instant decided = Instant.ofEpochMilli(change.eventMillis());
        FenceEventProperties ours = new FenceEventProperties(
                change.site(),
                change.seq(),
                change.reason(),
                change.by(),
                Texts.point(change.x(), change.y(), 0),
                "local",
                change.floor(),
                change.accuracyMetres(),
                entry ? null : change.dwellMillis(),
                change.planVersion(),
                change.marks().contains(Mark.LATE),
                "certain",
                change.technology().name().toLowerCase(Locale.ROOT));
        ObjectNode properties = Json.strict().createObjectNode();
        properties.set("muster", Json.strict().valueToTree(ours));
        FenceEvent event = new FenceEvent(
                Ids.uuid5(
                        change.site(),
                        "fence-event",
                        change.fenceId(),
                        change.trackableId(),
                        crossing.name(),
                        Long.toString(change.eventMillis()),
                        Long.toString(change.seq())),
                change.fenceId(),
                entry ? FenceEventType.REGION_ENTRY : FenceEventType.REGION_EXIT,
                null,
                change.trackableId(),
                null,
                null,
                Instant.ofEpochMilli(change.sinceMillis()),
                entry ? null : decided,
                properties);
        return Texts.record(
                change.site(), TopicKind.FENCE_EVENTS, change.trackableId(), event, change.timeMillis(), change.seq());
    }

    private FenceEvents() {}
}
