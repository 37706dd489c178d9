package io.muster.rules.alarm;

/** What can happen to an alarm. */
public enum AlarmEvent {
    /** The condition holds, on-delay passed. */
    CONDITION,
    /** The condition has ended, off-delay passed. */
    RETURN,
    /** The same, of an alarm that latches. */
    RETURN_LATCHING,
    /** A person has seen it. */
    ACKNOWLEDGE,
    /** A person lets a latched alarm go. */
    RESET,
    /** It is closed after its return: by the system, or by a person who confirms it (dispersal of a gathering). */
    CLEAR,
    /** A person puts it aside for a while. */
    SHELVE,
    /** The while is over, or a person takes it back. */
    UNSHELVE,
    /** A rule hides it, such as a silence of its zone (AQ 3064.3 3.6). */
    SUPPRESS,
    /** That rule ends. */
    UNSUPPRESS,
    /** Maintenance takes its source out of service. */
    REMOVE_FROM_SERVICE,
    /** Maintenance is done. */
    RETURN_TO_SERVICE
}
