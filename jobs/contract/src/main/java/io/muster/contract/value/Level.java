package io.muster.contract.value;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Alarm colour, lowest first (AQ 3064.3 has yellow, orange and red for gatherings; blue is the lowest of the four national ones). */
public enum Level {
    BLUE,
    YELLOW,
    ORANGE,
    RED;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The word on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
