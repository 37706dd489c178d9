package io.muster.contract.codec;

import io.muster.contract.omlox.Proximity;

/** Reads an omlox Proximity and checks what the job rests on. */
public final class ProximityReader {

    /** @throws Unreadable with the reason, where a field is missing or no such thing */
    public static Proximity read(byte[] bytes) throws Unreadable {
        Proximity sighting = Json.read(bytes, Proximity.class);
        Checks.id("source", sighting.source());
        Checks.id("provider_id", sighting.providerId());
        Checks.present("provider_type", sighting.providerType());
        Checks.notNegative("accuracy", sighting.accuracy());
        return sighting;
    }

    private ProximityReader() {}
}
