package io.muster.simulator.sink;

import io.muster.simulator.radio.TimedMessage;
import java.io.IOException;

/** Takes messages in emission order, from one thread. */
public interface Sink extends AutoCloseable {

    void send(TimedMessage message) throws IOException;

    /** Returns when everything sent so far is where it belongs. */
    void flush() throws IOException;

    /** Flushes and lets go; a second call does nothing. */
    @Override
    void close() throws IOException;
}
