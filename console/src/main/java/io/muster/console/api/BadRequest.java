package io.muster.console.api;

/** A request that cannot be taken; the message says what was expected, in one line. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String line;

    BadRequest(String line) {
        super(line);
        this.line = line;
    }

    @Override
    public String getMessage() {
        return line;
    }
}
