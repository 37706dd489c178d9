package io.muster.contract.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a fence is for. */
public enum Role {
    PRODUCTION,
    HAZARD,
    /** Nobody may be inside. */
    FORBIDDEN,
    /** Somebody must be inside. */
    POST,
    GATE,
    MUSTER_POINT,
    REST,
    CONTROL_ROOM,
    INSPECTION_POINT,
    /** Where a BLE beacon or a reader hangs, with the radius in which it is heard; no zone to be counted in. */
    BEACON;

    private final String wire = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wire() {
        return wire;
    }
}
