package io.muster.simulator.event;

/** An event cannot be played; the message is the reason, as it is told to whoever wrote the scenario. */
final class Unplayable extends Exception {
    private static final long serialVersionUID = 1L;

    Unplayable(String reason) {
        super(reason);
    }
}
