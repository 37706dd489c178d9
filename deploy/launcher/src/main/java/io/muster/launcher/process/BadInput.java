package io.muster.launcher.process;

import java.util.List;

/** The user gave something that cannot be worked with: exit code 2, each line printed as it stands, saying what and where. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    public BadInput(String line) {
        this(List.of(line));
    }

    public BadInput(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    public BadInput(String line, Throwable cause) {
        super(line, cause);
        this.lines = List.of(line);
    }

    public List<String> lines() {
        return lines;
    }
}
