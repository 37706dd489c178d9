package io.muster.console.hub;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Addresses of omlox that this hub does not carry: says so, why, and where it is done instead. */
@Hidden
@RestController
@RequestMapping(HubPaths.BASE)
public class NotOurs {
    @RequestMapping(
            path = {"/zones", "/zones/{id}", "/fences", "/fences/{id}"},
            method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE})
    ResponseEntity<byte[]> plan() {
        throw HubRefusal.of(
                HttpStatus.METHOD_NOT_ALLOWED,
                "zones and fences come from the plan of the site, which changes whole, with an author and an approver: muster plan apply");
    }

    @RequestMapping(
            path = {"/trackables", "/trackables/{id}"},
            method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE})
    ResponseEntity<byte[]> people() {
        throw HubRefusal.of(
                HttpStatus.METHOD_NOT_ALLOWED,
                "trackables are the people of the site, and who carries which tag is decided there: muster people apply");
    }

    @RequestMapping(
            path = {"/providers", "/providers/{id}"},
            method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE})
    ResponseEntity<byte[]> providers() {
        throw HubRefusal.of(
                HttpStatus.METHOD_NOT_ALLOWED,
                "a provider is there once it sends a location, and who carries it is decided with the people of the site: muster people apply");
    }

    @RequestMapping(
            path = {"/providers/locations", "/providers/{id}/location"},
            method = RequestMethod.DELETE)
    ResponseEntity<byte[]> locations() {
        throw HubRefusal.of(HttpStatus.METHOD_NOT_ALLOWED, "a location that was sent stays in the record of the plant");
    }

    @RequestMapping(path = "/providers/{id}/sensors", method = RequestMethod.PUT)
    ResponseEntity<byte[]> sensors() {
        throw HubRefusal.of(
                HttpStatus.NOT_IMPLEMENTED,
                "omlox leaves the form of sensor data open; what tags say of themselves goes to the topic provider-status of Kafka");
    }

    @RequestMapping(path = "/zones/{id}/createfence")
    ResponseEntity<byte[]> createFence() {
        throw HubRefusal.of(HttpStatus.NOT_IMPLEMENTED, "fences are drawn in the plan of the site, not made of zones");
    }

    @RequestMapping("/**")
    ResponseEntity<byte[]> unknown(HttpServletRequest request) {
        throw HubRefusal.notThere("the omlox Hub has no " + request.getMethod() + " " + request.getRequestURI());
    }
}
