package io.muster.contract.value;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Phase of a gathering. */
public enum GatheringType {
    /** It holds, not for long enough yet: is shown, and warns nobody. */
    GATHERING_PRE_WARNING,
    GATHERING_START,
    GATHERING,
    GATHERING_END;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The word on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
