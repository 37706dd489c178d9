package io.muster.contract.codec;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a record was refused. The wire words stand in the {@code reason} header of rejects. */
public enum Reason {
    /** No JSON, not an object, cut off, a key twice, or something behind its end. */
    UNREADABLE_JSON,
    /** Not UTF-8. */
    WRONG_CHARSET,
    /** More bytes or more tokens than a record may have. */
    OVERSIZE,
    /** Objects and arrays nested deeper than {@link Limits#DEPTH}. */
    TOO_DEEP,
    /** A text or a name longer than {@link Limits#STRING_CHARS}. */
    STRING_TOO_LONG,
    /** A number of more than {@link Limits#NUMBER_CHARS} characters. */
    NUMBER_TOO_LONG,
    /** A Location without a position that can be used. */
    NO_POSITION,
    /** NaN, Infinity, or a number that no double can hold. */
    NOT_FINITE,
    /** A field that must be there is not, or is null. */
    MISSING_FIELD,
    /** A field has the wrong type or is out of its range. */
    INVALID_FIELD,
    /** A plan with faults. */
    BAD_PLAN,
    /** A person with faults. */
    BAD_TRACKABLE;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The word on the wire. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
