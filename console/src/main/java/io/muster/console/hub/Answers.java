package io.muster.console.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers as omlox has them: written by the contract's codec, so that every number keeps its digits. */
final class Answers {
    static ResponseEntity<byte[]> of(JsonNode document) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Json.write(document));
    }

    static ResponseEntity<byte[]> list(List<ObjectNode> documents) {
        ArrayNode array = Json.strict().createArrayNode();
        array.addAll(documents);
        return of(array);
    }

    static ResponseEntity<byte[]> ids(Collection<String> ids) {
        ArrayNode array = Json.strict().createArrayNode();
        ids.forEach(array::add);
        return of(array);
    }

    /** A Location, as it is asked for. */
    static ResponseEntity<byte[]> location(@Nullable ObjectNode location, Projection projection, String what) {
        return single(location, location, projection, what);
    }

    static ResponseEntity<byte[]> motion(@Nullable ObjectNode motion, Projection projection, String what) {
        return single(motion, motion == null ? null : place(motion), projection, what);
    }

    private static ResponseEntity<byte[]> single(
            @Nullable ObjectNode document, @Nullable ObjectNode location, Projection projection, String what) {
        if (document == null || location == null) {
            throw HubRefusal.notThere("nothing was heard of " + what + " yet");
        }
        if (!projection.bring(location)) {
            throw HubRefusal.badRequest("crs: the last place of " + what + " has no answer in " + projection.crs());
        }
        return of(projection.geojson() ? Projection.feature(document, location, "position") : document);
    }

    /** Those that have no answer in the crs that is asked for are left out. */
    static ResponseEntity<byte[]> locations(Collection<ObjectNode> locations, Projection projection) {
        List<ObjectNode> all = new ArrayList<>();
        for (ObjectNode each : locations) {
            if (projection.bring(each)) {
                all.add(projection.geojson() ? Projection.feature(each, each, "position") : each);
            }
        }
        return places(all, projection);
    }

    /** Those that have no answer in the crs that is asked for are left out. */
    static ResponseEntity<byte[]> motions(Collection<ObjectNode> motions, Projection projection) {
        List<ObjectNode> all = new ArrayList<>();
        for (ObjectNode each : motions) {
            ObjectNode location = place(each);
            if (projection.bring(location)) {
                all.add(projection.geojson() ? Projection.feature(each, location, "position") : each);
            }
        }
        return places(all, projection);
    }

    static ResponseEntity<byte[]> fences(List<ObjectNode> fences, Projection projection) {
        return places(
                projection.geojson()
                        ? fences.stream()
                                .map(each -> Projection.feature(each, each, "region"))
                                .toList()
                        : fences,
                projection);
    }

    private static ResponseEntity<byte[]> places(List<ObjectNode> documents, Projection projection) {
        return projection.geojson() ? of(Projection.collection(documents)) : list(documents);
    }

    private static ObjectNode place(ObjectNode motion) {
        return (ObjectNode) motion.path("location");
    }

    private Answers() {}
}
