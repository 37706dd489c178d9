package io.muster.contract.omlox;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a fence event tells. */
public enum FenceEventType {
    REGION_ENTRY,
    REGION_EXIT;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The word on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
