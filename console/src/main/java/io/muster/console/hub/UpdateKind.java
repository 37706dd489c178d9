package io.muster.console.hub;

import io.muster.contract.codec.LocationReader;
import io.muster.contract.codec.ProximityReader;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.omlox.Location;
import io.muster.contract.topic.TopicKind;
import org.jspecify.annotations.Nullable;

/** What vendors may send. */
enum UpdateKind {
    LOCATION(TopicKind.LOCATION_UPDATES) {
        @Override
        Checked check(byte[] bytes) throws Unreadable {
            Location location = LocationReader.read(bytes);
            return new Checked(location.providerId(), location.crs());
        }
    },
    PROXIMITY(TopicKind.PROXIMITY_UPDATES) {
        @Override
        Checked check(byte[] bytes) throws Unreadable {
            return new Checked(ProximityReader.read(bytes).providerId(), null);
        }
    };

    private final TopicKind topic;

    UpdateKind(TopicKind topic) {
        this.topic = topic;
    }

    TopicKind topic() {
        return topic;
    }

    /** By the reader with which the job reads it, so that nothing is taken here and refused there. */
    abstract Checked check(byte[] bytes) throws Unreadable;

    /** @param crs null = it has none */
    record Checked(String providerId, @Nullable String crs) {}
}
