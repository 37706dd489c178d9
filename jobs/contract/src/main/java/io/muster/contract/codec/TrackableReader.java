package io.muster.contract.codec;

import io.muster.contract.omlox.Trackable;

/** Reads an omlox Trackable. What it means is for {@link io.muster.contract.people.PeopleReader}. */
public final class TrackableReader {

    /** @throws Unreadable with the reason, where a field is missing or no such thing */
    public static Trackable read(byte[] bytes) throws Unreadable {
        Trackable trackable = Json.read(bytes, Trackable.class);
        Checks.id("id", trackable.id());
        Checks.notNegative("radius", trackable.radius());
        Checks.notNegative("extrusion", trackable.extrusion());
        return trackable;
    }

    private TrackableReader() {}
}
