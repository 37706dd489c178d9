package io.muster.contract.omlox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.Required;
import org.jspecify.annotations.Nullable;

/**
 * An omlox Fence, as feature properties of a plan hold it and as other omlox software exchanges it.
 *
 * @param id UUID
 * @param region GeoJSON Point or Polygon
 * @param radius metres; Point only
 * @param extrusion metres
 * @param floor null = every floor
 * @param foreignId the id of another system
 * @param timeout silence after which an exit is told, ms, -1 = never (default)
 * @param exitTolerance metres
 * @param toleranceTimeout ms, -1 = never
 * @param exitDelay ms
 * @param crs absent means {@code EPSG:4326}, the opposite of a Location: always written by us
 * @param zoneId mandatory where crs is {@code local}
 * @param elevationRef {@code floor} or {@code wgs84}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fence(
        String id,
        ObjectNode region,
        @Nullable Double radius,
        @Nullable Double extrusion,
        @Nullable Double floor,
        @Nullable String foreignId,
        @Nullable String name,
        @Nullable Long timeout,
        @Nullable Double exitTolerance,
        @Nullable Long toleranceTimeout,
        @Nullable Long exitDelay,
        @Nullable String crs,
        @Nullable String zoneId,
        @Nullable String elevationRef,
        @Nullable ObjectNode properties) {
    public Fence {
        Required.field("id", id);
        Required.field("region", region);
    }
}
