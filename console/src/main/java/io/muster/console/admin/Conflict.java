package io.muster.console.admin;

import java.util.List;

/** What is asked for does not go with what somebody else did: nothing was written. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String line;

    @SuppressWarnings("serial") // always an immutable list of strings, which is serializable
    private final List<String> lines;

    public Conflict(String line, List<String> lines) {
        super(line);
        this.line = line;
        this.lines = List.copyOf(lines);
    }

    public Conflict(String line) {
        this(line, List.of());
    }

    @Override
    public String getMessage() {
        return line;
    }

    /** One for each thing that does not go together; may be empty. */
    public List<String> lines() {
        return lines;
    }
}
