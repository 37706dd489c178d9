package io.muster.contract.omlox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.Required;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is, fused from all their tags: an omlox TrackableMotion, the value of {@code trackable-motions}. {@code site} and
 * {@code seq} are in {@code properties.muster}.
 *
 * @param id of the trackable
 * @param extrusion metres
 * @param geometry GeoJSON Polygon
 * @param properties those of the trackable, and ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrackableMotion(
        String id,
        @Nullable String name,
        @Nullable Double extrusion,
        @Nullable ObjectNode geometry,
        Location location,
        @Nullable ObjectNode properties) {
    public TrackableMotion {
        Required.field("id", id);
        Required.field("location", location);
    }
}
