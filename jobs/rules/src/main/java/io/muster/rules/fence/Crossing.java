package io.muster.rules.fence;

/** An omlox fence event. */
public enum Crossing {
    ENTRY,
    EXIT
}
