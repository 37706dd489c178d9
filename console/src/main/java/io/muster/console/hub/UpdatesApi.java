package io.muster.console.hub;

import io.muster.console.users.VendorKey;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door for vendors. Answered once the brokers have it; omlox names PUT for all of it, and other hubs take POST for the bulk paths. */
@Hidden
@RestController
@RequestMapping(HubPaths.BASE + "/providers")
public class UpdatesApi {
    private final Hub hub;
    private final UpdateDesk desk;

    UpdatesApi(Hub hub, UpdateDesk desk) {
        this.hub = hub;
        this.desk = desk;
    }

    @RequestMapping(
            path = "/locations",
            method = {RequestMethod.PUT, RequestMethod.POST})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void locations(Authentication who, @PathVariable String site, HttpServletRequest request)
            throws IOException, VendorWriter.NotTaken {
        bulk(UpdateKind.LOCATION, who, site, request);
    }

    @RequestMapping(
            path = "/proximities",
            method = {RequestMethod.PUT, RequestMethod.POST})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void proximities(Authentication who, @PathVariable String site, HttpServletRequest request)
            throws IOException, VendorWriter.NotTaken {
        bulk(UpdateKind.PROXIMITY, who, site, request);
    }

    @PutMapping("/{provider}/location")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void location(
            Authentication who, @PathVariable String site, @PathVariable String provider, HttpServletRequest request)
            throws IOException, VendorWriter.NotTaken {
        single(UpdateKind.LOCATION, who, site, provider, request);
    }

    @PutMapping("/{provider}/proximity")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void proximity(
            Authentication who, @PathVariable String site, @PathVariable String provider, HttpServletRequest request)
            throws IOException, VendorWriter.NotTaken {
        single(UpdateKind.PROXIMITY, who, site, provider, request);
    }

    private void bulk(UpdateKind kind, Authentication who, String site, HttpServletRequest request)
            throws IOException, VendorWriter.NotTaken {
        VendorKey key = Hub.key(who);
        byte[] body = Bodies.read(request);
        desk.take(key, kind, () -> Intake.bulk(kind, body, hub.plan(site)));
    }

    private void single(UpdateKind kind, Authentication who, String site, String provider, HttpServletRequest request)
            throws IOException, VendorWriter.NotTaken {
        VendorKey key = Hub.key(who);
        byte[] body = Bodies.read(request);
        desk.take(key, kind, () -> List.of(Intake.single(kind, body, provider, hub.plan(site))));
    }
}
