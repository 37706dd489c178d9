package io.muster.contract.value;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a limit was kept. */
public enum Verdict {
    WITHIN,
    OVER;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The word on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
