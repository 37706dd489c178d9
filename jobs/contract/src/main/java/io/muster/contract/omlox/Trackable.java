package io.muster.contract.omlox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person (or thing) and what they carry: an omlox Trackable, the value of {@code trackables}. What we add is read by
 * {@link io.muster.contract.people.PeopleReader}.
 *
 * @param id UUID
 * @param type {@code omlox} or {@code virtual}
 * @param name as the plant calls them
 * @param geometry GeoJSON Polygon, body shape
 * @param extrusion metres
 * @param locationProviders tags; one tag belongs to one trackable at a time
 * @param fenceTimeout ms, -1 = never; null = the fence's
 * @param exitTolerance metres; null = the fence's
 * @param toleranceTimeout ms, -1 = never; null = the fence's
 * @param exitDelay ms; null = the fence's
 * @param radius metres around each position
 * @param properties {@code properties.muster} is ours, the rest is kept as it came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trackable(
        String id,
        String type,
        @Nullable String name,
        @Nullable ObjectNode geometry,
        @Nullable Double extrusion,
        @Nullable List<String> locationProviders,
        @Nullable Long fenceTimeout,
        @Nullable Double exitTolerance,
        @Nullable Long toleranceTimeout,
        @Nullable Long exitDelay,
        @Nullable Double radius,
        @Nullable List<LocatingRule> locatingRules,
        @Nullable ObjectNode properties) {
    public Trackable {
        Required.field("id", id);
        Required.field("type", type);
        locationProviders = locationProviders == null ? null : List.copyOf(locationProviders);
        locatingRules = locatingRules == null ? null : List.copyOf(locatingRules);
    }
}
