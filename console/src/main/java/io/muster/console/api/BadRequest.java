package io.muster.console.api;

import java.util.List;

/** A request that cannot be taken; the message says what was expected, in one line. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String line;
    private final transient List<?> errors;

    BadRequest(String line) {
        this(line, List.of());
    }

    /** @param errors each with its place, where there are several */
    BadRequest(String line, List<?> errors) {
        super(line);
        this.line = line;
        this.errors = List.copyOf(errors);
    }

    @Override
    public String getMessage() {
        return line;
    }

    List<?> errors() {
        return errors;
    }
}
