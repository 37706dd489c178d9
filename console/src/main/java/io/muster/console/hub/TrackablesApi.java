package io.muster.console.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.contract.plan.PlanFence;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** omlox Trackables: the people of a site, and where they are. */
@Hidden
@RestController
@RequestMapping(HubPaths.BASE + "/trackables")
public class TrackablesApi {
    private final Hub hub;

    TrackablesApi(Hub hub) {
        this.hub = hub;
    }

    @GetMapping
    ResponseEntity<byte[]> ids(Authentication who, @PathVariable String site) {
        return Answers.ids(hub.view(who, site).trackableIds());
    }

    @GetMapping("/summary")
    ResponseEntity<byte[]> summary(Authentication who, @PathVariable String site) {
        HubView view = hub.view(who, site);
        return Answers.list(view.trackableIds().stream().map(view::trackable).toList());
    }

    @GetMapping("/motions")
    ResponseEntity<byte[]> motions(
            Authentication who,
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(name = "zone_id", required = false) @Nullable String zoneId,
            @RequestParam(required = false) @Nullable String geojson) {
        HubView view = hub.view(who, site);
        Projection projection = Projection.of(crs, zoneId, geojson, site, view.frame());
        return Answers.motions(
                view.trackableIds().stream()
                        .map(view::motion)
                        .filter(Objects::nonNull)
                        .toList(),
                projection);
    }

    @GetMapping("/{trackable}")
    ResponseEntity<byte[]> one(Authentication who, @PathVariable String site, @PathVariable String trackable) {
        return Answers.of(hub.view(who, site).trackable(trackable));
    }

    /** @param spatial by geometry alone, instead of whom the job counts there */
    @GetMapping("/{trackable}/fences")
    ResponseEntity<byte[]> fences(
            Authentication who,
            @PathVariable String site,
            @PathVariable String trackable,
            @RequestParam(name = "spatial_query", defaultValue = "false") boolean spatial) {
        HubView view = hub.view(who, site);
        ObjectNode known = view.trackable(trackable);
        ObjectNode motion = view.motion(trackable);
        List<PlanFence> fences = !spatial
                ? view.fencesOf(known.path("id").asText())
                : motion != null && motion.path("location") instanceof ObjectNode location
                        ? view.fencesAround(location)
                        : List.of();
        Projection plain = Projection.of(null, null, null, site, view.frame());
        return Answers.list(
                fences.stream().map(each -> Fences.of(site, each, plain)).toList());
    }

    /** Fused from all tags. */
    @GetMapping("/{trackable}/location")
    ResponseEntity<byte[]> location(
            Authentication who,
            @PathVariable String site,
            @PathVariable String trackable,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(name = "zone_id", required = false) @Nullable String zoneId,
            @RequestParam(required = false) @Nullable String geojson) {
        HubView view = hub.view(who, site);
        Projection projection = Projection.of(crs, zoneId, geojson, site, view.frame());
        view.trackable(trackable);
        ObjectNode motion = view.motion(trackable);
        return Answers.location(
                motion != null && motion.path("location") instanceof ObjectNode location ? location : null,
                projection,
                "trackable " + trackable);
    }

    /** The last of each tag. */
    @GetMapping("/{trackable}/locations")
    ResponseEntity<byte[]> locations(
            Authentication who,
            @PathVariable String site,
            @PathVariable String trackable,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(name = "zone_id", required = false) @Nullable String zoneId,
            @RequestParam(required = false) @Nullable String geojson) {
        HubView view = hub.view(who, site);
        Projection projection = Projection.of(crs, zoneId, geojson, site, view.frame());
        view.trackable(trackable);
        return Answers.locations(
                view.providersOf(trackable).stream()
                        .map(view::location)
                        .filter(Objects::nonNull)
                        .toList(),
                projection);
    }

    @GetMapping("/{trackable}/motion")
    ResponseEntity<byte[]> motion(
            Authentication who,
            @PathVariable String site,
            @PathVariable String trackable,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(name = "zone_id", required = false) @Nullable String zoneId,
            @RequestParam(required = false) @Nullable String geojson) {
        HubView view = hub.view(who, site);
        Projection projection = Projection.of(crs, zoneId, geojson, site, view.frame());
        view.trackable(trackable);
        return Answers.motion(view.motion(trackable), projection, "trackable " + trackable);
    }

    @GetMapping("/{trackable}/providers")
    ResponseEntity<byte[]> providers(Authentication who, @PathVariable String site, @PathVariable String trackable) {
        HubView view = hub.view(who, site);
        view.trackable(trackable);
        Set<String> known = view.providerKeys();
        return Answers.list(view.providersOf(trackable).stream()
                .filter(known::contains)
                .map(view::providerOf)
                .toList());
    }

    /** What each tag said of itself last, by the tag. */
    @GetMapping("/{trackable}/sensors")
    ResponseEntity<byte[]> sensors(Authentication who, @PathVariable String site, @PathVariable String trackable) {
        HubView view = hub.view(who, site);
        view.trackable(trackable);
        ObjectNode sensors = Json.object();
        for (String each : view.providersOf(trackable)) {
            sensors.set(each, view.sensors(each));
        }
        return Answers.of(sensors);
    }
}
