package io.muster.console.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.plan.PlanFence;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** omlox Fences of a site, out of its plan, and who is in them. */
@Hidden
@RestController
@RequestMapping(HubPaths.BASE + "/fences")
public class FencesApi {
    private final Hub hub;

    FencesApi(Hub hub) {
        this.hub = hub;
    }

    @GetMapping
    ResponseEntity<byte[]> ids(Authentication who, @PathVariable String site) {
        return Answers.ids(
                hub.view(who, site).fences().stream().map(PlanFence::id).toList());
    }

    @GetMapping("/summary")
    ResponseEntity<byte[]> summary(
            Authentication who,
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(name = "zone_id", required = false) @Nullable String zoneId,
            @RequestParam(required = false) @Nullable String geojson) {
        HubView view = hub.view(who, site);
        Projection projection = Projection.of(crs, zoneId, geojson, site, view.frame());
        return Answers.fences(
                view.fences().stream()
                        .map(each -> Fences.of(site, each, projection))
                        .toList(),
                projection);
    }

    @GetMapping("/{fence}")
    ResponseEntity<byte[]> one(
            Authentication who,
            @PathVariable String site,
            @PathVariable String fence,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(name = "zone_id", required = false) @Nullable String zoneId,
            @RequestParam(required = false) @Nullable String geojson) {
        HubView view = hub.view(who, site);
        Projection projection = Projection.of(crs, zoneId, geojson, site, view.frame());
        ObjectNode known = Fences.of(site, view.fence(fence), projection);
        return Answers.of(projection.geojson() ? Projection.feature(known, known, "region") : known);
    }

    /** @param spatial by geometry alone, instead of whom the job counts there */
    @GetMapping("/{fence}/trackables")
    ResponseEntity<byte[]> trackables(
            Authentication who,
            @PathVariable String site,
            @PathVariable String fence,
            @RequestParam(name = "spatial_query", defaultValue = "false") boolean spatial) {
        HubView view = hub.view(who, site);
        Set<String> known = view.trackableIds();
        return Answers.list(inside(view, fence, spatial).stream()
                .filter(known::contains)
                .map(view::trackable)
                .toList());
    }

    @GetMapping("/{fence}/motions")
    ResponseEntity<byte[]> motions(
            Authentication who,
            @PathVariable String site,
            @PathVariable String fence,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(name = "zone_id", required = false) @Nullable String zoneId,
            @RequestParam(required = false) @Nullable String geojson,
            @RequestParam(name = "spatial_query", defaultValue = "false") boolean spatial) {
        HubView view = hub.view(who, site);
        Projection projection = Projection.of(crs, zoneId, geojson, site, view.frame());
        return Answers.motions(
                inside(view, fence, spatial).stream()
                        .map(view::motion)
                        .filter(Objects::nonNull)
                        .toList(),
                projection);
    }

    /** The last of each tag of those who are inside. */
    @GetMapping("/{fence}/locations")
    ResponseEntity<byte[]> locations(
            Authentication who,
            @PathVariable String site,
            @PathVariable String fence,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(name = "zone_id", required = false) @Nullable String zoneId,
            @RequestParam(required = false) @Nullable String geojson,
            @RequestParam(name = "spatial_query", defaultValue = "false") boolean spatial) {
        HubView view = hub.view(who, site);
        Projection projection = Projection.of(crs, zoneId, geojson, site, view.frame());
        return Answers.locations(
                providers(view, fence, spatial).stream()
                        .map(view::location)
                        .filter(Objects::nonNull)
                        .toList(),
                projection);
    }

    /** The tags of those who are inside. */
    @GetMapping("/{fence}/providers")
    ResponseEntity<byte[]> providers(
            Authentication who,
            @PathVariable String site,
            @PathVariable String fence,
            @RequestParam(name = "spatial_query", defaultValue = "false") boolean spatial) {
        HubView view = hub.view(who, site);
        return Answers.list(providers(view, fence, spatial).stream()
                .filter(view.providerKeys()::contains)
                .map(view::providerOf)
                .toList());
    }

    private static Set<String> inside(HubView view, String fence, boolean spatial) {
        PlanFence known = view.fence(fence);
        return spatial ? view.placedIn(known) : view.membersOf(known);
    }

    private static Set<String> providers(HubView view, String fence, boolean spatial) {
        Set<String> known = view.trackableIds();
        Set<String> keys = new TreeSet<>();
        for (String each : inside(view, fence, spatial)) {
            if (known.contains(each)) {
                keys.addAll(view.providersOf(each));
            }
        }
        return keys;
    }
}
