package io.muster.contract.omlox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Technology of a position provider. A word that we do not know is read as {@link #UNKNOWN}: doubt does not remove a person. */
public enum ProviderType {
    UWB,
    GPS,
    WIFI,
    RFID,
    IBEACON,
    VIRTUAL,
    UNKNOWN;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The word on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** {@link #UNKNOWN} for every word that is none of ours. Case does not matter. */
    @JsonCreator
    public static ProviderType of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (ProviderType each : values()) {
            if (each.wire.equals(lower)) {
                return each;
            }
        }
        return UNKNOWN;
    }
}
