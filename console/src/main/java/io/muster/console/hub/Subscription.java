package io.muster.console.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked to be told.
 *
 * @param id counted from 0 within a session: there are clients that never read it and know messages of their first subscription by 0
 * @param geojson whether by the name of the topic or by a parameter
 * @param params as given, without the token
 */
record Subscription(int id, HubTopic topic, String wire, boolean geojson, Map<String, String> params) {
    Subscription {
        params = Map.copyOf(params);
    }

    /** Whether the document is one that was asked for. A field that is not there is not the one that was asked for. */
    boolean wants(ObjectNode document) {
        JsonNode location = Told.location(topic, document);
        for (Map.Entry<String, String> each : params.entrySet()) {
            String asked = each.getValue();
            boolean fits =
                    switch (each.getKey()) {
                        case "provider_id" ->
                            Ids.providerKey(location.path("provider_id").asText())
                                    .equals(Ids.providerKey(asked));
                        case "provider_type", "source" ->
                            location.path(each.getKey()).asText().equalsIgnoreCase(asked);
                        case "accuracy" ->
                            location.path("accuracy").isNumber()
                                    && location.path("accuracy").asDouble() <= Double.parseDouble(asked);
                        case "floor" ->
                            location.path("floor").isNumber()
                                    && location.path("floor").asDouble() == Double.parseDouble(asked);
                        case "object_type" ->
                            asked.equals(document.path("trackable_id").isTextual() ? "trackable" : "provider");
                        case "id", "fence_id", "foreign_id", "trackable_id", "event_type" ->
                            document.path(each.getKey()).asText().equalsIgnoreCase(asked);
                        // How, not which.
                        default -> true;
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /**
     * The document as this client wants it; null where it has no place in the crs that is asked for.
     *
     * @param document its own copy, changed
     * @throws HubRefusal where the plan changed so that the crs cannot be served any more
     */
    @Nullable
    ObjectNode shaped(ObjectNode document, HubView view) {
        Projection projection = projection(view);
        if (topic == HubTopic.FENCE_EVENTS) {
            return geojson ? Projection.collection(List.of(eventFeature(document, projection))) : document;
        }
        if (topic.places() && Told.location(topic, document) instanceof ObjectNode location) {
            if (!projection.bring(location)) {
                return null;
            }
            return geojson
                    ? Projection.collection(List.of(Projection.feature(document, location, "position")))
                    : document;
        }
        return document;
    }

    Projection projection(HubView view) {
        return Projection.of(
                params.get("crs"), params.get("zone_id"), Boolean.toString(geojson), view.site(), view.frame());
    }

    /** Where it happened is under our own properties: omlox's events have no place. */
    private static ObjectNode eventFeature(ObjectNode event, Projection projection) {
        if (event.path("properties").path("muster").path("position") instanceof ObjectNode position) {
            ObjectNode place = Json.object();
            place.set("position", position.deepCopy());
            place.set("crs", event.path("properties").path("muster").path("crs"));
            if (projection.bring(place)) {
                ObjectNode feature = Projection.feature(event, place, "position");
                event.set("crs", place.path("crs"));
                return feature;
            }
        }
        ObjectNode feature = Json.object().put("type", "Feature").putNull("geometry");
        feature.set("properties", event);
        return feature;
    }
}
