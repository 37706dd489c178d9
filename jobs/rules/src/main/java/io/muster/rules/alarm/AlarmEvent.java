package io.muster.rules.alarm;

/** What can happen to an alarm. */
public enum AlarmEvent {
    /** The condition holds, on-delay passed. */
    CONDITION,
    /** It is to be heard anew: its level or priority rose, nobody acknowledged it in time, or its re-alarm time has come. */
    ANNUNCIATE,
    /** The condition has ended, off-delay passed, of an alarm that somebody must have seen. */
    RETURN,
    /** The same, of an alarm that closes by itself. */
    RETURN_SELF,
    /** The same, of an alarm that waits for a person: one that latches, or whose end is to be confirmed. */
    RETURN_LATCHING,
    /** The condition has come back after it had ended: this alarm is closed, and the next episode is an alarm of its own. */
    RAISED_AGAIN,
    /** A person has seen it. */
    ACKNOWLEDGE,
    /** A person lets a latched alarm go. */
    RESET,
    /** A person closes it after its return, and says why (dispersal of a gathering). */
    CLEAR,
    /** A person puts it aside for a while. */
    SHELVE,
    /** The while is over, or a person takes it back. */
    UNSHELVE,
    /** Hidden by a silence (AQ 3064.3 3.6, 5.2.5) or by its cause, which is an alarm too (ISA-18.2: by design). */
    SUPPRESS,
    /** That is over. */
    UNSUPPRESS,
    /** Maintenance takes its source out of service. */
    REMOVE_FROM_SERVICE,
    /** Maintenance is done. */
    RETURN_TO_SERVICE
}
