package io.muster.contract;

/** A record lacks a field that it cannot do without. */
public final class MissingFieldException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String field;

    public MissingFieldException(String field) {
        super(field + " is missing");
        this.field = field;
    }

    /** Name on the wire. */
    public String field() {
        return field;
    }
}
