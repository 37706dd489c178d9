package io.muster.rules.identify;

/** A doubt about a fix. A mark never removes a fix or a person. */
public enum Mark {
    /** More than 5 s behind its arrival. */
    LATE,
    /** The vendor's clock is wrong: arrival stands for the event time. */
    CLOCK_FAULT,
    /** Nobody is known to carry this tag: it counts as a person of its own, of type {@code unknown}. */
    UNKNOWN_TAG,
    /** The fix names no floor, or one that the plan does not have. */
    UNKNOWN_FLOOR,
    /** Outside of everything that is drawn in the plan. */
    OUTSIDE_PLAN,
    /** Faster than a person moves. */
    JUMP,
    /** The record had no key. */
    NULL_KEY
}
