package io.muster.contract.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a place is dangerous. With one of these and no limit of its own, a fence has the limit 3 (PF-4b). */
public enum Hazard {
    HAZARDOUS_PROCESS,
    FLAMMABLE_EXPLOSIVE,
    TOXIC;

    private final String wire = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wire() {
        return wire;
    }
}
