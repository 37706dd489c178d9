package io.muster.contract.value;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a control room can ask for (AQ 3064.3 5.2.5: silence; ISA-18.2: the rest). */
public enum CommandKind {
    ACKNOWLEDGE,
    SHELVE,
    SILENCE,
    RESET,
    CLEAR,
    RELEASE,
    COMMENT,
    /** A gathering, or gatherings in a fence, is allowed until a time (AQ 3064.3 5.2.3 d). */
    APPROVE;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The word on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
