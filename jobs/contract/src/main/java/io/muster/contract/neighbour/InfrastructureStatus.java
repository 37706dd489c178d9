package io.muster.contract.neighbour;

import io.muster.contract.Required;
import io.muster.contract.omlox.Point;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a positioning system says of its fixed devices: the value of {@code infrastructure-status}.
 *
 * @param id of the device; the key
 * @param kind {@code anchor} (a station of the positioning system), {@code beacon} or {@code gateway}
 * @param state {@code online}, {@code offline} or {@code fault}
 * @param name for people; null = not said
 * @param batteryPercent 0 to 100; null = it has none, or it was not said
 * @param position metres in the plan; null = not said
 * @param floor null = not said
 * @param timestamp when it was so
 */
public record InfrastructureStatus(
        String id,
        String kind,
        String state,
        @Nullable String name,
        @Nullable Integer batteryPercent,
        @Nullable Point position,
        @Nullable Double floor,
        Instant timestamp) {
    public InfrastructureStatus {
        Ask.id("id", id);
        Ask.oneOf("kind", kind, List.of("anchor", "beacon", "gateway"));
        Ask.oneOf("state", state, List.of("online", "offline", "fault"));
        if (batteryPercent != null && (batteryPercent < 0 || batteryPercent > 100)) {
            throw new IllegalArgumentException("battery_percent: expected 0 to 100, was " + batteryPercent);
        }
        Required.field("timestamp", timestamp);
    }
}
