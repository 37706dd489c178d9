package io.muster.console.api;

/** No such thing, or none that this user may know of: the two look alike. */
final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String line;

    NotThere(String line) {
        super(line);
        this.line = line;
    }

    @Override
    public String getMessage() {
        return line;
    }
}
