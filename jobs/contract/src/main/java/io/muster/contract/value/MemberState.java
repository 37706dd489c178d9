package io.muster.contract.value;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How sure it is that a person is in a zone. */
public enum MemberState {
    CONFIRMED,
    POSSIBLE,
    STALE;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The word on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
