package io.muster.launcher.feed;

import io.muster.contract.codec.Ids;
import io.muster.contract.codec.LocationReader;
import io.muster.contract.codec.ProximityReader;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.omlox.Location;
import io.muster.contract.omlox.Proximity;
import io.muster.contract.topic.TopicKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a vendor that could be read.
 *
 * @param tag in the form in which tags are matched
 * @param providerId as the vendor wrote it
 * @param beacon that was heard; empty for a place
 * @param generatedMillis {@code timestamp_generated}, else {@code timestamp_sent}; null = neither was there
 */
record FeedMessage(
        String tag,
        String providerId,
        String beacon,
        @Nullable Long generatedMillis) {

    /**
     * Reads it as the job does.
     *
     * @param kind {@link TopicKind#LOCATION_UPDATES} or {@link TopicKind#PROXIMITY_UPDATES}
     * @throws Unreadable with the reason for which the job rejects it
     */
    static FeedMessage read(TopicKind kind, byte @Nullable [] value) throws Unreadable {
        byte[] bytes = value == null ? new byte[0] : value;
        if (kind == TopicKind.PROXIMITY_UPDATES) {
            Proximity sighting = ProximityReader.read(bytes);
            return of(
                    sighting.providerId(), sighting.source(), sighting.timestampGenerated(), sighting.timestampSent());
        }
        Location location = LocationReader.read(bytes);
        return of(location.providerId(), "", location.timestampGenerated(), location.timestampSent());
    }

    private static FeedMessage of(
            String providerId, String beacon, @Nullable Instant generated, @Nullable Instant sent) {
        Instant time = generated == null ? sent : generated;
        return new FeedMessage(
                Ids.providerKey(providerId), providerId, beacon, time == null ? null : time.toEpochMilli());
    }
}
