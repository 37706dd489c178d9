package io.muster.contract.value;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an alarm is about. Names are those of the alarm catalogue; the wire words are these in lower case. */
public enum AlarmKind {
    SOS,
    BOUNDARY,
    OVERSTAY,
    MOTIONLESS,
    OVER_CAPACITY,
    UNDER_STAFFED,
    GATHERING,
    APPROVER_ABSENT,
    GUARDIAN_ABSENT,
    WRONG_POST,
    OFF_POST,
    PERMIT_INTRUSION,
    VISITOR_EXPIRED,
    NOT_WEARING,
    LOW_BATTERY,
    TERMINAL_OFFLINE,
    ANCHOR_FAULT,
    EVAC_MISSING,
    PATROL_MISSED,
    FALL,
    TAG_LOST_IN_HAZARD,
    CLOCK_FAULT,
    UNKNOWN_TAG,
    TAG_SWAP_SUSPECTED,
    SPOOF_SUSPECTED,
    VENDOR_FEED_SILENT;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The word on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
