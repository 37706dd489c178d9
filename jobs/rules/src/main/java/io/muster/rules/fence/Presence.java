package io.muster.rules.fence;

/** How surely a person is in a zone. */
public enum Presence {
    /** Seen inside, and lately. */
    CONFIRMED,
    /** Perhaps inside: the floor is not known. Never counts against a limit. */
    POSSIBLE,
    /** Last seen inside, and silent since. Loss is not exit. */
    STALE,
    /** Not inside. */
    ABSENT
}
