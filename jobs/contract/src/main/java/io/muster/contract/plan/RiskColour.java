package io.muster.contract.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Colour of a place on the four-colour risk map, highest first. */
public enum RiskColour {
    RED,
    ORANGE,
    YELLOW,
    BLUE;

    private final String wire = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wire() {
        return wire;
    }
}
