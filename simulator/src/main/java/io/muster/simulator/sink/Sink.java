package io.muster.simulator.sink;

import io.muster.simulator.radio.TimedMessage;
import java.io.IOException;

/** Takes messages in emission order, from one thread. */
public interface Sink extends AutoCloseable {

    /** @param site whose message it is; a sink that was made for one site may take it as read */
    void send(String site, TimedMessage message) throws IOException;

    /** Returns when everything sent so far is where it belongs. */
    void flush() throws IOException;

    /** Flushes and lets go; a second call does nothing. */
    @Override
    void close() throws IOException;
}
