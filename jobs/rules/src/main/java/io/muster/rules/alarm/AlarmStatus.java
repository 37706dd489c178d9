package io.muster.rules.alarm;

/** ISA-18.2 states of an alarm. The wire names are these in lower case. */
public enum AlarmStatus {
    RAISED_UNACKNOWLEDGED,
    ACKNOWLEDGED,
    RETURNED_UNACKNOWLEDGED,
    CLEARED,
    LATCHED_UNACKNOWLEDGED,
    LATCHED_ACKNOWLEDGED,
    SHELVED,
    SUPPRESSED,
    OUT_OF_SERVICE
}
