package io.muster.console.live;

/** The brokers did not say in time that they have it: it may have arrived all the same. */
public final class NotSent extends Exception {
    private static final long serialVersionUID = 1L;

    NotSent(Throwable cause) {
        super(cause);
    }
}
