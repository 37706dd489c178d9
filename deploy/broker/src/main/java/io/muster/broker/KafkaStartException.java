package io.muster.broker;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The broker did not start. {@link #line()} is what a person at the command line needs; the message adds the end of its log. */
public final class KafkaStartException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String line;

    /** @param logTail the last lines that the broker wrote; empty when it was not started at all */
    KafkaStartException(String line, String logTail, @Nullable Throwable cause) {
        super(logTail.isBlank() ? line : line + System.lineSeparator() + logTail, cause);
        this.line = line;
    }

    /** One line that says what is wrong and where. */
    public String line() {
        return line;
    }
}
