package io.muster.contract.omlox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider (tag) is: an omlox Location, the value of {@code location-updates}.
 *
 * @param position read with {@code crs}
 * @param source RTLS that produced it: zone id or {@code foreign_id}, or the device itself
 * @param providerType technology
 * @param providerId the tag, as received; match on {@link io.muster.contract.codec.Ids#providerKey}
 * @param trackables UUIDs of those that carry it, as the vendor knows them
 * @param timestampGenerated when the position was computed, by the vendor's clock
 * @param timestampSent when it was sent
 * @param crs {@code local} or {@code EPSG:n}; null means {@code local}
 * @param associated Wi-Fi association
 * @param accuracy horizontal, metres
 * @param floor 0 = ground, fractions are mezzanines; null = not known
 * @param trueHeading degrees, negative = invalid
 * @param magneticHeading degrees
 * @param headingAccuracy degrees
 * @param elevationRef {@code floor} (default) or {@code wgs84}: what z means
 * @param speed m/s
 * @param course degrees clockwise from true north
 * @param properties vendor data, kept as it came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Location(
        Point position,
        String source,
        ProviderType providerType,
        String providerId,
        @Nullable List<String> trackables,
        @Nullable Instant timestampGenerated,
        @Nullable Instant timestampSent,
        @Nullable String crs,
        @Nullable Boolean associated,
        @Nullable Double accuracy,
        @Nullable Double floor,
        @Nullable Double trueHeading,
        @Nullable Double magneticHeading,
        @Nullable Double headingAccuracy,
        @Nullable String elevationRef,
        @Nullable Double speed,
        @Nullable Double course,
        @Nullable ObjectNode properties) {
    public Location {
        Required.field("position", position);
        Required.field("source", source);
        Required.field("provider_type", providerType);
        Required.field("provider_id", providerId);
        trackables = trackables == null ? null : List.copyOf(trackables);
    }

    /** The least that omlox demands of a Location: everything else null. */
    public static Location of(Point position, String source, ProviderType providerType, String providerId) {
        return new Location(
                position,
                source,
                providerType,
                providerId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same with these times. */
    public Location at(@Nullable Instant generated, @Nullable Instant sent) {
        return new Location(
                position,
                source,
                providerType,
                providerId,
                trackables,
                generated,
                sent,
                crs,
                associated,
                accuracy,
                floor,
                trueHeading,
                magneticHeading,
                headingAccuracy,
                elevationRef,
                speed,
                course,
                properties);
    }

    /** The same in this crs and on this floor. */
    public Location on(@Nullable String newCrs, @Nullable Double newFloor) {
        return new Location(
                position,
                source,
                providerType,
                providerId,
                trackables,
                timestampGenerated,
                timestampSent,
                newCrs,
                associated,
                accuracy,
                newFloor,
                trueHeading,
                magneticHeading,
                headingAccuracy,
                elevationRef,
                speed,
                course,
                properties);
    }

    /** The same with this accuracy, metres. */
    public Location within(@Nullable Double accuracyMetres) {
        return new Location(
                position,
                source,
                providerType,
                providerId,
                trackables,
                timestampGenerated,
                timestampSent,
                crs,
                associated,
                accuracyMetres,
                floor,
                trueHeading,
                magneticHeading,
                headingAccuracy,
                elevationRef,
                speed,
                course,
                properties);
    }

    /** The same with these properties. */
    public Location with(@Nullable ObjectNode newProperties) {
        return new Location(
                position,
                source,
                providerType,
                providerId,
                trackables,
                timestampGenerated,
                timestampSent,
                crs,
                associated,
                accuracy,
                floor,
                trueHeading,
                magneticHeading,
                headingAccuracy,
                elevationRef,
                speed,
                course,
                newProperties);
    }
}
