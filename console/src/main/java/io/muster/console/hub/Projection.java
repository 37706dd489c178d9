package io.muster.console.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.geometry.FrameException;
import io.muster.geometry.SiteFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a caller wants to have places.
 *
 * @param crs {@code local} or {@code EPSG:4326}; null = as they are
 * @param geojson as GeoJSON, in {@code EPSG:4326} where the plan has an origin and nothing else is asked for
 */
record Projection(@Nullable String crs, boolean geojson, SiteFrame frame) {
    /**
     * @param zoneId by whose frame; null = that of the site, the only one there is
     * @throws HubRefusal where it cannot be served
     */
    static Projection of(
            @Nullable String crs, @Nullable String zoneId, @Nullable String geojson, String site, SiteFrame frame) {
        if (geojson != null && !geojson.equals("true") && !geojson.equals("false")) {
            throw HubRefusal.badRequest("geojson: expected true or false, was '" + geojson + "'");
        }
        if (zoneId != null && !zoneId.equalsIgnoreCase(Zones.siteZoneId(site)) && !zoneId.equals(site)) {
            throw HubRefusal.badRequest("zone_id: expected " + Zones.siteZoneId(site)
                    + ", the zone of the site and the only one with a frame, was '" + zoneId + "'");
        }
        boolean asFeatures = "true".equals(geojson);
        if (crs == null) {
            return new Projection(asFeatures && frame.hasOrigin() ? SiteFrame.WGS84 : null, asFeatures, frame);
        }
        if (crs.equalsIgnoreCase(SiteFrame.LOCAL)) {
            return new Projection(SiteFrame.LOCAL, asFeatures, frame);
        }
        if (!crs.equalsIgnoreCase(SiteFrame.WGS84)) {
            throw HubRefusal.badRequest("crs: expected 'local' or 'EPSG:4326', was '" + crs + "'");
        }
        if (!frame.hasOrigin()) {
            throw HubRefusal.badRequest(
                    "crs: expected 'local', since the plan of the site has no origin, was '" + crs + "'");
        }
        return new Projection(SiteFrame.WGS84, asFeatures, frame);
    }

    /**
     * Brings the Location into the crs that is asked for.
     *
     * @param location changed in place
     * @return false where it has no answer there
     */
    boolean bring(ObjectNode location) {
        String from = location.path("crs").asText(SiteFrame.LOCAL);
        if (crs == null || from.equalsIgnoreCase(crs)) {
            location.put("crs", crs == null ? from : crs);
            return true;
        }
        JsonNode coordinates = location.path("position").path("coordinates");
        try {
            double[] local = frame.toLocal(
                    from, coordinates.path(0).asDouble(), coordinates.path(1).asDouble());
            double[] there = crs.equals(SiteFrame.LOCAL) ? local : frame.toLonLat(local[0], local[1]);
            ObjectNode point = Json.object().put("type", "Point");
            ArrayNode numbers = point.putArray("coordinates").add(there[0]).add(there[1]);
            if (coordinates.size() > 2) {
                numbers.add(coordinates.get(2));
            }
            location.set("position", point);
            location.put("crs", crs);
            return true;
        } catch (FrameException e) {
            return false;
        }
    }

    /** {x, y} in metres; null where the Location has no place in the frame. */
    static double @Nullable [] local(JsonNode location, SiteFrame frame) {
        JsonNode coordinates = location.path("position").path("coordinates");
        try {
            return frame.toLocal(
                    location.path("crs").asText(SiteFrame.LOCAL),
                    coordinates.path(0).asDouble(),
                    coordinates.path(1).asDouble());
        } catch (FrameException e) {
            return null;
        }
    }

    /** {longitude, latitude}, or the same point where local metres are wanted. */
    double[] point(double x, double y) {
        return SiteFrame.WGS84.equals(crs) ? frame.toLonLat(x, y) : new double[] {x, y};
    }

    /** What the crs of our own shapes becomes. */
    String shapes() {
        return crs == null ? SiteFrame.LOCAL : crs;
    }

    /** @param place the field that holds the geometry */
    static ObjectNode feature(ObjectNode document, ObjectNode holder, String place) {
        ObjectNode feature = Json.object().put("type", "Feature");
        JsonNode geometry = holder.remove(place);
        feature.set("geometry", geometry);
        feature.set("properties", document);
        return feature;
    }

    static ObjectNode collection(List<ObjectNode> features) {
        ObjectNode collection = Json.object().put("type", "FeatureCollection");
        collection.putArray("features").addAll(features);
        return collection;
    }
}
