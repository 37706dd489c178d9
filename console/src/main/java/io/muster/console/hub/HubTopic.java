package io.muster.console.hub;

import io.muster.contract.topic.TopicKind;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Topics of the WebSocket, and which Kafka topic each comes from. */
enum HubTopic {
    LOCATION_UPDATES(
            TopicKind.LOCATION_UPDATES,
            UpdateKind.LOCATION,
            true,
            Set.of("provider_id", "provider_type", "source", "accuracy", "floor", "crs", "zone_id", "geojson")),
    PROXIMITY_UPDATES(
            TopicKind.PROXIMITY_UPDATES,
            UpdateKind.PROXIMITY,
            true,
            Set.of("provider_id", "provider_type", "source", "accuracy")),
    TRACKABLE_MOTIONS(
            TopicKind.TRACKABLE_MOTIONS,
            null,
            true,
            Set.of("id", "provider_id", "accuracy", "floor", "crs", "zone_id", "geojson")),
    FENCE_EVENTS(
            TopicKind.FENCE_EVENTS,
            null,
            false,
            Set.of(
                    "fence_id",
                    "foreign_id",
                    "provider_id",
                    "trackable_id",
                    "event_type",
                    "object_type",
                    "crs",
                    "zone_id",
                    "geojson"));

    private final String wire = name().toLowerCase(Locale.ROOT);
    private final TopicKind kind;
    private final @Nullable UpdateKind update;
    private final boolean superseded;

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
    private final Set<String> params;

    HubTopic(TopicKind kind, @Nullable UpdateKind update, boolean superseded, Set<String> params) {
        this.kind = kind;
        this.update = update;
        this.superseded = superseded;
        this.params = params;
    }

    String wire() {
        return wire;
    }

    TopicKind kind() {
        return kind;
    }

    /** What clients may send to it; null = nothing. */
    @Nullable
    UpdateKind update() {
        return update;
    }

    /** Whether the next object makes up for one that was left out. */
    boolean superseded() {
        return superseded;
    }

    /** What a subscription may say. */
    Set<String> params() {
        return params;
    }

    /** Whether objects can be told as GeoJSON: they have a place. */
    boolean places() {
        return params.contains("geojson");
    }

    static @Nullable HubTopic of(String wire) {
        for (HubTopic each : values()) {
            if (each.wire.equals(wire)) {
                return each;
            }
        }
        return null;
    }

    static @Nullable HubTopic of(TopicKind kind) {
        for (HubTopic each : values()) {
            if (each.kind == kind) {
                return each;
            }
        }
        return null;
    }
}
