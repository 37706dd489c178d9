package io.muster.console.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.LocationReader;
import io.muster.contract.codec.ProximityReader;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.omlox.FenceEvent;
import io.muster.contract.omlox.TrackableMotion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An object of a topic, checked, as it was written. */
final class Told {
    private final HubTopic topic;
    private final byte[] bytes;
    private final String id;
    private final @Nullable String vendor;
    private final Instant heardAt;

    private Told(HubTopic topic, byte[] bytes, String id, @Nullable String vendor, Instant heardAt) {
        this.topic = topic;
        this.bytes = bytes;
        this.id = id;
        this.vendor = vendor;
        this.heardAt = heardAt;
    }

    /** @throws Unreadable where it is no such object */
    static Told read(HubTopic topic, byte[] bytes, @Nullable String vendor, Instant heardAt) throws Unreadable {
        String id =
                switch (topic) {
                    case LOCATION_UPDATES ->
                        Ids.providerKey(LocationReader.read(bytes).providerId());
                    case PROXIMITY_UPDATES ->
                        Ids.providerKey(ProximityReader.read(bytes).providerId());
                    case TRACKABLE_MOTIONS ->
                        Json.readOwn(bytes, TrackableMotion.class).id();
                    case FENCE_EVENTS -> Json.readOwn(bytes, FenceEvent.class).id();
                };
        return new Told(topic, bytes, id, vendor, heardAt);
    }

    HubTopic topic() {
        return topic;
    }

    /** Of the provider, in the form in which they are matched; of the trackable; of the event. */
    String id() {
        return id;
    }

    @Nullable
    String vendor() {
        return vendor;
    }

    /** When the broker took it. */
    Instant heardAt() {
        return heardAt;
    }

    /** A new tree, with every field that was written. */
    ObjectNode document() {
        try {
            return Json.readOwn(bytes, ObjectNode.class);
        } catch (Unreadable e) {
            throw new IllegalStateException("it was read before", e);
        }
    }

    /** The Location of a document of this topic: itself, or what a motion holds. */
    static JsonNode location(HubTopic topic, ObjectNode document) {
        return topic == HubTopic.TRACKABLE_MOTIONS ? document.path("location") : document;
    }
}
