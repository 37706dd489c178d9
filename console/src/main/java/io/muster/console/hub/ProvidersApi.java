package io.muster.console.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.plan.PlanFence;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashSet;
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

/** omlox LocationProviders: the tags of a site, as vendors tell of them. */
@Hidden
@RestController
@RequestMapping(HubPaths.BASE + "/providers")
public class ProvidersApi {
    private final Hub hub;

    ProvidersApi(Hub hub) {
        this.hub = hub;
    }

    @GetMapping
    ResponseEntity<byte[]> ids(Authentication who, @PathVariable String site) {
        HubView view = hub.view(who, site);
        return Answers.ids(view.providerKeys().stream()
                .map(each -> view.providerOf(each).path("id").asText())
                .toList());
    }

    @GetMapping("/summary")
    ResponseEntity<byte[]> summary(Authentication who, @PathVariable String site) {
        HubView view = hub.view(who, site);
        return Answers.list(view.providerKeys().stream().map(view::providerOf).toList());
    }

    @GetMapping("/locations")
    ResponseEntity<byte[]> locations(
            Authentication who,
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(name = "zone_id", required = false) @Nullable String zoneId,
            @RequestParam(required = false) @Nullable String geojson) {
        HubView view = hub.view(who, site);
        Projection projection = Projection.of(crs, zoneId, geojson, site, view.frame());
        return Answers.locations(
                view.providerKeys().stream()
                        .map(view::location)
                        .filter(Objects::nonNull)
                        .toList(),
                projection);
    }

    @GetMapping("/{provider}")
    ResponseEntity<byte[]> one(Authentication who, @PathVariable String site, @PathVariable String provider) {
        return Answers.of(hub.view(who, site).provider(provider));
    }

    @GetMapping("/{provider}/location")
    ResponseEntity<byte[]> location(
            Authentication who,
            @PathVariable String site,
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(name = "zone_id", required = false) @Nullable String zoneId,
            @RequestParam(required = false) @Nullable String geojson) {
        HubView view = hub.view(who, site);
        Projection projection = Projection.of(crs, zoneId, geojson, site, view.frame());
        return Answers.location(view.location(provider), projection, "provider " + provider);
    }

    @GetMapping("/{provider}/sensors")
    ResponseEntity<byte[]> sensors(Authentication who, @PathVariable String site, @PathVariable String provider) {
        HubView view = hub.view(who, site);
        view.provider(provider);
        return Answers.of(view.sensors(provider));
    }

    @GetMapping("/{provider}/trackables")
    ResponseEntity<byte[]> trackables(Authentication who, @PathVariable String site, @PathVariable String provider) {
        HubView view = hub.view(who, site);
        view.provider(provider);
        return Answers.list(
                view.trackablesOf(provider).stream().map(view::trackable).toList());
    }

    /** @param spatial by geometry alone, instead of where the job counts those who carry it */
    @GetMapping("/{provider}/fences")
    ResponseEntity<byte[]> fences(
            Authentication who,
            @PathVariable String site,
            @PathVariable String provider,
            @RequestParam(name = "spatial_query", defaultValue = "false") boolean spatial) {
        HubView view = hub.view(who, site);
        view.provider(provider);
        ObjectNode location = view.location(provider);
        Set<PlanFence> fences = new LinkedHashSet<>();
        if (!spatial) {
            view.trackablesOf(provider).forEach(each -> fences.addAll(view.fencesOf(each)));
        } else if (location != null) {
            fences.addAll(view.fencesAround(location));
        }
        Projection plain = Projection.of(null, null, null, site, view.frame());
        return Answers.list(
                fences.stream().map(each -> Fences.of(site, each, plain)).toList());
    }
}
