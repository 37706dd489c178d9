package io.muster.console.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.geometry.SiteFrame;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** omlox Zones of a site, out of its plan. */
@Hidden
@RestController
@RequestMapping(HubPaths.BASE + "/zones")
public class ZonesApi {
    private final Hub hub;

    ZonesApi(Hub hub) {
        this.hub = hub;
    }

    @GetMapping
    ResponseEntity<byte[]> ids(
            Authentication who,
            @PathVariable String site,
            @RequestParam(name = "foreign_id", required = false) @Nullable String foreignId) {
        return Answers.ids(zones(who, site, foreignId).stream()
                .map(each -> each.path("id").asText())
                .toList());
    }

    @GetMapping("/summary")
    ResponseEntity<byte[]> summary(
            Authentication who,
            @PathVariable String site,
            @RequestParam(name = "foreign_id", required = false) @Nullable String foreignId) {
        return Answers.list(zones(who, site, foreignId));
    }

    @GetMapping("/{zone}")
    ResponseEntity<byte[]> one(Authentication who, @PathVariable String site, @PathVariable String zone) {
        return Answers.of(zone(hub.view(who, site), zone));
    }

    /** From local metres to longitude and latitude, and back. */
    @PutMapping("/{zone}/transform")
    ResponseEntity<byte[]> transform(
            Authentication who, @PathVariable String site, @PathVariable String zone, HttpServletRequest request)
            throws IOException {
        HubView view = hub.view(who, site);
        ObjectNode known = zone(view, zone);
        if (!known.path("id").asText().equals(Zones.siteZoneId(site))) {
            throw HubRefusal.badRequest("zone_id: " + zone + " is a beacon and has no frame");
        }
        ObjectNode asked = asked(request);
        String crs = asked.path("crs").asText(SiteFrame.LOCAL);
        Projection there = Projection.of(
                crs.equalsIgnoreCase(SiteFrame.LOCAL) ? SiteFrame.WGS84 : SiteFrame.LOCAL,
                null,
                null,
                site,
                view.frame());
        if (!crs.equalsIgnoreCase(SiteFrame.LOCAL) && !crs.equalsIgnoreCase(SiteFrame.WGS84)) {
            throw HubRefusal.badRequest("crs: expected 'local' or 'EPSG:4326', was '" + crs + "'");
        }
        if (asked.path("position").path("coordinates").size() < 2
                || !asked.path("position").path("coordinates").path(0).isNumber()
                || !asked.path("position").path("coordinates").path(1).isNumber()) {
            throw HubRefusal.badRequest("position: expected a GeoJSON Point with 2 or 3 numbers");
        }
        if (!there.bring(asked)) {
            throw HubRefusal.badRequest("position: it has no answer in the frame of the site");
        }
        ObjectNode answer = Json.object();
        answer.set("position", asked.path("position"));
        answer.set("source", known.path("id"));
        answer.set("crs", asked.path("crs"));
        return Answers.of(answer);
    }

    private static ObjectNode asked(HttpServletRequest request) throws IOException {
        try {
            return Json.read(Bodies.read(request), ObjectNode.class);
        } catch (Unreadable e) {
            throw HubRefusal.badRequest("the body: " + e.detail());
        }
    }

    private List<ObjectNode> zones(Authentication who, String site, @Nullable String foreignId) {
        return hub.view(who, site).zones().stream()
                .filter(each ->
                        foreignId == null || each.path("foreign_id").asText().equals(foreignId))
                .toList();
    }

    private static ObjectNode zone(HubView view, String zone) {
        return view.zones().stream()
                .filter(each -> each.path("id").asText().equalsIgnoreCase(zone))
                .findFirst()
                .orElseThrow(() -> HubRefusal.notThere("there is no zone " + zone));
    }
}
