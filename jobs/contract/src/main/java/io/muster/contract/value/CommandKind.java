package io.muster.contract.value;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a control room can ask for (AQ 3064.3 5.2.5: silence; ISA-18.2: the rest). */
public enum CommandKind {
    /** Somebody has seen it. */
    ACKNOWLEDGE,
    /** One alarm is put aside until a time. */
    SHELVE,
    /** Kinds of alarms of an area are told to nobody until a time. */
    SILENCE,
    /** A latched alarm that was acknowledged is let go. */
    RESET,
    /** Somebody confirms that it is over (AQ 3064.3 5.2.3 c). */
    CLEAR,
    /** A person whose tag is silent is not there any more. */
    RELEASE,
    COMMENT,
    /** A gathering, or gatherings in a fence or of a person, is allowed until a time (AQ 3064.3 5.2.3 d). */
    APPROVE,
    /** Before its time is over. */
    UNSHELVE,
    /** Before its time is over. */
    UNSILENCE,
    /** Before its time is over. */
    UNAPPROVE,
    /** The source of alarms is in maintenance. */
    REMOVE_FROM_SERVICE,
    RETURN_TO_SERVICE;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The word on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
