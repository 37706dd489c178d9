package io.muster.console.admin;

/** It cannot be said now what the topics hold, so that nothing can be changed on top of it. */
public final class NotRead extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotRead(String line, Throwable cause) {
        super(line, cause);
    }

    NotRead(String line) {
        super(line);
    }
}
