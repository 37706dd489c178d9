package io.muster.contract.value;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** States of ISA-18.2, with latching ones for what a person must reset. */
public enum AlarmState {
    RAISED_UNACKNOWLEDGED,
    ACKNOWLEDGED,
    RETURNED_UNACKNOWLEDGED,
    CLEARED,
    LATCHED_UNACKNOWLEDGED,
    LATCHED_ACKNOWLEDGED,
    SHELVED,
    SUPPRESSED,
    OUT_OF_SERVICE;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The word on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
