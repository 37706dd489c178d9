package io.muster.contract.codec;

import io.muster.contract.omlox.Location;
import io.muster.contract.omlox.Point;
import java.util.List;

/** Reads an omlox Location and checks what the job rests on. */
public final class LocationReader {

    /** @throws Unreadable with the reason: no position, a number that is not finite, a field that is missing or no such thing */
    public static Location read(byte[] bytes) throws Unreadable {
        Location location = Json.read(bytes, Location.class);
        Point position = location.position();
        if (position == null
                || position.coordinates() == null
                || position.coordinates().size() < 2) {
            throw new Unreadable(Reason.NO_POSITION, "position: expected a GeoJSON Point with 2 or 3 coordinates");
        }
        if (position.coordinates().size() > 3 || !"Point".equals(position.type())) {
            throw new Unreadable(Reason.INVALID_FIELD, "position: expected a GeoJSON Point with 2 or 3 coordinates");
        }
        finite("position.coordinates", position.coordinates());
        Checks.id("provider_id", location.providerId());
        Checks.id("source", location.source());
        Checks.present("provider_type", location.providerType());
        Checks.finite("floor", location.floor());
        Checks.notNegative("accuracy", location.accuracy());
        Checks.finite("speed", location.speed());
        return location;
    }

    private static void finite(String field, List<Double> values) throws Unreadable {
        for (Double each : values) {
            if (each == null) {
                throw new Unreadable(Reason.INVALID_FIELD, field + ": expected numbers, was null");
            }
            Checks.finite(field, each);
        }
    }

    private LocationReader() {}
}
